import Foundation

/// What a program said and how it ended.
struct Ending: Sendable {
    var code: Int32
    /// Whether a signal ended it: a crash.
    var isCrash: Bool
    var out: String
    var err: String

    /// The lines on standard error, without leading spaces.
    var messages: [String] {
        err.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

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

    /// Any program by its file; at most as many at a time as there are processors.
    static func run(
        _ executable: URL, _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) async throws -> Ending {
        try await Gate.shared.pass {
            // Files instead of pipes: nothing can fill up, however much is said.
            let folder = try Scratch()
            let (inFile, outFile, errFile) = (folder.url("in"), folder.url("out"), folder.url("err"))
            try input.write(to: inFile)
            for file in [outFile, errFile] { try Data().write(to: file) }
            let process = Process()
            process.executableURL = executable
            process.arguments = arguments
            process.currentDirectoryURL = Project.root
            process.environment = bareEnvironment.merging(environment) { $1 }
            process.standardInput = try FileHandle(forReadingFrom: inFile)
            process.standardOutput = try FileHandle(forWritingTo: outFile)
            process.standardError = try FileHandle(forWritingTo: errFile)
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in continuation.resume() }
                do { try process.run() } catch { continuation.resume(throwing: error) }
            }
            return Ending(
                code: process.terminationStatus, isCrash: process.terminationReason == .uncaughtSignal,
                out: String(decoding: try Data(contentsOf: outFile), as: UTF8.self),
                err: String(decoding: try Data(contentsOf: errFile), as: UTF8.self))
        }
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

/// Lets a few through at a time.
actor Gate {
    static let shared = Gate(places: max(2, ProcessInfo.processInfo.activeProcessorCount))

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { self.places = places }

    nonisolated func pass<T: Sendable>(_ body: @Sendable () async throws -> T) async rethrows -> T {
        await enter()
        do {
            let value = try await body()
            await leave()
            return value
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async {
        if places > 0 {
            places -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
