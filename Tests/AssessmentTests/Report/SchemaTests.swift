@testable import Assessment
import CanonicalJSON
import Foundation
import KompasTesting
import PolicyModel
import Testing

@Suite("The published schema of a report")
struct SchemaTests {
    static func schema() throws -> JSONValue {
        try JSONValue.parse(Data(contentsOf: PackageRoot.url("docs/assessment.schema.json")))
    }

    /// Something of everything that a report can hold.
    static func richReport() throws -> AssessmentReport {
        let house = try Meerstad.house().changed { house in
            house.frames[0].triggers = [
                try decode(
                    #"{"id":"t","title":"Groot","obligatory":true,"when":{"open":{"question":"groot","asks":"Groot?"}}}"#
                )
            ]
            house.contributions = [
                try decode(#"{"id":"c","summary":"Laat ons varen.","source":\#(source()),"activities":["varen"]}"#)
            ]
            house.inconsistencies = [
                try decode(
                    #"{"id":"i","summary":"Oneens.","norms":["oevers.steiger.vrije-vaarweg"],"#
                        + #""sources":[\#(source()),\#(source("havenbrief"))]}"#)
            ]
            house.norms.append(try decode(norm("p", #"["varen"]"#, "permitted")))
            house.norms.append(try decode(norm("q", #""any""#, "prohibited", #","advances":["rustige-oevers"]"#)))
        }
        let parts = [
            plan(
                "steiger", Site.fairway,
                Site.shallow + #","phase":"aanleg","lengte":{"value":12,"unit":"m"},"ligplaats":"vast""#),
            plan("botenloods", Site.bank, #""change":"nieuw""#), plan("drijvende-tuin", Site.farWater, Site.shallow),
            plan("varen", square(203_950, 507_000, 100), #""onbekend":3"#),
        ]
        return try Meerstad.report(collection(parts, members: #""title":"Alles""#), in: house)
    }

    @Test("A report has every member that the schema asks for and none that it does not name")
    func rich() throws {
        let report = try Self.richReport().json
        for key in [
            "notConsulted", "layers", "findings", "useRankings", "placeLadders", "tensions", "triggers",
            "frames", "roles", "goals", "agreements", "participation", "inconsistencies", "warnings",
        ] {
            #expect(report[key]?.array?.isEmpty == false, "nothing in `\(key)`")
        }
        #expect(JSONSchemaCheck.faults(of: report, by: try Self.schema()) == [])
    }

    @Test("A report of almost nothing has every member too")
    func bare() throws {
        let house = try Meerstad.house().changed { house in
            house.frames = []
            house.layers = []
            house.agreements = []
        }
        let report = try Meerstad.report(plan("varen", point(201_000, 508_000)), in: house).json
        #expect(JSONSchemaCheck.faults(of: report, by: try Self.schema()) == [])
        for key in ["findings", "notApplied", "tensions", "goals", "roles", "frames", "agreements"] {
            #expect(report[key] == [])
        }
    }

    @Test("The check of the schema finds what is wrong")
    func checkWorks() throws {
        let schema = try Self.schema()
        let report = try Self.richReport().json
        let wrong = report.with("/plainLanguage/short", 3).with("/tensions/0/kind", "ruzie").with("/roles", nil)
            .with("/goals/0/score", 7)
        #expect(
            Set(JSONSchemaCheck.faults(of: wrong, by: schema)) == [
                "/plainLanguage/short: expected [\"string\"], found a number",
                "/tensions/0/kind: \"ruzie\" is not among the choices", ": missing `roles`",
                "/goals/0/score: the schema does not name it",
            ])
    }

    @Test(
        "Arrays are sorted by their key",
        arguments: [
            ("notConsulted", "document"), ("layers", "designation"), ("notApplied", "norm"),
            ("useRankings", "ranking"), ("placeLadders", "ladder"), ("tensions", "id"), ("goals", "goal"),
            ("agreements", "agreement"), ("participation", "contribution"), ("inconsistencies", "id"),
        ])
    func sorted(_ array: String, _ key: String) throws {
        let keys = try #require(Self.richReport().json[array]?.array).compactMap { $0[key]?.string }
        #expect(keys == keys.sorted())
    }

    @Test("There is no score, total or verdict")
    func noScore() throws {
        let words = ["score", "total", "verdict", "oordeel", "totaal", "colour", "color"]
        func keys(_ value: JSONValue) -> [String] {
            (value.object?.members.flatMap { [$0.key] + keys($0.value) } ?? []) + (value.array?.flatMap(keys) ?? [])
        }
        let found = try Set(keys(Self.richReport().json))
        #expect(found.isDisjoint(with: words))
    }
}
