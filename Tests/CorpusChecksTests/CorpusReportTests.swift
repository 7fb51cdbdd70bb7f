import CorpusChecks
import Foundation
import KompasTesting
import NormEngine
import PolicyContent
import PolicyModel
import Testing

/// The invented house, changed by each test so that something does not fit.
@Suite("What does not fit in the corpus")
struct CorpusReportTests {
    private static let day = PolicyDate("2026-01-31")

    private func findings(
        _ kind: CorpusFinding.Kind, _ change: (inout PolicyHouse) throws -> Void = { _ in }
    ) throws -> [CorpusFinding] {
        let loader = HouseLoader(
            folder: PackageRoot.url("Tests/Fixtures/house-test"), schemas: PackageRoot.url("content/schema"))
        var house = try #require(loader.load().house)
        try change(&house)
        let day = try #require(Self.day)
        return CorpusReport(HouseIndex(house), on: day).findings.filter { $0.kind == kind }
    }

    private func decode<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    private func norm(_ id: String, _ effect: String, _ more: String, activities: String = "[\"botenloods\"]") throws
        -> Norm
    {
        try decode(
            """
            {"id":"\(id)","title":"\(id)","summary":"S","source":{"document":"havenbrief","path":["1"],
            "passage":{"unit":"sentence","starts":"De haven"}},"activities":\(activities),"effect":"\(effect)"\(more)}
            """)
    }

    @Test(
        "Two norms that can meet contradict each other; what keeps them apart is seen",
        arguments: [
            ("", "[\"botenloods\"]", 1), (",\"where\":{\"in\":\"oever\"}", "[\"bouwen-aan-water\"]", 1),
            (",\"where\":{\"not\":{\"in\":\"oever\"}}", "[\"botenloods\"]", 0),
            (",\"change\":[\"verlenging\"]", "[\"botenloods\"]", 0),
            (",\"valid\":{\"until\":\"2025-01-01\"}", "[\"botenloods\"]", 0),
            (",\"yields-to\":[\"oevers.loods.geen-nieuwe\"]", "[\"botenloods\"]", 0), ("", "[\"varen\"]", 0),
            ("", "\"any\"", 0),
        ])
    func contradictions(_ more: String, _ activities: String, _ count: Int) throws {
        let found = try findings(.contradiction) {
            $0.norms.append(try norm("haven.loods.welkom", "encouraged", more, activities: activities))
        }
        let ids = found.filter { $0.about.contains("haven.loods.welkom") }
        #expect(ids.map(\.about) == Array(repeating: ["haven.loods.welkom", "oevers.loods.geen-nieuwe"], count: count))
        #expect(ids.allSatisfy { !$0.isKnown })
    }

    @Test("A contradiction that people wrote down is known")
    func known() throws {
        let found = try findings(.contradiction) {
            $0.norms.append(try norm("haven.loods.welkom", "encouraged", ""))
            $0.inconsistencies.append(
                try decode(
                    #"{"id":"loods","summary":"Loods","sources":[],"norms":["haven.loods.welkom","oevers.loods.geen-nieuwe"]}"#
                ))
        }
        #expect(found.map(\.isKnown) == [true])
    }

    @Test("Figures of one group with other values are told; the same value is not")
    func figures() throws {
        func figure(_ id: String, _ value: Int) throws -> Figure {
            try decode(
                """
                {"id":"\(id)","title":"Aantal plekken","value":\(value),"sameAs":"plekken","source":{"document":"waterplan",
                "path":["1"],"passage":{"unit":"sentence","starts":"De"}}}
                """)
        }
        #expect(try findings(.figure) { $0.figures = [try figure("a", 38), try figure("b", 38)] }.isEmpty)
        let found = try findings(.figure) { $0.figures = [try figure("a", 38), try figure("b", 40)] }
        #expect(found.map(\.about) == [["a", "b"]])
        #expect(found.first?.details == ["a: 38.0, Waterplan Meerstad 1", "b: 40.0, Waterplan Meerstad 1"])
    }

    @Test("Names of places that differ by a letter or two are told; ordinary words are not")
    func names() throws {
        let found = try findings(.name) { house in
            house.designations += [
                try decode(
                    #"{"id":"a","title":"Dal van de Drentse Aa","kind":"policy","summary":"een drassige plek"}"#),
                try decode(#"{"id":"b","title":"Dal van de Drentsche Aa","kind":"policy"}"#),
                try decode(#"{"id":"c","title":"De Drassig","kind":"policy"}"#),
                try decode(#"{"id":"d","title":"De Drassige","kind":"policy"}"#),
            ]
        }
        #expect(found.map(\.about) == [["Drentsche", "Drentse"]])
    }

    @Test("A term with two meanings is told")
    func terms() throws {
        let found = try findings(.term) {
            $0.terms.append(try decode(#"{"id":"vaarweg-2","label":"vaarweg","definition":"Een weg over water."}"#))
        }
        #expect(found.map(\.about) == [["vaarweg", "vaarweg-2"]])
    }

    @Test("What has passed is stale: periods, statuses, references, agreements, norms")
    func stale() throws {
        let found = try findings(.stale) { house in
            house.agreements = []
            house.norms = [try norm("haven.oud", "procedure", ",\"valid\":{\"until\":\"2026-01-31\"}")]
            for index in house.documents.indices {
                switch house.documents[index].id {
                case "havenbrief":
                    house.documents[index].statusHistory.append(
                        try decode(#"{"status":"withdrawn","from":"2025-01-01"}"#))
                case "keur": house.documents[index].period = try decode(#"{"from":"2020-01-01","until":"2026-01-31"}"#)
                default: break
                }
            }
        }
        #expect(found.map(\.id).contains("stale:havenbrief"))
        #expect(found.map(\.id).contains("stale:havenbrief~waterplan"))
        #expect(found.map(\.id).contains("stale:keur"))
        #expect(found.map(\.id).contains("stale:haven.oud"))
        let reference = try #require(found.first { $0.id == "stale:havenbrief~waterplan" })
        #expect(reference.title == "waterplan verwijst naar Havenbrief")
    }

    @Test("On the day before, what ends that day is not stale")
    func lastDay() throws {
        let found = try findings(.stale) { house in
            house.norms = [try norm("haven.oud", "procedure", ",\"valid\":{\"until\":\"2026-02-01\"}")]
        }
        #expect(!found.map(\.id).contains("stale:haven.oud"))
    }

    @Test("The same norm in two documents is shown with the force and status of each")
    func same() throws {
        let found = try findings(.same) { house in
            house.norms[0].sameAs = "loods"
            house.norms.append(try norm("haven.loods", "undesired", ",\"sameAs\":\"loods\""))
        }
        #expect(found.map(\.about) == [["haven.loods", "oevers.loods.geen-nieuwe"]])
        #expect(found.first?.details.count == 2)
        #expect(found.first?.details.contains { $0.contains("(in-force, self-binding)") } == true)
        #expect(found.first?.details.contains { $0.contains("(draft, none)") } == true)
    }
}
