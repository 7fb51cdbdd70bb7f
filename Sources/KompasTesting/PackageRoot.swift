public import Foundation

/// Where the project lies on this machine.
public enum PackageRoot {
    /// The folder that holds `Package.swift`, found from a source file upwards.
    ///
    /// - Parameter file: a file of the project; by default the one that asks.
    public static func url(of file: String = #filePath) -> URL {
        var folder = URL(filePath: file).deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    }

    /// A file or folder of the project.
    public static func url(_ path: String, file: String = #filePath) -> URL { url(of: file).appending(path: path) }
}
