public import Foundation
internal import LimitedProcess
internal import Subprocess
internal import SystemPackage

/// What a program said and how it ended.
public struct Ending: Sendable {
    /// Its exit code, or the signal that ended it.
    public var code: Int32
    /// Whether a signal ended it: a crash.
    public var isCrash: Bool
    public var outBytes: Data
    public var err: String

    public var out: String { String(decoding: outBytes, as: UTF8.self) }

    /// The lines on standard error, without leading spaces.
    public var messages: [String] {
        err.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

/// Another program that a test needs: ours as a user runs it, or an independent witness.
public enum OtherProgram {
    private static let turnstile = Turnstile(
        places: max(2, ProcessInfo.processInfo.activeProcessorCount), seats: .max)

    /// More than any program here says.
    private static let mostBytes = 1 << 30

    /// The Python that the set-up made for tests.
    public static let python =
        ProcessInfo.processInfo.environment["KOMPAS_PYTHON"].map { URL(filePath: $0) }
        ?? PackageRoot.url(".venv/bin/python")

    /// Runs a program and waits for it; at most as many at a time as there are processors.
    ///
    /// - Parameters:
    ///   - input: what stands on standard input; nothing when left out.
    ///   - environment: all of its environment; that of the tests when left out.
    ///   - folder: its working folder; that of the tests when left out.
    /// - Throws: what prevents it from starting.
    public static func run(
        _ program: URL, _ arguments: [String], input: Data = Data(), environment: [String: String]? = nil,
        in folder: URL? = nil
    ) async throws -> Ending {
        let ending = try await turnstile.pass {
            let ending = try await Subprocess.run(
                .path(FilePath(program.path)), arguments: Arguments(arguments),
                environment: environment.map { .only($0) } ?? .inherit,
                workingDirectory: folder.map { FilePath($0.path) }, input: .array(Array(input)),
                output: .bytes(limit: mostBytes), error: .string(limit: mostBytes))
            let (code, isCrash) =
                switch ending.terminationStatus {
                case .exited(let code): (code, false)
                case .signaled(let signal): (signal, true)
                }
            return Ending(
                code: code, isCrash: isCrash, outBytes: Data(ending.standardOutput), err: ending.standardError)
        }
        guard let ending else { throw CancellationError() }
        return ending
    }
}
