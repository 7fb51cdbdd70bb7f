public import Foundation
internal import Subprocess
internal import SystemPackage

/// A program that is run on its own: without the settings of this process, with nothing to read, in a folder of its own, and
/// not longer than it may take. What it may use of memory and processor it limits itself.
///
/// What it writes goes to files in that folder, so that nothing fills up however much it says.
public struct LimitedProcess: Sendable {
    public var program: URL
    public var arguments: [String]
    /// Its working folder; only it and we should be able to look in.
    public var folder: URL
    /// All of its environment; see ``bareEnvironment(keeping:)``.
    public var environment: [String: String]
    /// Seconds on the clock after which it is killed.
    public var seconds: Double
    /// More bytes on standard output than these are a failure.
    public var outputBytes = 64_000_000

    public init(
        program: URL, arguments: [String], folder: URL, environment: [String: String], seconds: Double
    ) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.environment = environment
        self.seconds = seconds
    }

    /// How it ended, and what it said.
    public struct Ending: Sendable {
        public enum Way: Sendable, Hashable {
            case exited(Int32)
            /// Something outside stopped it: a limit of the system, or a fault of its own.
            case killed(signal: Int32)
            /// It took too long.
            case timedOut
            /// It wrote more than it may.
            case saidTooMuch
        }
        public var way: Way
        public var output: Data
        /// The first few thousand bytes of standard error, for a log.
        public var messages: String
    }

    private static let messageBytes = 4_000

    /// The few variables that programs need to start, and those of ours that are named.
    public static func bareEnvironment(keeping names: [String] = []) -> [String: String] {
        let ours = ProcessInfo.processInfo.environment
        var environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"]
        // Where the libraries of Swift are when they do not stand beside the program.
        for name in names + ["LD_LIBRARY_PATH"] { environment[name] = ours[name] }
        return environment
    }

    /// Runs it and waits. When the task is cancelled, the program is killed.
    /// - Throws: when it cannot be started.
    public func run() async throws -> Ending {
        let (output, messages) = (folder.appending(path: ".uitvoer"), folder.appending(path: ".meldingen"))
        let status = try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
            group.addTask { try await execute(output, messages) }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return nil
            }
            // Whichever ends first ends the other.
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        try Task.checkCancellation()
        let said = try Self.read(output, atMost: outputBytes + 1)
        let way: Ending.Way =
            switch status {
            case nil: .timedOut
            case .signaled(let signal): .killed(signal: signal)
            case .exited where said.count > outputBytes: .saidTooMuch
            case .exited(let code): .exited(code)
            }
        let words = try Self.read(messages, atMost: Self.messageBytes)
        return Ending(way: way, output: said, messages: String(decoding: words, as: UTF8.self))
    }

    /// How the program ended that wrote to these files.
    private func execute(_ output: URL, _ messages: URL) async throws -> TerminationStatus {
        try await Subprocess.run(
            .path(FilePath(program.path)), arguments: Arguments(arguments),
            environment: .only(environment),
            workingDirectory: FilePath(folder.path), input: .none,
            output: .fileDescriptor(try Self.create(output), closeAfterSpawningProcess: true),
            error: .fileDescriptor(try Self.create(messages), closeAfterSpawningProcess: true)
        ).terminationStatus
    }

    private static func create(_ file: URL) throws -> FileDescriptor {
        try .open(file.path, .writeOnly, options: [.create, .truncate, .closeOnExec], permissions: .ownerReadWrite)
    }

    private static func read(_ file: URL, atMost bytes: Int) throws -> Data {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return try handle.read(upToCount: bytes) ?? Data()
    }
}
