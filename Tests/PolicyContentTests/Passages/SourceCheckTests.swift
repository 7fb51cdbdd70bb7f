import Foundation
import KompasTesting
import PolicyModel
import Testing

@testable import PolicyContent

@Suite struct SourceCheckTests {
    /// A house in a folder of its own with the outline and text of `lijsten`.
    private struct House {
        let folder: URL
        let sources: URL
        var norms: URL { folder.appending(path: "norms/keuzes.yaml") }

        init(norms text: String) throws {
            folder = try TemporaryFolder.make()
            sources = folder.appending(path: "texts")
            for name in ["norms", "outlines", "texts"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            let fixtures = PassageFixtures.folder
            try FileManager.default.copyItem(
                at: fixtures.appending(path: "lijsten.yaml"), to: folder.appending(path: "outlines/lijsten.yaml"))
            try FileManager.default.copyItem(
                at: fixtures.appending(path: "lijsten.txt"), to: sources.appending(path: "lijsten.txt"))
            try text.write(to: norms, atomically: true, encoding: .utf8)
        }

        func run(stamp: Bool = false) throws -> SourceCheckReport {
            let day = try #require(PolicyDate("2026-01-31"))
            return try SourceCheck(house: folder).run(sources: sources, stamp: stamp, on: day)
        }

        func remove() { try? FileManager.default.removeItem(at: folder) }
    }

    private static let good = """
        norms:
          - id: a   # blijft
            source: {document: lijsten, path: ["2", "2.1", "A"], passage: {unit: item, starts: "Wij bouwen niet"}}
          - id: b
            source:
              document: lijsten
              path: ["2", "2.1"]
              passage: {unit: sentence, starts: "Slot van"}

        """

    @Test func `what is found is verified and written down`() throws {
        let house = try House(norms: Self.good)
        defer { house.remove() }
        let report = try house.run()
        #expect(report.isSuccess)
        #expect(report.lines == ["lijsten: 2 references, 2 verified, 0 missing, 0 changed, 0 ambiguous"])
        #expect(report.written == ["verified/lijsten.json"])
        let data = try Data(contentsOf: house.folder.appending(path: "verified/lijsten.json"))
        let verified = try JSONDecoder().decode(VerifiedDocument.self, from: data)
        let hashes = [
            PassageNormaliser.sha256("Wij bouwen niet in het dal van de beek."),
            PassageNormaliser.sha256("Slot van het hoofdstuk."),
        ]
        #expect(verified.passages == hashes.sorted())
        #expect(verified.normaliser == PassageNormaliser.version)
        #expect(verified.checkedOn == "2026-01-31")
        #expect(try house.run().written.isEmpty)
    }

    @Test func `stamping adds the hashes, and a second time changes nothing`() throws {
        let house = try House(norms: Self.good)
        defer { house.remove() }
        #expect(try house.run(stamp: true).stamped == 2)
        let text = try String(contentsOf: house.norms, encoding: .utf8)
        let a = PassageNormaliser.sha256("Wij bouwen niet in het dal van de beek.")
        let b = PassageNormaliser.sha256("Slot van het hoofdstuk.")
        #expect(
            text
                == Self.good.replacing("\"Wij bouwen niet\"", with: "\"Wij bouwen niet\", sha256: \(a)")
                .replacing("\"Slot van\"", with: "\"Slot van\", sha256: \(b)"))
        #expect(try house.run(stamp: true).stamped == 0)
        #expect(try house.run().isSuccess)
    }

    @Test func `a passage that changed fails until somebody stamps it again`() throws {
        let house = try House(
            norms: Self.good.replacing("\"Slot van\"", with: "\"Slot van\", sha256: 00ff"))
        defer { house.remove() }
        let hash = PassageNormaliser.sha256("Slot van het hoofdstuk.")
        let report = try house.run()
        #expect(!report.isSuccess)
        #expect(
            report.lines == [
                "norms/keuzes.yaml:6:7: the passage has changed: sentence `Slot van` in [\"2\", \"2.1\"] of `lijsten`\n"
                    + "    its hash is now \(hash); read it again, then stamp",
                "lijsten: 2 references, 1 verified, 0 missing, 1 changed, 0 ambiguous",
            ])
        let stamped = try house.run(stamp: true)
        #expect(stamped.stamped == 2)
        #expect(stamped.restamped.count == 1)
        #expect(try house.run().isSuccess)
    }

    @Test func `what is missing, ambiguous or nowhere is told with its place`() throws {
        let house = try House(
            norms: """
                - {document: lijsten, path: ["2", "2.2"], passage: {unit: item, starts: "Slot van"}}
                - {document: lijsten, path: ["2", "2.1"], passage: {unit: item, starts: "Wij bouwen"}}
                - {document: lijsten, path: ["7"], passage: {unit: item, starts: "Wij bouwen"}}
                - {document: elders, path: ["7"], passage: {unit: item, starts: "Wij bouwen"}}
                - {document: lijsten, path: ["2"], passage: {unit: zin, starts: "Wij bouwen"}}
                """)
        defer { house.remove() }
        let report = try house.run()
        #expect(!report.isSuccess)
        #expect(
            report.verification.findings.map(\.message) == [
                "norms/keuzes.yaml:1:3: no item `Slot van` in [\"2\", \"2.2\"] of `lijsten`",
                "norms/keuzes.yaml:2:3: 2 passages match item `Wij bouwen` in [\"2\", \"2.1\"] of `lijsten`",
                "norms/keuzes.yaml:3:3: no section [\"7\"] in `lijsten`",
                "norms/keuzes.yaml:4:3: no outline for document `elders`",
                "norms/keuzes.yaml:5:3: unit `zin` with starts `Wij bouwen` is no passage",
            ])
        #expect(
            report.verification.findings[1].help == [
                "nth 1: line 3 in [\"2\", \"2.1\", \"A\"]: Wij bouwen niet in het dal van de ...",
                "nth 2: line 6 in [\"2\", \"2.1\", \"B\"]: Wij bouwen wel op de heuvel, mits:",
            ])
        #expect(
            report.lines.suffix(2) == [
                "elders: 1 references, 0 verified, 1 missing, 0 changed, 0 ambiguous",
                "lijsten: 4 references, 0 verified, 3 missing, 0 changed, 1 ambiguous",
            ])
    }

    @Test func `another text than was reviewed fails and nothing is written`() throws {
        let house = try House(norms: Self.good)
        defer { house.remove() }
        let file = house.sources.appending(path: "lijsten.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("Ook 's nachts", with: "Ook overdag").write(to: file, atomically: true, encoding: .utf8)
        let report = try house.run(stamp: true)
        #expect(!report.isSuccess)
        #expect(report.stamped == 0)
        #expect(report.written.isEmpty)
        let document = try #require(report.verification.documents.first)
        #expect(document.verified.count == 2)
        #expect(document.summary.contains("`lijsten.txt` is not the text that was reviewed: it has "))
    }

    @Test func `a text that is not there is told once`() throws {
        let house = try House(norms: Self.good)
        defer { house.remove() }
        try FileManager.default.removeItem(at: house.sources.appending(path: "lijsten.txt"))
        let report = try house.run()
        #expect(!report.isSuccess)
        #expect(report.verification.documents.first?.missing == 2)
        #expect(report.verification.documents.first?.faults.count == 1)
    }
}
