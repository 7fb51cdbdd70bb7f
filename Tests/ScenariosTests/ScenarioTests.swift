import Assessment
import Foundation
import KompasTesting
import NormEngine
import PolicyContent
import PolicyModel
import Scenarios
import Testing

/// Scenarios of the invented house, whose rules are in `Tests/Fixtures/house-test`.
@Suite("Scenarios")
struct ScenarioTests {
    private func run(_ scenarios: String) throws -> (suite: ScenarioSuite, findings: [ContentFinding]) {
        try TemporaryFolder.use { folder in
            let house = folder.appending(path: "house")
            try FileManager.default.copyItem(at: PackageRoot.url("Tests/Fixtures/house-test"), to: house)
            let file = house.appending(path: "scenarios/proef.yaml")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try "on: 2026-01-31\nscenarios:\n\(scenarios)\n".write(to: file, atomically: true, encoding: .utf8)
            let schemas = PackageRoot.url("content/schema")
            let loaded = HouseLoader(folder: house, schemas: schemas).load()
            let index = HouseIndex(try #require(loaded.house))
            let result = ScenarioLoader(house: house, schemas: schemas).load()
            return (ScenarioSuite(scenarios: result.scenarios, index: index, layers: nil), result.findings)
        }
    }

    private let source = "{document: waterplan, path: [\"2\"], passage: {unit: item, starts: \"a. Op de oever\"}}"

    /// A scenario with these members.
    private func scenario(_ members: String, id: String = "proef") -> String {
        let lines = members.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        return "  - id: \(id)\n    title: Proef\n    sources: [\(source)]\n\(lines)"
    }

    @Test("What is as expected succeeds, and tells which norms it reached")
    func success() throws {
        let (suite, findings) = try run(
            scenario(
                """
                given: {activities: [botenloods], change: nieuw}
                place: {in: [oever]}
                expect: [{norm: oevers.loods.geen-nieuwe, state: applies, conditions: none}]
                absent: [oevers.steiger.vrije-vaarweg]
                """))
        #expect(findings.isEmpty)
        #expect(suite.failed.isEmpty)
        #expect(suite.outcomes.map(\.reached) == [["oevers.loods.geen-nieuwe"]])
        #expect(suite.norms == 7)
        #expect(suite.unreached.count == 6)
        #expect(!suite.unreached.contains("oevers.loods.geen-nieuwe"))
    }

    @Test("What is not named is not there")
    func elsewhere() throws {
        let (suite, _) = try run(
            scenario(
                """
                given: {activities: [botenloods], change: nieuw}
                expect: [{norm: oevers.loods.geen-nieuwe}]
                """))
        #expect(
            suite.failed.flatMap(\.failures) == [
                "`oevers.loods.geen-nieuwe` does not apply, because of `where`: in:oever"
            ])
    }

    @Test("A norm that must not appear fails the scenario when it does, also undecided")
    func absent() throws {
        let (suite, _) = try run(
            scenario(
                """
                given: {activities: [botenloods]}
                place: {unknown: [oever]}
                absent: [oevers.loods.geen-nieuwe]
                """))
        #expect(suite.failed.flatMap(\.failures) == ["`oevers.loods.geen-nieuwe` must not appear, but undecided"])
    }

    @Test("Cases inherit what they do not say themselves")
    func cases() throws {
        let (suite, _) = try run(
            scenario(
                """
                given: {activities: [lozen]}
                expect: [{norm: diepte.lozen.warm-water, state: applies}]
                cases:
                  - {id: net-boven, given: {watertemperatuur: {value: 26, unit: Cel}}}
                  - {id: circa, given: {watertemperatuur: {value: 25.5, unit: Cel}}, expect: [{norm: diepte.lozen.warm-water, state: undecided}]}
                  - {id: koel, given: {watertemperatuur: {value: 24, unit: Cel}}, expect: [], absent: [diepte.lozen.warm-water]}
                """))
        #expect(suite.outcomes.map(\.scenario) == ["proef/net-boven", "proef/circa", "proef/koel"])
        #expect(suite.failed.flatMap(\.failures) == [])
    }

    @Test("Depth, answers, rungs and edges are told too")
    func other() throws {
        let (suite, _) = try run(
            [
                scenario(
                    """
                    given: {activities: [boren], depth: {use: [11, 12]}}
                    place: {in: [plas]}
                    absent: [diepte.boren.kleilaag]
                    cases:
                      - {id: tot-twaalf}
                      - {id: dieper, given: {depth: {use: [12, 13]}}, expect: [{norm: diepte.boren.kleilaag, state: applies}], absent: []}
                    """, id: "boren"),
                scenario(
                    """
                    given: {activities: [steiger]}
                    place: {in: [plas, {designation: oever, name: Zuid, attributes: {klasse: kade}}]}
                    answers: {zicht-op-vaarweg: true}
                    expect:
                      - {norm: oevers.steiger.vrije-vaarweg, state: applies, conditions: allMet}
                      - {ladder: steigerplek, rung: kade}
                    """, id: "steiger"),
                scenario(
                    """
                    given: {activities: [drijvende-tuin]}
                    place: {in: [plas, vaarweg]}
                    expect: [{edge: varen-voor-tuin, shown: preferred}]
                    """, id: "tuin"),
            ].joined(separator: "\n"))
        #expect(suite.failed.flatMap(\.failures) == [])
        #expect(suite.outcomes.count == 4)
    }

    @Test("A wrong expectation says what was found instead")
    func wrong() throws {
        let (suite, findings) = try run(
            scenario(
                """
                given: {activities: [steiger]}
                place: {in: [oever], unknown: [vaarweg]}
                expect:
                  - {norm: oevers.steiger.vrije-vaarweg, state: undecided}
                  - {norm: oevers.steiger.vrije-vaarweg, conditions: allMet}
                  - {norm: diepte.boren.kleilaag}
                  - {ladder: steigerplek, rung: kade}
                  - {edge: varen-voor-tuin, shown: preferred}
                  - {trigger: bestaat-niet, state: "yes"}
                """))
        #expect(findings == [])
        #expect(
            suite.failed.flatMap(\.failures) == [
                "`oevers.steiger.vrije-vaarweg` is applies, expected undecided",
                "conditions of `oevers.steiger.vrije-vaarweg` are open, expected allMet",
                "`diepte.boren.kleilaag` is not about this activity, or there is no such norm",
                "rung `unknown` of `steigerplek`, expected `kade`",
                "edge `varen-voor-tuin` is not shown, expected preferred",
                "there is no trigger `bestaat-niet`",
            ])
    }

    @Test("Names that the house does not know fail, because they could never be wrong")
    func dangling() throws {
        let (suite, _) = try run(
            scenario(
                """
                given: {activities: [varen]}
                place: {in: [oevr], distances: {plass: 3}}
                absent: [oevers.loods.geen-niewe]
                """))
        #expect(
            suite.failed.flatMap(\.failures) == [
                "there is no norm `oevers.loods.geen-niewe`", "there is no designation `oevr`",
                "there is no designation `plass`",
            ])
    }

    @Test("An initiative that would be refused fails the scenario")
    func refused() throws {
        let (suite, _) = try run(scenario("given: {activities: [vliegen]}\nexpect: []"))
        #expect(suite.failed.count == 1)
        #expect(suite.failed.flatMap(\.failures).first?.hasPrefix("the initiative is refused: ") == true)
    }

    @Test("A real place needs map layers")
    func layers() throws {
        let (suite, _) = try run(scenario("given: {activities: [varen]}\nplace: {at: [1000, 2000]}"))
        #expect(suite.failed.flatMap(\.failures) == ["this scenario needs map layers"])
    }

    @Test("A file that is wrong is told with its place, and the same id twice is wrong")
    func form() throws {
        let (suite, findings) = try run(
            scenario("given: {activities: [varen]}") + "\n" + scenario("given: {activities: [varen]}"))
        #expect(suite.outcomes.count == 1)
        #expect(findings.map(\.message) == ["scenario `proef` stands twice"])
        let (none, wrong) = try run(scenario("gegeven: {activities: [varen]}"))
        #expect(none.outcomes.isEmpty)
        #expect(
            wrong.map(\.description).first?.hasPrefix("scenarios/proef.yaml:6:5: error: unknown key `gegeven`") == true)
    }
}
