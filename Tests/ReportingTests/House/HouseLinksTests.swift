import PolicyModel
import Testing

@testable import Reporting

@Suite("Which record names which")
struct HouseLinksTests {
    private let records: HouseRecords
    private let links: HouseLinks

    init() throws {
        records = HouseRecords(try OpenedTestHouse.meerstad().house)
        links = HouseLinks(records)
    }

    private func from(_ kind: RecordKind, _ id: String) -> [String] {
        links.from(RecordKey(kind, id)).map { "\($0.relation.rawValue) \($0.to.kind) \($0.to.id)" }
    }

    @Test("A norm names its activities, places, questions, cells and document")
    func norm() {
        #expect(
            from(.norm, "oevers.steiger.vrije-vaarweg") == [
                "about activity steiger", "place designation plas", "place designation oever",
                "place designation vaarweg", "question open-question zicht-op-vaarweg",
                "frame frame rust-en-ruimte", "frame principle ruimte", "frame question ruimte-varen",
                "source document waterplan",
            ])
        #expect(from(.norm, "oevers.loods.geen-nieuwe").contains("goal goal rustige-oevers"))
    }

    @Test("Orders, agreements, goals, activities and documents name what they are about")
    func others() {
        #expect(
            from(.useRanking, "op-de-plas") == [
                "prefers activity varen", "over activity drijvende-tuin", "place designation plas",
                "place designation vaarweg", "source document waterplan",
            ])
        #expect(
            from(.agreement, "vrije-vaarweg") == [
                "norm norm oevers.steiger.vrije-vaarweg", "about activity steiger", "about activity varen",
                "place designation vaarweg", "source document havenbrief",
            ])
        #expect(from(.goal, "rustige-oevers") == ["broader goal rust-op-het-water"])
        #expect(
            from(.activity, "botenloods") == ["broader activity bouwen-aan-water", "function function kade"])
        #expect(from(.document, "waterplan") == ["workedOutIn document havenbrief"])
        #expect(from(.layer, "plas") == ["designation designation plas"])
    }

    @Test("An id that is of several kinds is told apart by its kind")
    func sameId() {
        let term = links.to(RecordKey(.term, "vaarweg"))
        #expect(term == [])
        #expect(links.to(RecordKey(.designation, "vaarweg")).contains { $0.from == RecordKey(.layer, "vaarweg") })
    }

    @Test("Every link has its other end, and no record links to itself")
    func bothEnds() {
        for record in records.all {
            for link in links.from(record.key) {
                #expect(records[link.to] != nil)
                #expect(link.to != record.key)
                #expect(links.to(link.to).contains(link))
            }
        }
    }

    @Test("A part is named by the record that it stands in, before the norms that bear on it")
    func parts() {
        let users = links.users(of: RecordKey(.principle, "ruimte", owner: "rust-en-ruimte"))
        #expect(
            users.map(\.id) == ["rust-en-ruimte", "oevers.steiger.vrije-vaarweg", "oevers.tuin.aanmoedigen"])
    }
}
