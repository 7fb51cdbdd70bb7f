import CanonicalJSON
import Foundation
import PolicyModel
import Testing

@testable import Casework

@Suite("Comparable earlier cases")
struct EarlierCasesTests {
    private static let activities =
        #"""
        [{"id":"bouwwerk","label":"b"},{"id":"steiger","label":"s","broader":["bouwwerk"]},
         {"id":"botenhuis","label":"h","broader":["steiger"]},{"id":"varen","label":"v"}]
        """#

    private func record(
        _ number: String?, activity: String = "steiger", designation: String = "oever", outcome: String = "past",
        cells: [CellAddress: CellContent] = [:]
    ) throws -> PublicRecord {
        var test = try TestCase.opened()
        for (cell, content) in cells { try test.does(People.anna) { try $0.saveCell(cell, content, basedOn: 0) } }
        try test.does(People.anna) {
            try $0.saveOutcome(
                OutcomeContent(frame: "rust-en-ruimte", outcome: outcome, argument: "Zo."), basedOn: 0)
        }
        return try PublicRecord(
            dossier: test.dossier(), report: SampleReport.json(activity: activity, designation: designation),
            house: SampleReport.house(),
            stamp: number.map {
                PublicRecord.Stamp(number: $0, publishedAt: "2026-01-01T00:00:00.000Z", anchor: .start)
            })
    }

    private func activities() throws -> [Activity] {
        try JSONDecoder().decode([Activity].self, from: Data(Self.activities.utf8))
    }

    private func found(_ records: [PublicRecord], by record: PublicRecord) throws -> [EarlierCase] {
        record.earlierCases(among: records, activities: try activities())
    }

    @Test("one who does the same comes first, then who does something broader or narrower; the rest is left out")
    func order() throws {
        let records = [
            try record("2025-0001", activity: "bouwwerk"), try record("2025-0002"),
            try record("2025-0003", activity: "botenhuis"), try record("2025-0004", activity: "varen"),
        ]
        let found = try found(records, by: try record(nil))
        #expect(found.map(\.number) == ["2025-0002", "2025-0003", "2025-0001"])
        #expect(found[0].sameActivities == ["steiger"])
        #expect(found[0].relatedActivities == [])
        #expect(found[1].relatedActivities == [EarlierCase.Related(here: "steiger", there: "botenhuis")])
    }

    @Test("broader holds at any distance, and both ways")
    func distance() throws {
        let narrow = try record(nil, activity: "botenhuis")
        #expect(try found([try record("2025-0001", activity: "bouwwerk")], by: narrow).count == 1)
        let broad = try record(nil, activity: "bouwwerk")
        #expect(try found([try record("2025-0001", activity: "botenhuis")], by: broad).count == 1)
    }

    @Test("who lies in more of the same designations comes first, then the newest")
    func designations() throws {
        let records = [
            try record("2025-0001"), try record("2026-0002", designation: "moeras"), try record("2026-0001"),
        ]
        let found = try found(records, by: try record(nil))
        #expect(found.map(\.number) == ["2026-0001", "2025-0001", "2026-0002"])
        #expect(found.map { $0.sameDesignations.map(\.id) } == [["oever"], ["oever"], []])
    }

    @Test("it shows in which cells the reasoning went another way, and whether the outcome did")
    func divergences() throws {
        let here = try record(
            nil,
            cells: [
                restAtBank: CellContent(contributes: true, contributesArgument: "Stil."),
                restOnWater: CellContent(strains: true, strainsArgument: "Druk."),
            ])
        let there = try record(
            "2025-0001", outcome: "past-niet",
            cells: [
                restAtBank: CellContent(
                    contributes: true, contributesArgument: "Ook stil.", strains: true, strainsArgument: "Toch druk."),
                restOnWater: CellContent(strains: true, strainsArgument: "Net zo druk."),
            ])
        let found = try #require(try found([there], by: here).first)
        #expect(!found.hasSameOutcome)
        #expect(found.outcome?.title == "Past niet bij Meerstad")
        #expect(found.divergences.map(\.cell) == [restAtBank])
        #expect(found.divergences[0].here == EarlierCase.Ticks(contributes: true, strains: false))
        #expect(found.divergences[0].there == EarlierCase.Ticks(contributes: true, strains: true))
        #expect(found.divergences[0].strainsArgument?.text == "Toch druk.")
    }

    @Test("a record is not compared with itself, and previews of others are no cases")
    func itself() throws {
        let published = try record("2025-0001")
        #expect(try found([published, try record(nil)], by: published) == [])
        #expect(try found([published], by: try record("2025-0002")).first?.hasSameOutcome == true)
    }

    @Test("no more than were asked for")
    func most() throws {
        let records = try (1...12).map { try record("2025-00" + ($0 < 10 ? "0\($0)" : "\($0)")) }
        #expect(try found(records, by: try record(nil)).count == 10)
        #expect(
            try record(nil).earlierCases(among: records, activities: activities(), most: 2).map(\.number) == [
                "2025-0012", "2025-0011",
            ])
    }
}
