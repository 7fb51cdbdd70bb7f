@testable import Assessment
import PolicyModel
import Testing

@Suite("Tensions")
struct TensionTests {
    private func house(_ norms: String...) throws -> PolicyHouse {
        try Meerstad.house().changed { house in house.norms = try norms.map { try decode($0) } }
    }

    private func tensions(_ house: PolicyHouse?, _ json: String = plan("varen", Site.land)) throws -> [Tension] {
        try Meerstad.report(json, in: house).tensions
    }

    @Test("Findings whose effects contradict each other are a tension, with hints that are not applied")
    func norms() throws {
        let house = try house(
            norm("a", #""any""#, "prohibited"), norm("b", #"["varen"]"#, "encouraged", document: "havenbrief"))
        #expect(
            try tensions(house) == [
                Tension(
                    id: "norms:a~b", kind: .norms, between: ["a", "b"],
                    about: "Titel a (Mag niet op het water) tegenover Titel b (Graag).",
                    hints: ["higher-authority:a", "later:b", "more-specific:b"], resolvedBy: nil)
            ])
    }

    @Test("Effects that the house does not call contradictory are no tension")
    func noContradiction() throws {
        #expect(try tensions(house(norm("a", #""any""#, "prohibited"), norm("b", #""any""#, "duty"))) == [])
        #expect(try tensions(house(norm("a", #""any""#, "permitted"), norm("b", #""any""#, "encouraged"))) == [])
    }

    @Test("Norms of one document about the same activities give no hint")
    func noHints() throws {
        let house = try house(norm("a", #""any""#, "undesired"), norm("b", #""any""#, "permitted"))
        #expect(try tensions(house).map(\.hints) == [[]])
    }

    @Test("A narrower activity is more specific")
    func moreSpecific() throws {
        let house = try house(
            norm("a", #"["bouwen-aan-water"]"#, "undesired"), norm("b", #"["steiger"]"#, "permitted"))
        #expect(try tensions(house, plan("steiger", Site.land)).map(\.hints) == [["more-specific:b"]])
        #expect(try tensions(house, plan("bouwen-aan-water", Site.land)) == [])
    }

    @Test("An undecided finding makes a tension that says so")
    func undecided() throws {
        let house = try house(
            norm("a", #""any""#, "prohibited", #","where":{"in":"moeras"}"#), norm("b", #""any""#, "permitted"))
        #expect(try tensions(house).map(\.hints) == [["undecided:a"]])
    }

    @Test("Findings about different parts are no tension")
    func parts() throws {
        let house = try house(norm("a", #"["varen"]"#, "prohibited"), norm("b", #"["steiger"]"#, "permitted"))
        let parts = [plan("varen", Site.land), plan("steiger", Site.land)]
        #expect(try tensions(house, collection(parts)) == [])
    }

    @Test("Primary functions that overlap are a tension")
    func functions() throws {
        let house = try Meerstad.house().changed { house in
            let position = try #require(house.designations.firstIndex { $0.id == "vaarweg" })
            house.designations[position].primaryFunction = "kade"
        }
        #expect(
            try tensions(house, plan("varen", Site.fairway, Site.shallow)) == [
                Tension(
                    id: "function:plas~vaarweg", kind: .function, between: ["plas", "vaarweg"],
                    about: "Hier komen verschillende hoofdfuncties samen: kade en water.", hints: [], resolvedBy: nil)
            ])
        #expect(try tensions(house, plan("varen", Site.water, Site.shallow)) == [])
    }

    @Test("What the initiative makes of a place is a tension with the function that it has")
    func functionChange() throws {
        #expect(
            try tensions(nil, plan("botenloods", Site.water, Site.shallow)) == [
                Tension(
                    id: "function-change:plas", kind: .function, between: ["plas", "kade"],
                    about: "Het plan geeft deze plek een andere functie (kade), terwijl water hier de hoofdfunctie is.",
                    hints: [],
                    resolvedBy: nil)
            ])
        #expect(try tensions(nil, plan("steiger", Site.water, Site.shallow)) == [])
    }

    @Test("A use that goes first and has a claim is a tension")
    func ranking() throws {
        #expect(
            try tensions(nil, plan("drijvende-tuin", Site.fairway, Site.shallow)) == [
                Tension(
                    id: "ranking:op-de-plas/varen-voor-tuin/varen", kind: .ranking,
                    between: ["varen", "drijvende-tuin"],
                    about: "Varen gaat hier voor: Boten kunnen nergens anders varen.", hints: [], resolvedBy: nil)
            ])
    }

    @Test("Documents that contradict each other are a tension")
    func documents() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [try decode(norm("a", #""any""#, "duty"))]
            house.inconsistencies = [
                try decode(
                    #"{"id":"diepte","summary":"Twaalf of tien meter.","norms":["a"],"#
                        + #""sources":[\#(source()),\#(source("havenbrief"))]}"#),
                try decode(
                    #"{"id":"binnen","summary":"Een plan is het oneens met zichzelf.","norms":["a"],"#
                        + #""sources":[\#(source()),\#(source())]}"#),
            ]
        }
        #expect(
            try tensions(house) == [
                Tension(
                    id: "document:diepte", kind: .document, between: ["havenbrief", "waterplan"],
                    about: "Twaalf of tien meter.", hints: [], resolvedBy: nil)
            ])
    }
}
