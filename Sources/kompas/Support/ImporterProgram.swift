import Foundation
import Subprocess
import SystemPackage

/// The program beside this one that alone opens and writes foreign formats.
enum ImporterProgram {
    /// Runs it in the place of this program: with the same input and output.
    static func run(_ arguments: [String]) async throws {
        let ending = try await Subprocess.run(
            .path(FilePath(try find().path)), arguments: Arguments(arguments), input: .currentStandardInput,
            output: .currentStandardOutput, error: .currentStandardError)
        switch ending.terminationStatus {
        case .exited(0): return
        case .exited(let code): throw KompasExit(code: code)
        case .signaled(let signal): throw KompasExit(code: 128 + signal)
        }
    }

    static func find() throws -> URL {
        let beside = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "kompas-import")
        guard let beside, FileManager.default.isExecutableFile(atPath: beside.path) else {
            throw Failure.message(
                "`kompas-import` staat niet naast `kompas`", help: "bouw het met `swift build --product kompas-import`")
        }
        return beside
    }
}
