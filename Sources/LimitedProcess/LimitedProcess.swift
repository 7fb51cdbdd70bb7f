public import Foundation
internal import Synchronization

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
        for file in [output, messages] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let (outputHandle, messagesHandle) = (
            try FileHandle(forWritingTo: output), try FileHandle(forWritingTo: messages)
        )
        defer {
            try? outputHandle.close()
            try? messagesHandle.close()
        }
        process.standardOutput = outputHandle
        process.standardError = messagesHandle
        let running = Running(process)
        let clock = Task {
            try await Task.sleep(for: .seconds(seconds))
            running.stop(becauseOfTime: true)
        }
        defer { clock.cancel() }
        try await withTaskCancellationHandler {
            try await running.wait()
        } onCancel: {
            running.stop(becauseOfTime: false)
        }
        try Task.checkCancellation()
        return try ending(of: running, output, messages)
    }

    private func ending(of running: Running, _ output: URL, _ messages: URL) throws -> Ending {
        let said = try Self.read(output, atMost: outputBytes + 1)
        let way: Ending.Way =
            if running.hasTimedOut {
                .timedOut
            } else if running.process.terminationReason == .uncaughtSignal {
                .killed(signal: running.process.terminationStatus)
            } else if said.count > outputBytes {
                .saidTooMuch
            } else {
                .exited(running.process.terminationStatus)
            }
        let words = try Self.read(messages, atMost: Self.messageBytes)
        return Ending(way: way, output: said, messages: String(decoding: words, as: UTF8.self))
    }

    private static func read(_ file: URL, atMost bytes: Int) throws -> Data {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return try handle.read(upToCount: bytes) ?? Data()
    }
}

/// A process that was started; watched by more than one task.
private final class Running: @unchecked Sendable {
    private enum Stop { case late, unwanted }

    /// Set up before anybody else sees it, and only asked afterwards.
    let process: Process
    private let stop = Mutex<Stop?>(nil)

    init(_ process: Process) { self.process = process }

    var hasTimedOut: Bool { stop.withLock { $0 == .late } }

    func wait() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do {
                try process.run()
            } catch {
                // A handler that nobody calls any more must not hold the continuation.
                process.terminationHandler = nil
                continuation.resume(throwing: error)
                return
            }
            // It may have been stopped before it ran.
            if stop.withLock({ $0 != nil }) { end() }
        }
    }

    func stop(becauseOfTime: Bool) {
        stop.withLock { $0 = $0 ?? (becauseOfTime ? .late : .unwanted) }
        end()
    }

    private func end() {
        guard process.isRunning else { return }
        // Returns 0, or -1 when it is gone already.
        _ = kill(process.processIdentifier, SIGKILL)
    }
}
