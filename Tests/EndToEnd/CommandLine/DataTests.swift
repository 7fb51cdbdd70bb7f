import Foundation
import KompasTesting
import Testing

/// A data folder with the example dossiers, filled once.
private actor ExampleData {
    static let shared = ExampleData()
    private var filling: Task<Scratch, any Error>?

    func scratch() async throws -> Scratch {
        if let filling { return try await filling.value }
        let task = Task {
            let scratch = try Scratch()
            let ending = try await Program.kompas(
                "examples", "Examples/dossiers.yaml", "--data", scratch.path("data"), "--on", "2026-11-20")
            try #require(ending.code == 0, "\(ending.err)")
            return scratch
        }
        filling = task
        return try await task.value
    }
}

@Suite("Looking after the data from the command line")
struct DataTests {
    /// A copy of the example data that a test may change.
    private func data() async throws -> Scratch {
        let examples = try await ExampleData.shared.scratch()
        let copy = try Scratch()
        let ending = try await Program.kompas("backup", "--data", examples.path("data"), "-o", copy.path("kopie"))
        try #require(ending.code == 0, "\(ending.err)")
        let restored = try await Program.kompas("restore", copy.path("kopie"), "--data", copy.path("data"))
        try #require(restored.code == 0, "\(restored.err)")
        return copy
    }

    private func verify(_ data: String, _ more: String...) async throws -> (code: Int32, tree: Tree) {
        let ending = try await Program.kompas.run(["audit", "verify", "--data", data, "--format", "json"] + more)
        #expect(ending.err == "")
        return (ending.code, try Tree(parsing: ending.out))
    }

    @Test("audit verify says that the chain is whole and where it is; with a head from before it knows more")
    func verified() async throws {
        let data = try await ExampleData.shared.scratch().path("data")
        let (code, tree) = try await verify(data)
        #expect(code == 0)
        #expect(tree["schema"].text == "kompas/audit/1")
        #expect(tree["whole"].flag == true)
        #expect(tree["faults"].list == [])
        #expect(tree["known"].isNull)
        let head = try #require(tree["head"].text)
        #expect(head.hasSuffix("@\(Int(tree["events"].number ?? 0))"))
        #expect(try await verify(data, "--head", head).tree["known"].text == head)

        let words = try await Program.kompas("audit", "verify", "--data", data)
        #expect(words.code == 0)
        let lines = words.out.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("De keten is heel: ") == true)
        #expect(lines.last == "Stand: \(head)")
    }

    @Test("a head that the chain does not have, or not yet, is exit 1 and is named")
    func otherHead() async throws {
        let data = try await ExampleData.shared.scratch().path("data")
        let hash = String(repeating: "a", count: 64)
        let (code, tree) = try await verify(data, "--head", "\(hash)@2")
        #expect(code == 1)
        #expect(tree["whole"].flag == false)
        #expect(tree["faults"].list.map { $0["kind"].text } == ["other-head"])
        let later = try await verify(data, "--head", "\(hash)@100000")
        #expect(later.code == 1)
        #expect(later.tree["faults"][0]["kind"].text == "cut-off")
        let words = try await Program.kompas("audit", "verify", "--data", data, "--head", "\(hash)@2")
        #expect(words.code == 1)
        #expect(words.out.contains("De keten is NIET heel"))
        #expect(words.out.contains("  Gebeurtenis 2 is een andere dan die van de opgegeven stand.\n"))
    }

    @Test("a backup that is put back has the same chain; one that is there stays unless it is asked otherwise")
    func backup() async throws {
        let scratch = try await data()
        let examples = try await verify(try await ExampleData.shared.scratch().path("data")).tree
        #expect(try await verify(scratch.path("data")).tree == examples)
        let again = try await Program.kompas("restore", scratch.path("kopie"), "--data", scratch.path("data"))
        #expect(again.code == 1)
        #expect(again.messages.first?.hasSuffix("staan al gegevens") == true)
        let forced = try await Program.kompas(
            "restore", scratch.path("kopie"), "--data", scratch.path("data"), "--force", "--format", "json")
        #expect(forced.code == 0)
        let earlier = try #require(try Tree(parsing: forced.out)["earlier"].text)
        #expect(FileManager.default.fileExists(atPath: earlier))
        let wrong = try scratch.write("geen kopie", to: "fout")
        let refused = try await Program.kompas("restore", wrong, "--data", scratch.path("leeg"))
        #expect(refused.code == 1)
        #expect(refused.messages == ["kompas: dit bestand is geen kopie van Kompas"])
    }

    @Test("an export gives a value a line, to a file or to standard output, the same both times")
    func export() async throws {
        let scratch = try await data()
        let printed = try await Program.kompas("export", "--data", scratch.path("data"))
        #expect(printed.code == 0)
        let lines = try printed.out.split(separator: "\n").map { try Tree(parsing: String($0)) }
        #expect(lines.first?["schema"].text == "kompas/export/1")
        let types = Set(lines.compactMap { $0["type"].text })
        #expect(types.isSuperset(of: ["store", "account", "plan", "event", "text", "record"]))
        let written = try await Program.kompas("export", "--data", scratch.path("data"), "-o", scratch.path("uit"))
        #expect(written.code == 0)
        #expect(written.out == "")
        #expect(try String(contentsOf: scratch.url("uit"), encoding: .utf8) == printed.out)
    }

    @Test("texts of a finished dossier are erased on a ground, and the chain stays whole")
    func erase() async throws {
        let scratch = try await data()
        let data = scratch.path("data")
        let exported = try await Program.kompas("export", "--data", data)
        let records = try exported.out.split(separator: "\n").map { try Tree(parsing: String($0)) }
            .filter { $0["type"].text == "record" }
        let dossier = try #require(records.first?["dossier"].text)
        let listed = try await Program.kompas("audit", "texts", dossier, "--data", data, "--format", "json")
        let text = try #require(
            try Tree(parsing: listed.out)["texts"].first(where: "kind", is: "argument")["id"].text)
        let erase = ["audit", "erase", text, "--dossier", dossier, "--data", data, "--by", "gemeentearchivaris"]
        let empty = try await Program.kompas.run(erase + ["--ground", " "])
        #expect(empty.code == 1)
        #expect(empty.messages == ["kompas: Vul in: de grond."])
        let erased = try await Program.kompas.run(erase + ["--ground", "verzoek van betrokkene"])
        #expect(erased.code == 0)
        #expect(erased.out == "1 tekst gewist in 1 dossier.\n")
        let after = try await verify(data)
        #expect(after.code == 0)
        #expect(after.tree["erasedTexts"].number == 1)
        let words = try await Program.kompas("audit", "texts", dossier, "--data", data)
        #expect(words.out.contains("\(text)  argument  gewist op "))
        let twice = try await Program.kompas.run(erase + ["--ground", "verzoek"])
        #expect(twice.code == 1)
        let none = try await Program.kompas(
            "audit", "erase", "--expired", "--data", data, "--by", "archief", "--ground", "termijn")
        #expect(none.out == "0 teksten gewist in 0 dossiers.\n")
    }

    @Test(
        "without data there is a message and exit 1, and nothing is made",
        arguments: [
            ["audit", "verify"], ["audit", "texts", "x"], ["backup", "-o", "x"], ["export"],
            ["audit", "erase", "--expired", "--ground", "g", "--by", "b"],
        ])
    func noData(arguments: [String]) async throws {
        let scratch = try Scratch()
        let ending = try await Program.kompas.run(arguments + ["--data", scratch.path("niets")])
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(ending.messages.first == "kompas: in `\(scratch.path("niets"))` staan geen gegevens")
        #expect(try scratch.names() == [])
    }

    @Test(
        "wrong usage is exit 2",
        arguments: [
            ["backup"], ["restore"], ["audit", "texts"], ["audit", "frob"], ["audit", "verify", "--head", "x"],
            ["audit", "erase", "--ground", "g", "--by", "b"], ["audit", "erase", "1.a", "--ground", "g", "--by", "b"],
            ["audit", "erase", "--expired", "1.a", "--ground", "g", "--by", "b"], ["audit", "erase", "--expired"],
        ])
    func usage(arguments: [String]) async throws {
        let ending = try await Program.kompas.run(arguments)
        #expect(ending.code == 2)
        #expect(ending.out == "")
        #expect(!ending.err.isEmpty)
    }
}
