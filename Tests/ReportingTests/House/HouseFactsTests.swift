import NormEngine
import PolicyModel
import Testing

@testable import Reporting

@Suite("Facts of a record")
struct HouseFactsTests {
    private func facts(_ kind: RecordKind, _ id: String, on day: String = "2026-11-20") throws -> [String] {
        let index = try OpenedTestHouse.meerstad().index
        let record = try #require(HouseRecords(index.house)[RecordKey(kind, id)])
        return HouseFacts(index: index, on: try #require(PolicyDate(day))).facts(of: record)
            .map { "\($0.name): \($0.value)" }
    }

    @Test("A norm tells how far it binds, its status, who acts, and in which phase and for which change it holds")
    func norm() throws {
        #expect(
            try facts(.norm, "haven.steiger.melden") == [
                "binding: bindt niemand", "status: ontwerp, nog niet vastgesteld", "aan zet: initiatiefnemer",
                "fase: aanleg",
            ])
        #expect(
            try facts(.norm, "oevers.loods.geen-nieuwe") == [
                "binding: bindt alleen bestuur", "status: geldend", "soort verandering: nieuw",
            ])
    }

    @Test("An agreement tells what it is, whether it holds and who does something")
    func agreement() throws {
        #expect(
            try facts(.agreement, "vrije-vaarweg") == [
                "soort: afspraak", "staat: voorstel", "wie doet iets: beide kanten doen iets",
            ])
    }

    @Test("Goals, activities, properties and designations tell what the house says of them and no more")
    func others() throws {
        #expect(try facts(.goal, "rustige-oevers") == ["niveau: strategisch doel"])
        #expect(try facts(.activity, "drijvende-tuin") == ["ook wel: tuinvlot"])
        #expect(try facts(.property, "ligplaats") == ["waarden: vast, los, onbekend"])
        #expect(try facts(.designation, "plas") == [])
        #expect(try facts(.designation, "wijken") == ["soort: dorpen en steden"])
        #expect(try facts(.function, "water") == [])
    }

    @Test("What a document is on a day")
    func document() throws {
        #expect(try facts(.document, "waterplan", on: "2019-06-01").contains("status: ontwerp, nog niet vastgesteld"))
        #expect(
            try facts(.document, "keur") == [
                "soort: verordening", "vastgesteld door: niet bekend", "geladen: nee", "binding: bindt iedereen",
                "status: niet bekend", "status nagegaan op: niet bekend",
            ])
    }

    @Test("The first sentence of a text ends before a space and a capital, not after a number or an abbreviation")
    func firstSentence() {
        #expect("De omtrek verschilt. Het plan zegt 12.5 km.".firstSentence == "De omtrek verschilt.")
        #expect("In par. 3.2 staat 12.500 meter".firstSentence == "In par. 3.2 staat 12.500 meter")
        #expect("Een zin.".firstSentence == "Een zin.")
        #expect("".firstSentence == "")
    }
}
