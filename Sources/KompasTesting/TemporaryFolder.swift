public import Foundation

/// A folder for one test, thrown away afterwards.
public enum TemporaryFolder {
    /// A new empty folder, for one who holds it over more than one step and removes it.
    ///
    /// - Throws: when the folder cannot be made.
    public static func make() throws -> URL {
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
}
