import Foundation
import KompasTesting
import Subprocess
import SystemPackage
import Testing

@testable import Casework
@testable import Store

/// A program that writes is killed at a random moment, again and again on the same store. Whatever it said was written
/// is there, and the chain is whole.
@Suite("Killed in the middle of a write")
struct KillTests {
    @Test("every write that was answered survives, round after round")
    func killed() async throws {
        let rounds = ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1" ? 200 : 8
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = folder.appending(path: "data", directoryHint: .isDirectory)
        var answered: [ChainHead] = []
        for round in 0..<rounds {
            let said = folder.appending(path: "said")
            let program = try #require(Self.program, "`kompas-write-loop` is not built")
            let file = try FileDescriptor.open(
                said.path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
            let ending = try await Subprocess.run(
                .path(FilePath(program.path)), arguments: [data.path], input: .none,
                output: .fileDescriptor(file, closeAfterSpawningProcess: true), error: .discarded
            ) { writer in
                // Also before the store is there at all, in the first rounds.
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...600)))
                try writer.send(signal: .kill)
            }
            #expect(ending.terminationStatus == .signaled(SIGKILL), "round \(round)")
            answered += try Self.heads(said)
            let store = try Store(folder: data)
            #expect(try await store.verify(known: answered.last).faults == [], "round \(round)")
            let events = try await store.head().sequence
            // At most the one that was under way is there without having been answered.
            #expect(events >= answered.count, "round \(round)")
            #expect(events <= answered.count + round + 1, "round \(round)")
            try store.close()
        }
        #expect(answered.count > rounds)
        #expect(Set(answered.map(\.sequence)).count == answered.count)
        let store = try Store(folder: data)
        for head in answered {
            #expect(try await store.verify(known: head).faults == [])
            // All of them is much; the last of each round was looked at already.
            if head.sequence > 20 { break }
        }
    }

    /// The lines that were said whole.
    private static func heads(_ file: URL) throws -> [ChainHead] {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { line in
            let fields = line.split(separator: " ")
            guard fields.count == 2, let sequence = Int(fields[0]) else { return nil }
            return ChainHead(sequence: sequence, hash: String(fields[1]))
        }
    }

    /// Beside the tests.
    private static var program: URL? {
        let starts =
            ([Bundle.main.executableURL?.path] + CommandLine.arguments).compactMap(\.self)
            + [PackageRoot.url(".build/debug/x").path]
        for start in starts {
            var folder = URL(filePath: start).resolvingSymlinksInPath().deletingLastPathComponent()
            while folder.path.count > 1 {
                let file = folder.appending(path: "kompas-write-loop")
                if FileManager.default.isExecutableFile(atPath: file.path) { return file }
                folder.deleteLastPathComponent()
            }
        }
        return nil
    }
}
