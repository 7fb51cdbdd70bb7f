import Foundation
import KompasTesting
import PolicyModel
import Testing

@testable import PolicyContent

/// The text `lijsten` has 21 smallest passages; each test says what became of some of them.
@Suite struct LedgerCheckTests {
    private func run(
        norms: String = "norms: []\n", ledger: String = "document: lijsten\nsections: []\n",
        cues: String = "cues: [niet, mits]\n", file: String = "norms/keuzes.yaml",
        then body: (SourceCheckReport, [ContentFinding]) throws -> Void
    ) throws {
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [(file, norms), ("ledger/lijsten.yaml", ledger), ("ledger/cues.yaml", cues)] {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        for (name, target) in [("lijsten.yaml", "outlines/lijsten.yaml"), ("lijsten.txt", "texts/lijsten.txt")] {
            let file = folder.appending(path: target)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: PassageFixtures.folder.appending(path: name), to: file)
        }
        let day = try #require(PolicyDate("2026-01-31"))
        let report = try SourceCheck(house: folder, schemas: HouseFixtures.schemas)
            .run(sources: folder.appending(path: "texts"), stamp: false, on: day)
        let findings = LedgerCheck(house: folder, schemas: HouseFixtures.schemas).findings(ids: ["a", "doel"])
        try body(report, findings)
    }

    private func hash(_ text: String) -> String { String(PassageNormaliser.sha256(text).prefix(16)) }

    @Test func `without links or decisions every passage is open`() throws {
        try run { report, findings in
            let account = try #require(report.accounts.first)
            #expect(account.passages == 21)
            #expect(account.open.count == 21)
            #expect(account.open[0].line == 2)
            #expect(account.open[0].beginning == "Onze keuzes zijn:")
            #expect(!report.isComplete)
            #expect(report.isSuccess)
            #expect(account.summary == "lijsten: 21 passages, 0 linked, 0 not normative, 21 open, 0.0 % accounted for")
            #expect(findings.isEmpty)
        }
    }

    @Test func `a record that points at a passage accounts for it`() throws {
        let norms = """
            norms:
              - id: a
                source: {document: lijsten, path: ["2", "2.1"], passage: {unit: sentence, starts: "Slot van"}}

            """
        try run(norms: norms) { report, _ in
            #expect(report.accounts.first?.linked == 1)
            #expect(report.accounts.first?.open.count == 20)
        }
    }

    @Test func `a whole item accounts for its sentences, but a cue in one of several needs its own word`() throws {
        let norms = """
            norms:
              - id: a
                source: {document: lijsten, path: ["2", "2.1", "C"], passage: {unit: item, starts: "Het stille gebied"}}

            """
        // Three sentences, none with a cue of these.
        try run(norms: norms, cues: "cues: [mits]\n") { report, _ in
            #expect(report.accounts.first?.linked == 3)
        }
        try run(norms: norms, cues: "cues: [blijft]\n") { report, _ in
            let account = try #require(report.accounts.first)
            #expect(account.linked == 2)
            #expect(
                account.open.filter { $0.cause == .cueInItem }.map(\.beginning) == ["Het stille gebied blijft stil."])
        }
    }

    @Test func `a decision accounts for a passage, and a cue that became nothing needs a reason of its own`() throws {
        func ledger(_ more: String) -> String {
            """
            document: lijsten
            sections:
              - path: ["2", "2.1"]
                passages:
                  - {starts: "Onze keuzes zijn:", sha256: '\(hash("Onze keuzes zijn:"))', nothing: background}
                  - {starts: "Slot van", sha256: '\(hash("Slot van het hoofdstuk."))', became: [doel]}
                  - starts: "Wij bouwen niet"
                    sha256: '\(hash("Wij bouwen niet in het dal van de beek."))'
                    nothing: background
            \(more)
            """
        }
        try run(ledger: ledger("")) { report, findings in
            let account = try #require(report.accounts.first)
            #expect(account.linked == 1)
            #expect(account.nothing == [.background: 1])
            #expect(account.open.filter { $0.cause == .cueWithoutReason }.map(\.line) == [3])
            #expect(findings.isEmpty)
        }
        try run(ledger: ledger("        because: staat ook in deel 3")) { report, findings in
            #expect(report.accounts.first?.nothing == [.background: 2])
            #expect(findings.isEmpty)
        }
    }

    @Test func `a decision about a passage that is not there, or a record that is not there, is an error`() throws {
        let ledger = """
            document: lijsten
            sections:
              - path: ["2", "2.1"]
                passages:
                  - {starts: "Weg", sha256: '0123456789abcdef', nothing: background}
                  - {starts: "Slot van", sha256: '\(hash("Slot van het hoofdstuk."))', became: [doell]}

            """
        try run(ledger: ledger) { report, findings in
            #expect(!report.isSuccess)
            #expect(
                report.ledgerFindings.map(\.description) == [
                    "ledger/lijsten.yaml:5:9: error: no passage `Weg` in [\"2\", \"2.1\"] of `lijsten`\n"
                        + "  help: the text or the outline has changed; decide again"
                ])
            #expect(findings.map(\.message) == ["there is no record `doell`"])
            #expect(findings.map(\.help) == ["did you mean `doel`?"])
        }
    }

    @Test(
        "A decision that says too little or too much is an error",
        arguments: [
            ("", "passage `Slot` became neither something nor nothing"),
            (", became: [a], nothing: background", "passage `Slot` became both something and nothing"),
            (", nothing: not-encodable", "`not-encodable` needs a reason"),
            (", nothing: repeats", "`repeats` needs the id of the record that says the same"),
            (", nothing: niets", "`niets` is not a value that is known here"),
        ])
    func incomplete(_ members: String, _ message: String) throws {
        let ledger = """
            document: lijsten
            sections:
              - path: ["2", "2.1"]
                passages:
                  - {starts: "Slot", sha256: '\(hash("Slot van het hoofdstuk."))'\(members)}

            """
        try run(ledger: ledger) { _, findings in #expect(findings.map(\.message) == [message]) }
    }

    @Test func `evidence in an account shows something about another record, and does not account for its passage`()
        throws
    {
        let contribution = """
            contributions:
              - id: a
                source: {document: lijsten, path: ["2", "2.1"], passage: {unit: sentence, starts: "Onze keuzes"}}
                account:
                  evidence:
                    - {document: lijsten, path: ["2", "2.1"], passage: {unit: sentence, starts: "Slot van"}}

            """
        try run(norms: contribution) { report, _ in
            #expect(report.verification.documents.first?.verified.count == 2)
            #expect(report.accounts.first?.linked == 1)
        }
    }

    @Test func `a scenario tests a passage and does not account for it`() throws {
        let norms = """
            scenarios:
              - sources:
                  - {document: lijsten, path: ["2", "2.1"], passage: {unit: sentence, starts: "Slot van"}}

            """
        try run(norms: norms) { report, _ in #expect(report.accounts.first?.linked == 1) }
        try run(norms: norms, file: "scenarios/keuzes.yaml") { report, _ in
            #expect(report.verification.documents.first?.verified.count == 1)
            #expect(report.accounts.first?.linked == 0)
        }
    }
}
