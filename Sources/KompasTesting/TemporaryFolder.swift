public import Foundation
internal import LimitedProcess

/// A folder for one test, thrown away afterwards.
public enum TemporaryFolder {
    /// Hundreds of tests hold a store at the same time: more open files than many systems give by themselves.
    private static let openFiles = ResourceLimit.openFiles.raise(to: 65_536)

    /// A new empty folder, for one who holds it over more than one step and removes it.
    ///
    /// - Throws: when the folder cannot be made.
    public static func make() throws -> URL {
        _ = openFiles
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "kompas-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Runs with a new empty folder, and removes it whatever happens.
    ///
    /// - Throws: when the folder cannot be made, and what the body throws.
    public static func use<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = try make()
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The same for a body that waits.
    ///
    /// - Throws: when the folder cannot be made, and what the body throws.
    public static func use<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let folder = try make()
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
