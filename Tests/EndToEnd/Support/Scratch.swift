import Foundation
import KompasTesting

/// A folder that is gone when nobody holds it any more.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = try TemporaryFolder.make()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func url(_ name: String) -> URL { folder.appending(path: name) }
    func path(_ name: String) -> String { url(name).path }

    /// Writes a text and gives the path.
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: url(name))
        return path(name)
    }

    /// The names in the folder, in order.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }

    /// A copy of a house with the schemas beside it, as in `content`.
    ///
    /// - Parameter house: a folder in the package, such as `content/pv22`.
    func house(_ house: String) throws -> URL {
        let copy = url("content").appending(path: URL(filePath: house).lastPathComponent)
        try FileManager.default.createDirectory(at: url("content"), withIntermediateDirectories: true)
        for (from, to) in [
            (Project.root.appending(path: house), copy),
            (Project.content.appending(path: "schema"), url("content").appending(path: "schema")),
        ] {
            try FileManager.default.copyItem(at: from.resolvingSymlinksInPath(), to: to)
        }
        return copy
    }
}
