import Foundation

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "kompas-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func url(_ name: String) -> URL { folder.appending(path: name) }

    /// Writes a text and gives the path.
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: url(name))
        return url(name).path
    }

    /// A copy of a house under `content`, with the schemas beside it.
    func house(_ source: URL) throws -> URL {
        let copy = url("content").appending(path: source.lastPathComponent)
        try FileManager.default.createDirectory(at: url("content"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: copy)
        try FileManager.default.copyItem(
            at: Project.content.appending(path: "schema"), to: url("content").appending(path: "schema"))
        return copy
    }
}
