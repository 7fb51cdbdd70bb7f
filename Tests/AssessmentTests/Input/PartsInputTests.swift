import Assessment
import CanonicalJSON
import NormEngine
import Testing

@Suite("Parts, title, initiator, answers and contests")
struct PartsInputTests {
    private let answers = #""answers":{"zicht-op-vaarweg":{"value":true,"by":"schipper","on":"2026-05-01"}}"#
    private let contests = #""contests":[{"finding":"oevers.steiger.vrije-vaarweg","by":"stad","reason":"oud"}]"#
    private let title = #""title":"Steiger in de plas""#

    private func isRead(_ report: AssessmentReport) throws -> Bool {
        let finding = try #require(report.findings.first { $0.norm == "oevers.steiger.vrije-vaarweg" })
        return report.initiative.title == "Steiger in de plas" && finding.contested
            && finding.conditions.map(\.state) == [.met, .met]
    }

    @Test("They may stand at the top of a Feature")
    func topOfFeature() throws {
        let json = plan("steiger", Site.water, Site.shallow, members: "\(title),\(answers),\(contests)")
        #expect(try isRead(Meerstad.report(json)))
    }

    @Test("They may stand in the properties of a Feature")
    func propertiesOfFeature() throws {
        let json = plan("steiger", Site.water, "\(Site.shallow),\(title),\(answers),\(contests)")
        let report = try Meerstad.report(json)
        #expect(try isRead(report))
        #expect(
            report.warnings == [
                "De bevinding `oevers.steiger.vrije-vaarweg` wordt betwist door stad: oud. Wat uit die bevinding volgt, telt"
                    + " niet mee."
            ])
    }

    @Test("They may stand at the top of a collection")
    func topOfCollection() throws {
        let part = plan("steiger", Site.water, Site.shallow)
        #expect(try isRead(Meerstad.report(collection([part], members: "\(title),\(answers),\(contests)"))))
    }

    @Test("They may stand in the properties of a collection")
    func propertiesOfCollection() throws {
        let part = plan("steiger", Site.water, Site.shallow)
        let json = collection([part], members: #""properties":{\#(title),\#(answers),\#(contests)}"#)
        #expect(try isRead(Meerstad.report(json)))
    }

    @Test("An answer may be no more than true or false")
    func shortAnswer() throws {
        let report = try Meerstad.report(
            plan("steiger", Site.water, Site.shallow, members: #""answers":{"zicht-op-vaarweg":false}"#))
        let finding = try #require(report.findings.first { $0.norm == "oevers.steiger.vrije-vaarweg" })
        #expect(finding.conditions.map(\.state) == [.met, .notMet])
        #expect(finding.conditions.map(\.basis) == [.computed, .human])
        #expect(finding.conditionsState == .someNotMet)
    }

    @Test("A part is named by its id, or the id in its properties, or its place in the list")
    func ids() throws {
        let parts = [
            plan("steiger", Site.water, members: #""id":"kop""#), plan("steiger", Site.water, #""id":7"#),
            plan("steiger", Site.water),
        ]
        #expect(try Meerstad.report(collection(parts)).initiative.parts.map(\.id) == ["kop", "7", "3"])
    }

    @Test("An activity that is named twice counts once")
    func twice() throws {
        let json = """
            {"type":"Feature","geometry":\(Site.water),"properties":{"activities":["varen","steiger","varen"]}}
            """
        #expect(try Meerstad.report(json).initiative.parts[0].activities.map(\.id) == ["varen", "steiger"])
    }

    @Test("Points, lines and surfaces have a measure of their own")
    func measures() throws {
        let line = #"{"type":"LineString","coordinates":[[203000,503000],[203030,503040]]}"#
        let parts = [
            plan("steiger", Site.water), plan("steiger", line), plan("steiger", point(203_000, 503_000)),
        ]
        let measures = try Meerstad.report(collection(parts)).json["initiative"]?["parts"]?.array?.map { $0["measure"] }
        #expect(
            measures == [
                ["kind": "area", "value": 10000, "share": nil], ["kind": "length", "value": 50, "share": nil],
                ["kind": "point", "value": nil, "share": nil],
            ])
    }
}
