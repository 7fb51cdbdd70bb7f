public import Foundation

/// The program that opens foreign files, `kompas-import`.
public enum Importer {
    /// Named by `KOMPAS_IMPORT`, or beside the running program; `nil` when it is at neither.
    public static func find(environment: [String: String] = ProcessInfo.processInfo.environment) -> URL? {
        if let path = environment["KOMPAS_IMPORT"], !path.isEmpty { return program(URL(filePath: path)) }
        let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        return folder.flatMap { program($0.appending(path: "kompas-import")) }
    }

    private static func program(_ file: URL) -> URL? {
        FileManager.default.isExecutableFile(atPath: file.path) ? file : nil
    }
}
