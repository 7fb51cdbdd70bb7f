@testable import Assessment
import CanonicalJSON
import PolicyModel
import NormEngine
import Testing

@Suite("Findings of the test house")
struct FindingTests {
    private func finding(_ norm: String, _ json: String) throws -> ReportFinding {
        try #require(Meerstad.report(json).findings.first { $0.norm == norm })
    }

    @Test("A norm that applies stands there with everything about it")
    func applies() throws {
        let finding = try finding(
            "oevers.loods.geen-nieuwe", plan("botenloods", Site.bank, #""change":"nieuw""#))
        #expect(finding.id == "oevers.loods.geen-nieuwe")
        #expect(finding.parts == ["1"])
        #expect(finding.title == "Geen nieuwe botenloods op de oever")
        #expect(finding.summary == "Het bestuur wil geen nieuwe loods voor boten op de oever.")
        #expect(finding.state == .applies)
        #expect(finding.undecidedBecause == [])
        #expect(finding.effect == .prohibited)
        #expect(finding.label == "Mag niet op het water")
        #expect(finding.force == .selfBinding)
        #expect(finding.documentStatus == "in-force")
        #expect(finding.bearer == nil)
        #expect(finding.binds == "bestuur")
        #expect(finding.competentAuthority == nil)
        #expect(finding.conditionsState == .none)
        #expect(finding.missing == [])
        #expect(finding.warnings == [])
        #expect(finding.frames == [.init(frame: "rust-en-ruimte", principle: "rust", question: "rust-oever")])
        #expect(finding.certain)
        #expect(!finding.contested)
        #expect(!finding.isGeneral)
    }

    @Test("A source tells where to look and whether a machine has found the passage")
    func source() throws {
        let source = try finding(
            "oevers.loods.geen-nieuwe", plan("botenloods", Site.bank, #""change":"nieuw""#)
        ).source
        #expect(
            source
                == ReportSource(
                    document: "waterplan", title: "Waterplan Meerstad", path: ["2"], label: "a", unit: "item",
                    starts: "a. Op de oever", verified: true))
    }

    @Test("The trace tells every step with what was measured")
    func trace() throws {
        let trace = try finding(
            "oevers.loods.geen-nieuwe", plan("botenloods", Site.bank, #""change":"nieuw""#)
        ).because
        #expect(
            trace == [
                TraceStep(step: "validity", about: "document:waterplan", result: .yes, value: .text("in-force")),
                TraceStep(step: "activity", about: "activity:botenloods", result: .yes),
                TraceStep(step: "change", about: "change", result: .yes, value: .text("nieuw")),
                TraceStep(step: "where", about: "in:oever", result: .yes, value: .number(10_000), unit: "m2"),
            ])
    }

    @Test("A norm of a draft binds nobody and has the label of a draft")
    func draft() throws {
        let finding = try finding(
            "haven.steiger.melden", plan("steiger", Site.water, Site.shallow + #","phase":"aanleg""#))
        #expect(finding.force == .none)
        #expect(finding.documentStatus == "draft")
        #expect(finding.bearer == "initiatiefnemer")
        #expect(finding.label == "Melden")
    }

    @Test("What is not told makes a finding undecided and is asked for")
    func missing() throws {
        let finding = try finding("oevers.loods.geen-nieuwe", plan("botenloods", Site.bank))
        #expect(finding.state == .undecided)
        #expect(finding.undecidedBecause == [Unknown(cause: .missingProperty, ref: "change")])
        #expect(finding.missing == ["missingProperty:change"])
    }

    @Test("A line that is not precise makes a finding beside it undecided, with the distance")
    func near() throws {
        let finding = try finding(
            "oevers.loods.geen-nieuwe", plan("botenloods", square(201_600, 503_000, 160), #""change":"nieuw""#))
        #expect(finding.state == .undecided)
        #expect(finding.undecidedBecause == [Unknown(cause: .near, ref: "oever")])
        #expect(!finding.certain || finding.warnings.isEmpty)
        let last = try #require(finding.because.last)
        #expect(last.value == .number(40))
        #expect(last.unit == "m")
    }

    @Test("A finding that rests on the edge of such a line is not certain, and says so")
    func uncertain() throws {
        // From 30 to 10 m inside the west line of the bank.
        let finding = try finding(
            "oevers.loods.geen-nieuwe", plan("botenloods", square(201_810, 503_000, 20), #""change":"nieuw""#))
        #expect(finding.state == .applies)
        #expect(!finding.certain)
        #expect(finding.warnings == ["Dit hangt af van een lijn die niet precies is: De oever."])
    }

    @Test("A designation without a layer makes a finding undecided")
    func noLayer() throws {
        let finding = try finding("haven.tuin.zoeken", plan("drijvende-tuin", Site.water))
        #expect(finding.undecidedBecause == [Unknown(cause: .noLayer, ref: "moeras")])
        #expect(finding.missing == ["noLayer:moeras"])
    }

    @Test("A place outside the coverage of a layer makes a finding undecided")
    func noData() throws {
        let finding = try finding(
            "oevers.tuin.aanmoedigen", plan("drijvende-tuin", Site.farWater, Site.shallow))
        #expect(finding.undecidedBecause == [Unknown(cause: .noData, ref: "vaarweg")])
    }

    @Test("A value in the band around a bound is not decided")
    func fuzzy() throws {
        let warm = { (degrees: Double) in
            plan("lozen", Site.water, #""watertemperatuur":{"value":\#(degrees),"unit":"Cel"}"#)
        }
        let norm = "diepte.lozen.warm-water"
        #expect(try finding(norm, warm(26)).state == .applies)
        #expect(try finding(norm, warm(25.5)).state == .undecided)
        #expect(try Meerstad.report(warm(24)).findings == [])
    }

    @Test("A depth below the bound meets the norm, one above it does not")
    func depth() throws {
        let deep = try Meerstad.report(plan("boren", Site.water, #""depth":{"use":[10,15]}"#))
        #expect(deep.findings.map(\.id) == ["diepte.boren.kleilaag"])
        // What lies at 0 to 8 m, the lake, is passed through on the way down.
        #expect(
            deep.findings[0].because.map(\.about) == ["document:waterplan", "activity:boren", "depth:reach", "in:plas"])
        #expect(deep.findings[0].because[2].value == .text("0-15"))
        let shallow = try Meerstad.report(plan("boren", Site.water, #""depth":{"use":[5,12]}"#))
        #expect(shallow.findings == [])
        #expect(
            shallow.notApplied == [
                NotAppliedSummary(norm: "diepte.boren.kleilaag", because: .depth, detail: "depth:reach")
            ])
    }

    @Test("A norm that does not apply says at which step")
    func notApplied() throws {
        let report = try Meerstad.report(plan("botenloods", Site.land, #""change":"wijziging""#))
        #expect(
            report.notApplied == [
                NotAppliedSummary(norm: "oevers.loods.geen-nieuwe", because: .change, detail: "change")
            ])
        let elsewhere = try Meerstad.report(plan("botenloods", Site.land, #""change":"nieuw""#))
        #expect(
            elsewhere.notApplied == [
                NotAppliedSummary(norm: "oevers.loods.geen-nieuwe", because: .where, detail: "in:oever")
            ])
    }

    @Test("Policy that does not hold on the day does not apply")
    func validity() throws {
        let report = try Meerstad.report(plan("botenloods", Site.bank, #""change":"nieuw""#), on: "2018-01-01")
        #expect(report.findings == [])
        #expect(report.notApplied.map(\.because) == [.validity])
    }

    @Test("The day decides whether policy is a draft")
    func dayOfDraft() throws {
        let report = try Meerstad.report(plan("botenloods", Site.bank, #""change":"nieuw""#), on: "2019-06-01")
        #expect(report.findings.map(\.label) == ["Zou niet mogen op het water"])
        #expect(report.findings.map(\.force) == [.none])
    }
}
