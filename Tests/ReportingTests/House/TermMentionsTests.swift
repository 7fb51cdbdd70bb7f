import PolicyModel
import Testing

@testable import Reporting

@Suite("Which records use which terms")
struct TermMentionsTests {
    private let records: HouseRecords
    private let mentions: TermMentions

    init() throws {
        let house = try OpenedTestHouse.meerstad().house
        records = HouseRecords(house)
        mentions = TermMentions(records, terms: house.terms)
    }

    @Test("A term is used by the records that have it in their title or summary, in the order of the house")
    func users() {
        let users = mentions.users(of: RecordKey(.term, "vaarweg")).map { "\($0.kind) \($0.id)" }
        #expect(
            users == [
                "norm oevers.steiger.vrije-vaarweg", "norm oevers.tuin.aanmoedigen", "designation vaarweg",
                "agreement vrije-vaarweg", "open-question zicht-op-vaarweg",
            ])
    }

    @Test("The terms of a record are found from the record too, and a term does not use itself")
    func terms() {
        let norm = RecordKey(.norm, "oevers.steiger.vrije-vaarweg")
        #expect(mentions.terms(in: norm) == [RecordKey(.term, "vaarweg")])
        #expect(mentions.terms(in: RecordKey(.norm, "haven.steiger.melden")) == [])
        #expect(mentions.terms(in: RecordKey(.term, "vaarweg")) == [])
    }
}
