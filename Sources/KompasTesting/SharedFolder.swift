public import Foundation

/// The folder with real open data and texts that may lie beside the project: `KOMPAS_SHARED`, or else `../shared`.
public enum SharedFolder {
    /// - Parameter file: a file of the project; by default the one that asks.
    public static func url(
        file: String = #filePath, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> URL {
        if let path = environment["KOMPAS_SHARED"], !path.isEmpty {
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        return PackageRoot.url(of: file).deletingLastPathComponent()
            .appending(path: "shared", directoryHint: .isDirectory)
    }

    /// Whether tests that need a part of the folder must run: the part is there, or `KOMPAS_REQUIRE_SHARED=1` says that
    /// it must be, so that what is missing fails instead of being skipped.
    ///
    /// Use: `@Test(.enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata is not there"))`.
    public static func isWanted(
        _ part: String, file: String = #filePath,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        if environment["KOMPAS_REQUIRE_SHARED"] == "1" { return true }
        let url = url(file: file, environment: environment).appending(path: part)
        return FileManager.default.fileExists(atPath: url.path)
    }
}
