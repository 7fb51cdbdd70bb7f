public import Foundation

/// A new folder that only this user can look in; it goes, with all that is in it, whatever happens.
public enum PrivateFolder {
    /// - Parameter parent: where to make it; by default the folder of the system for what is thrown away.
    /// - Throws: when the folder cannot be made, and what the body throws.
    public static func use<Result>(
        in parent: URL = FileManager.default.temporaryDirectory, _ body: (URL) async throws -> Result
    ) async throws -> Result {
        let folder = parent.appending(path: "kompas-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
