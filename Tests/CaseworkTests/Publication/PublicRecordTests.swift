import Accounts
import CanonicalJSON
import Foundation
import Testing

@testable import Casework

@Suite("The public record")
struct PublicRecordTests {
    /// Everything that a record can hold.
    private func full() throws -> TestCase {
        var test = try TestCase.readyToRead()
        test.context.deviations = [TestCase.deviation]
        try test.does(People.anna) {
            try $0.addItem(.dilemma, ItemContent(text: "Rust of ruimte?", tension: "norms:a~b"))
        }
        try test.does(People.bas) {
            try $0.addItem(.condition, ItemContent(text: "Geen licht.", who: "de eigenaar", when: "meteen"))
        }
        try test.does(People.anna) { try $0.addItem(.dilemma, ItemContent(text: "Weg ermee.")) }
        try test.does(People.anna) {
            try $0.changeItem("d2", ItemContent(text: "Weg ermee.", isRemoved: true), basedOn: 1)
        }
        try test.does(People.anna) { try $0.contest("a", reason: "De kaart is oud.") }
        try test.does(People.anna) { try $0.answer("geluid", true, reason: "Gemeten.") }
        try test.does(People.anna) {
            try $0.declareDeviation("waterplan", DeviationContent(deviates: true, reason: "De dijk."), basedOn: 0)
        }
        try test.does(People.bas) { try $0.comment("Onder ons gezegd.") }
        try test.does(People.anna) { try $0.askReading(of: People.carla) }
        try test.does(People.carla) { try $0.refuse(noInterest: true, comment: "Leg de dijk uit.") }
        try test.does(People.anna) { try $0.askReading(of: People.carla) }
        try test.does(People.carla) { try $0.approve(noInterest: true, comment: "", isCurrent: true) }
        return test
    }

    private func record(_ test: TestCase, stamp: PublicRecord.Stamp? = nil) throws -> PublicRecord {
        try PublicRecord(
            dossier: test.dossier(), report: SampleReport.json(), house: SampleReport.house(), stamp: stamp)
    }

    private static let stamp = PublicRecord.Stamp(
        number: "2026-0001", publishedAt: "2026-11-20T10:00:00.000Z",
        anchor: ChainHead(sequence: 14, hash: String(repeating: "a", count: 64)))

    @Test("it says what was asked, where, what policy says, what pulls, how it was weighed, and what came out")
    func contents() throws {
        let record = try record(full())
        #expect(record.title?.text == "Steiger")
        #expect(record.details.question?.text == "Past een steiger hier?")
        #expect(record.details.mandate?.text == "Mandaatregeling 2026")
        #expect(record.activities == [PublicRecord.Named(id: "steiger", label: "Steiger")])
        #expect(record.place.settlements == [PublicRecord.Share(id: "n", name: "Noordwijk", share: 0.25)])
        #expect(record.place.designations == [PublicRecord.Named(id: "oever", label: "Oever")])
        #expect(record.policy.map(\.finding) == ["a"])
        #expect(record.policy[0].source.starts == "Het bestuur")
        #expect(record.tensions.map(\.about) == ["de oever"])
        #expect(record.weighing[0].cells.map(\.contributes) == [true, false])
        #expect(record.weighing[0].cells[0].contributesArgument?.text == "Het blijft stil.")
        #expect(record.weighing[0].cells[1].contributesArgument == nil)
        #expect(record.dilemmas.map(\.text?.text) == ["Rust of ruimte?"])
        #expect(record.conditions.map(\.who?.text) == ["de eigenaar"])
        #expect(record.outcome?.title == "Past bij Meerstad")
        #expect(record.outcome?.argument?.text == "Het past hier.")
        #expect(record.contests.map(\.reason?.text) == ["De kaart is oud."])
        #expect(record.contests.map(\.by) == ["behandelaar"])
        #expect(record.answers.map(\.value) == [true])
        #expect(record.answers.map(\.on) == ["2026-11-20"])
        #expect(record.deviations.map(\.reason?.text) == ["De dijk."])
        #expect(record.reading?.refusals == 1)
        #expect(record.reading?.roles == [.secondReader])
        #expect(record.reading?.declaredNoInterest == true)
        #expect(record.receipt.layerHashes == ["oever": "oo"])
        #expect(record.reportHash == "rr")
    }

    @Test("no name, account or inner comment is in it")
    func nothingPersonal() throws {
        let text = try record(full()).publicJSON.canonicalString
        for word in ["Anna", "Bas", "Carla", "Onder ons", "Leg de dijk uit", "Weg ermee", "account"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test("preview and publication differ in the stamp and in nothing else")
    func preview() throws {
        let test = try full()
        let preview = try record(test)
        let published = try record(test, stamp: Self.stamp)
        #expect(try preview.contentHash == published.contentHash)
        #expect(try preview.recordHash == preview.contentHash)
        #expect(try published.recordHash != preview.recordHash)
        var bare = published
        bare.stamp = nil
        #expect(bare == preview)
    }

    @Test("any change of what becomes public changes the hash of the preview")
    func changes() throws {
        let test = try TestCase.readyToRead()
        let before = try record(test).contentHash
        let edits: [(CaseRules) throws -> [EventDraft]] = [
            { try $0.saveCell(restOnWater, CellContent(strains: true, strainsArgument: "x"), basedOn: 0) },
            { try $0.addItem(.dilemma, ItemContent(text: "x")) },
            { try $0.addItem(.condition, ItemContent(text: "x", who: "y", when: "z")) },
            { try $0.contest("a", reason: "x") }, { try $0.answer("geluid", true, reason: "x") },
            {
                try $0.saveOutcome(
                    OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Anders."), basedOn: 1)
            },
            {
                var details = TestCase.usualDetails
                details.supersedes = "2025-0003"
                return try $0.saveDetails(details, basedOn: 1)
            }, { try $0.askReading(of: People.carla) },
        ]
        for edit in edits {
            var changed = test
            try changed.does(People.anna, edit)
            #expect(try record(changed).contentHash != before)
        }
        var commented = test
        try commented.does(People.anna) { try $0.comment("Niet openbaar.") }
        #expect(try record(commented).contentHash == before)
    }

    @Test("what is kept reads back as the same record once the texts are put in")
    func roundTrip() throws {
        let test = try full()
        let record = try record(test, stamp: Self.stamp)
        let skeleton = try record.skeleton
        let words = try skeleton.canonicalString
        #expect(!words.contains("Het blijft stil"))
        let read = try PublicRecord(skeleton: try JSONValue.parse(words))
        #expect(read != record)
        #expect(read.filled(with: test.texts) == record)
        #expect(try read.recordHash == record.recordHash)
    }

    @Test("all its texts are named once")
    func textIDs() throws {
        #expect(
            try record(full()).textIDs == [
                "1.title", "4.question", "4.legalCharacter", "4.decidedBy", "4.mandate", "4.remedies", "2.contributes",
                "5.text", "3.argument", "6.text", "6.who", "6.when", "9.reason", "10.reason", "11.reason",
            ])
    }

    @Test("a cell in which somebody wrote stays, also when a new assessment no longer has it")
    func goneCell() throws {
        var test = try TestCase.readyToRead()
        try test.does(People.anna) {
            try $0.saveCell(roomToSail, CellContent(strains: true, strainsArgument: "Het wordt smal."), basedOn: 0)
        }
        let elsewhere = CellAddress(frame: "weg", principle: "p", question: "q")
        test.context.cells.append(elsewhere)
        try test.does(People.anna) {
            try $0.saveCell(elsewhere, CellContent(contributes: true, contributesArgument: "Ooit."), basedOn: 0)
        }
        // The report has the first two cells of the frame only.
        let record = try record(test)
        #expect(record.weighing.map(\.frame) == ["rust-en-ruimte", "weg"])
        #expect(record.weighing[0].cells.map(\.question) == ["rust-oever", "rust-water", "ruimte-varen"])
        #expect(record.weighing[0].cells[2].text == "Blijft er ruimte om te varen?")
        #expect(record.weighing[0].cells[2].strainsArgument?.text == "Het wordt smal.")
        #expect(record.weighing[1].cells[0].contributesArgument?.text == "Ooit.")
        #expect(record.weighing[1].title == "weg")
    }

    @Test("an erased text leaves hash and commitment as they were, and says so in its place")
    func erased() throws {
        var test = try full()
        let before = try record(test, stamp: Self.stamp)
        test.erase("2.contributes")
        let after = before.filled(with: test.texts)
        #expect(try after.recordHash == before.recordHash)
        let cell = try after.publicJSON["weighing"]?[0]?["cells"]?[0]?["contributesArgument"]
        #expect(cell?["text"] == nil)
        #expect(cell?["salt"] == nil)
        #expect(cell?["commitment"]?.string == before.weighing[0].cells[0].contributesArgument?.commitment)
        #expect(cell?["erased"]?["ground"]?.string == "verzoek van betrokkene")
        #expect(cell?["erased"]?["by"]?.string == "gemeentearchivaris")
    }

    @Test("anybody can check the public JSON: without texts and salts it has the hash, and each text its commitment")
    func checkable() throws {
        let record = try record(full(), stamp: Self.stamp)
        var commitments = 0
        func bare(_ value: JSONValue) -> JSONValue {
            switch value {
            case .array(let items): return .array(items.map(bare))
            case .object(var object):
                if let commitment = object["commitment"]?.string, let text = object["text"]?.string,
                    let salt = object["salt"]?.string
                {
                    #expect(Commitment.of(text, salt: salt) == commitment)
                    commitments += 1
                    object["text"] = nil
                    object["salt"] = nil
                    return .object(object)
                }
                return .object(JSONObject(object.members.map { ($0.key, bare($0.value)) }))
            default: return value
            }
        }
        #expect(try sha256(bare(record.publicJSON).canonicalString) == record.recordHash)
        #expect(commitments == 15)
    }

    @Test("a report without receipt makes no record")
    func noReceipt() throws {
        let test = try TestCase.readyToRead()
        #expect(throws: (any Error).self) {
            try PublicRecord(dossier: test.dossier(), report: .object(JSONObject()), house: SampleReport.house())
        }
    }
}
