import Foundation
import KompasTesting
import Testing

@testable import LimitedProcess

@Suite("A program that is run on its own")
struct LimitedProcessTests {
    private func run(
        _ script: String, seconds: Double = 60, outputBytes: Int? = nil, environment: [String: String] = [:]
    ) async throws -> LimitedProcess.Ending {
        try await TemporaryFolder.use { folder in
            var process = LimitedProcess(
                program: URL(filePath: "/bin/sh"), arguments: ["-c", script], folder: folder,
                environment: environment, seconds: seconds)
            if let outputBytes { process.outputBytes = outputBytes }
            return try await process.run()
        }
    }

    @Test("what it says and how it ends are told apart")
    func endings() async throws {
        let said = try await run("echo uit; echo fout >&2; exit 7")
        #expect(said.way == .exited(7))
        #expect(said.output == Data("uit\n".utf8))
        #expect(said.messages == "fout\n")
        #expect(try await run("kill -ABRT $$").way == .killed(signal: 6))
        #expect(try await run("exec sleep 600", seconds: 0.2).way == .timedOut)
        #expect(try await run("printf 123", outputBytes: 3).way == .exited(0))
        #expect(try await run("printf 1234", outputBytes: 3).way == .saidTooMuch)
    }

    @Test("it has the folder, the environment and nothing to read")
    func surroundings() async throws {
        let names = try await run("env; cat", environment: ["EEN": "1=é", "TWEE": ""])
        let lines = Set(String(decoding: names.output, as: UTF8.self).split(separator: "\n"))
        #expect(lines.isSuperset(of: ["EEN=1=é", "TWEE="]))
        // What a shell adds by itself.
        #expect(lines.subtracting(["EEN=1=é", "TWEE="]).allSatisfy { $0.hasPrefix("PWD=") })
        let folder = try await run("pwd; ls")
        #expect(String(decoding: folder.output, as: UTF8.self).contains("/kompas-"))
    }

    @Test("a program that is not there cannot be started")
    func missing() async throws {
        await #expect(throws: (any Error).self) {
            try await TemporaryFolder.use { folder in
                try await LimitedProcess(
                    program: folder.appending(path: "niets"), arguments: [], folder: folder, environment: [:],
                    seconds: 60
                ).run()
            }
        }
    }

    @Test("when nobody waits for it any more, it is killed")
    func cancelled() async throws {
        try await TemporaryFolder.use { folder in
            let task = Task {
                try await LimitedProcess(
                    program: URL(filePath: "/bin/sh"), arguments: ["-c", "echo $$ > wie; exec sleep 600"],
                    folder: folder, environment: LimitedProcess.bareEnvironment(), seconds: 600
                ).run()
            }
            let file = folder.appending(path: "wie")
            var process: Int32?
            while process == nil {
                try await Task.sleep(for: .milliseconds(10))
                process = (try? String(contentsOf: file, encoding: .utf8)).flatMap {
                    $0.hasSuffix("\n") ? Int32($0.dropLast()) : nil
                }
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(kill(try #require(process), 0) == -1)
        }
    }

    @Test("it starts however many files and connections are open here, and gets none of them")
    func manyFiles() async throws {
        // Over-reading a list of so many is how a library once brought the whole server down.
        let count = 3_000
        #expect(ResourceLimit.openFiles.raise(to: 2 * count) >= count)
        let files = try (0..<count).map { _ in try FileHandle(forReadingFrom: URL(filePath: "/dev/null")) }
        for _ in 0..<20 {
            let ending = try await run("ls /proc/self/fd", environment: LimitedProcess.bareEnvironment())
            #expect(ending.way == .exited(0))
            // Standard input, output and error, and the folder that is listed.
            #expect(ending.output == Data("0\n1\n2\n3\n".utf8))
        }
        for file in files { try file.close() }
    }
}

@Suite("Limits of the system")
struct ResourceLimitTests {
    @Test("a limit is raised as far as the system allows and never lowered by that")
    func raise() throws {
        func soft() throws -> Int {
            let line = try #require(
                String(contentsOfFile: "/proc/self/limits", encoding: .utf8).split(separator: "\n")
                    .first { $0.hasPrefix("Max open files") })
            return try #require(Int(line.split(separator: " ")[3]))
        }
        let before = try soft()
        #expect(ResourceLimit.openFiles.raise(to: 1) >= before)
        #expect(try soft() >= before)
        #expect(ResourceLimit.openFiles.raise(to: 8_192) == (try soft()))
    }
}
