import Foundation
import KompasTesting

/// A built program, run as a user runs it: in the folder of the package, with no settings of its own.
struct Program: Sendable {
    let name: String

    static let kompas = Program(name: "kompas")
    static let kompasImport = Program(name: "kompas-import")

    struct NotBuilt: Error, CustomStringConvertible {
        var name: String
        var description: String { "`\(name)` is not built, or name `kompas` in KOMPAS_BIN" }
    }

    /// Runs the program and waits for it.
    ///
    /// - Parameters:
    ///   - input: what stands on standard input; empty when left out.
    ///   - environment: settings on top of a bare environment.
    /// - Throws: ``NotBuilt``, or what prevents a process from starting.
    @discardableResult
    func run(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) async throws -> Ending {
        try await Self.run(try file(), arguments, input: input, environment: environment)
    }

    @discardableResult
    func callAsFunction(_ arguments: String..., input: String = "") async throws -> Ending {
        try await run(arguments, input: Data(input.utf8))
    }

    /// Any program by its file, in the same bare environment.
    static func run(
        _ executable: URL, _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) async throws -> Ending {
        try await OtherProgram.run(
            executable, arguments, input: input, environment: bareEnvironment.merging(environment) { $1 },
            in: Project.root)
    }

    /// The file of the program: in the folder of `KOMPAS_BIN`, or in the nearest folder above the tests that holds it.
    func file() throws -> URL {
        if let path = ProcessInfo.processInfo.environment["KOMPAS_BIN"] {
            let beside = URL(filePath: path).deletingLastPathComponent().appending(path: name)
            guard FileManager.default.isExecutableFile(atPath: beside.path) else { throw NotBuilt(name: name) }
            return beside
        }
        let starts =
            [Bundle.main.executableURL, Bundle.main.bundleURL, CommandLine.arguments.first.map { URL(filePath: $0) }]
            + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }.map { URL(filePath: $0) }
            + [Project.root.appending(path: ".build/debug/x")]
        for start in starts.compactMap({ $0?.resolvingSymlinksInPath() }) {
            var folder = start.deletingLastPathComponent()
            while folder.path.count > 1 {
                let file = folder.appending(path: name)
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue,
                    FileManager.default.isExecutableFile(atPath: file.path)
                {
                    return file
                }
                folder.deleteLastPathComponent()
            }
        }
        throw NotBuilt(name: name)
    }

    private static let bareEnvironment: [String: String] = {
        let kept = ["PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PROJ_DATA", "PROJ_LIB", "TMPDIR"]
        return ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
    }()
}
