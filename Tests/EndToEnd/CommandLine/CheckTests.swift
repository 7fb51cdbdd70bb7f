import Foundation
import KompasTesting
import Testing

/// `kompas check` on the whole policy house.
@Suite("Checking the whole house")
struct CheckTests {
    /// The texts of the documents, beside the project.
    private static let sources = SharedFolder.url(file: #filePath).appending(path: "sources")

    /// A copy of the content, because a check with texts writes what it verified.
    private func withCopy(_ body: (String) async throws -> Void) async throws {
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: Project.content, to: scratch.url("content"))
        try await body(scratch.url("content/pv22").path)
    }

    @Test(
        "every passage of all five documents is accounted for, and every source is found",
        .enabled(if: SharedFolder.isWanted("sources", file: #filePath), "../shared/sources not present"))
    func complete() async throws {
        try await withCopy { house in
            let ending = try await Program.kompas(
                "check", "--house", house, "--sources", Self.sources.path, "--strict", "--format", "json", "--on",
                Project.day)
            #expect(ending.code == 0, "\(ending.out.suffix(2000))\(ending.err)")
            let tree = try Tree(parsing: ending.out)
            let ledger = tree["ledger"].list
            // The numbers of passages are those of the independent splitter in Tests/Oracles.
            #expect(
                ledger.map { "\($0["document"].text ?? "") \($0["passages"].number ?? 0)" } == [
                    "arrangement-2025 379.0", "bodemstrategie-2021 1742.0", "natuurvisie-2040 424.0",
                    "omgevingsvisie-2026 1799.0", "werksessies-2025 188.0",
                ])
            for account in ledger {
                #expect(account["open"].list.isEmpty)
                #expect(account["shareAccountedFor"].number == 1)
            }
            #expect(tree["passageFindings"].list.isEmpty)
            #expect(tree["findings"].list.isEmpty)
        }
    }

    @Test(
        "a passage that nothing accounts for is told, and fails a strict check",
        .enabled(if: SharedFolder.isWanted("sources", file: #filePath), "../shared/sources not present"))
    func open() async throws {
        try await withCopy { house in
            let file = URL(filePath: house).appending(path: "ledger/werksessies-2025.yaml")
            try "document: werksessies-2025\nsections: []\n".write(to: file, atomically: true, encoding: .utf8)
            try FileManager.default.removeItem(at: URL(filePath: house).appending(path: "participation"))
            let arguments = ["check", "--house", house, "--sources", Self.sources.path, "--on", Project.day]
            let mild = try await Program.kompas.run(arguments)
            #expect(
                mild.out.contains(
                    "werksessies-2025: 188 passages, 0 linked, 0 not normative, 188 open, 0.0 % accounted for"))
            #expect(mild.out.contains("werksessies-2025: and 168 more open passages"))
            let strict = try await Program.kompas.run(arguments + ["--strict"])
            #expect(strict.code == 1)
        }
    }

    @Test("every scenario comes out as its text says, and every norm is reached")
    func scenarios() async throws {
        let ending = try await Program.kompas("check", "--scenarios", "--strict", "--format", "json")
        #expect(ending.code == 0, "\(ending.out.suffix(2000))")
        let scenarios = try Tree(parsing: ending.out)["scenarios"]
        #expect(scenarios["failed"].list.isEmpty)
        #expect(scenarios["unreachedNorms"].list.isEmpty)
        #expect(scenarios["run"].number ?? 0 > 1000)
    }

    @Test("the corpus check lists contradictions, what is stale, and the same norm in several documents")
    func corpus() async throws {
        let ending = try await Program.kompas("check", "--corpus", "--format", "json", "--on", Project.day)
        #expect(ending.code == 0)
        let corpus = try Tree(parsing: ending.out)["corpus"]
        let pillows = corpus.first(
            where: "id", is: "contradiction:bodem.delfstoffen.kaart4-diep-zout~bodem.delfstoffen.zoutkussens")
        #expect(pillows["known"].flag == true)
        #expect(
            corpus.first(where: "id", is: "stale:arrangement-2025")["details"].texts == [
                "status op 2026-11-20: due-for-review"
            ])
        let carbon = corpus.all(where: "kind", is: "same").first { $0["title"].text == "co2-opslag" }
        #expect(carbon?["about"].texts.contains("visie.ondergrond.co2") == true)
        #expect(carbon?["about"].texts.contains("bodem.energie.co2-opslag") == true)
        #expect(corpus.all(where: "kind", is: "known").count >= 50)
    }

    @Test(
        "two editions are compared passage by passage",
        .enabled(if: SharedFolder.isWanted("sources", file: #filePath), "../shared/sources not present"))
    func editions() async throws {
        let scratch = try Scratch()
        let old = Self.sources.appending(path: "001_83610e9fa5892f6c.txt")
        let text = try String(contentsOf: old, encoding: .utf8)
        let new = scratch.url("nieuw.txt")
        try text.replacing("verwarring", with: "onduidelijkheid").write(to: new, atomically: true, encoding: .utf8)
        let ending = try await Program.kompas("check", "--compare", old.path, new.path, "--format", "json")
        #expect(ending.code == 0, "\(ending.err)")
        let tree = try Tree(parsing: ending.out)
        let words = text.components(separatedBy: "verwarring").count - 1
        #expect(tree["differences"].list.count <= words)
        #expect(tree["differences"].list.allSatisfy { $0["kind"].text == "changed" })
        #expect(tree["differences"][0]["reliedOnBy"].texts.contains { $0.hasPrefix("participation/") })

        let unknown = try await Program.kompas("check", "--compare", new.path, old.path)
        #expect(unknown.code == 1)
        #expect(unknown.messages.first?.contains("is van geen document van dit huis de nagekeken tekst") == true)
        let missing = try await Program.kompas("check", "--compare", old.path, scratch.url("weg.txt").path)
        #expect(missing.code == 1)
        let one = try await Program.kompas("check", "--compare", old.path)
        #expect(one.code == 2)
    }
}
