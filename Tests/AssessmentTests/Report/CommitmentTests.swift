@testable import Assessment
import PolicyModel
import Testing

@Suite("Agreements, contributions, contradictions and what was not consulted")
struct CommitmentTests {
    private func agreements(_ json: String, on day: String = Meerstad.day) throws -> [AgreementResult] {
        try Meerstad.report(json, on: day).agreements
    }

    @Test("An agreement about the activity in this place is told")
    func agreement() throws {
        let agreement = try #require(try self.agreements(plan("varen", Site.fairway)).first)
        #expect(agreement.agreement == "vrije-vaarweg")
        #expect(agreement.title == "De vaarweg blijft vrij")
        #expect(agreement.state == .proposal)
        #expect(agreement.reciprocity == .both)
        #expect(agreement.why == "Gaat over deze activiteit op deze plek.")
        #expect(agreement.source.document == "havenbrief")
    }

    @Test("An agreement is told with why: the place, what is not known, or a finding")
    func why() throws {
        // 1800 m from the fairway, of which nothing is known so far away.
        #expect(
            try agreements(plan("varen", Site.farWater)).map(\.why) == [
                "Gaat over deze activiteit; of de plek erbij hoort, is niet bekend."
            ])
        // 200 m from the fairway, and it is about 100 m.
        #expect(try agreements(plan("varen", Site.water)) == [])
        #expect(
            try agreements(plan("steiger", Site.water, Site.shallow)).map(\.why) == [
                "Hoort bij de bevinding “Steiger mits de vaarweg vrij blijft”."
            ])
    }

    @Test("An agreement in a document that does not hold yet is not told")
    func agreementBefore() throws {
        #expect(try agreements(plan("varen", Site.fairway), on: "2024-01-01") == [])
    }

    @Test("A contribution is told when it is about the activity or belongs to a finding")
    func contributions() throws {
        let house = try Meerstad.house().changed { house in
            house.contributions = [
                try decode(
                    #"{"id":"z","summary":"Laat ons varen.","source":\#(source()),"activities":["varen"]}"#),
                try decode(
                    #"{"id":"a","summary":"Stil graag.","source":\#(source()),"norms":["oevers.loods.geen-nieuwe"]}"#),
            ]
        }
        #expect(
            try Meerstad.report(plan("varen", Site.land), in: house).participation == [
                ContributionResult(contribution: "z", summary: "Laat ons varen.", why: "Gaat over deze activiteit.")
            ])
        #expect(
            try Meerstad.report(plan("botenloods", Site.bank), in: house).participation == [
                ContributionResult(contribution: "a", summary: "Stil graag.", why: "Hoort bij een bevinding.")
            ])
    }

    @Test("Sources that contradict each other are told only when the value at hand is affected")
    func inconsistencies() throws {
        let house = try Meerstad.house().changed { house in
            house.inconsistencies = [
                try decode(
                    #"{"id":"lengte","summary":"Tien of twaalf meter.","sources":[\#(source()),\#(source())],"#
                        + #""norms":["oevers.steiger.vrije-vaarweg"],"#
                        + #""when":{"property":"lengte","is":">","value":10,"unit":"m"}}"#)
            ]
        }
        let long = { (metres: String) in
            try Meerstad.report(
                plan("steiger", Site.water, Site.shallow + #","lengte":{"value":\#(metres),"unit":"m"}"#), in: house)
        }
        let affected = try long("11")
        #expect(affected.inconsistencies.map(\.affects) == [["oevers.steiger.vrije-vaarweg"]])
        #expect(affected.inconsistencies[0].sources.count == 2)
        let finding = try #require(affected.findings.first { $0.norm == "oevers.steiger.vrije-vaarweg" })
        #expect(finding.warnings == ["De bronnen spreken elkaar tegen: Tien of twaalf meter."])
        #expect(try long("9").inconsistencies == [])
        #expect(try Meerstad.report(plan("steiger", Site.land, Site.shallow), in: house).inconsistencies == [])
    }

    @Test("A document that is always named is named without findings")
    func alwaysNamed() throws {
        #expect(
            try Meerstad.report(plan("varen", Site.land)).notConsulted == [
                NotConsulted(
                    document: "keur", title: "Keur van Meerstad", why: .notLoaded, findings: [], chapters: [])
            ])
    }

    @Test("A document that findings and signposts point at is named with them and with where to look")
    func pointedAt() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [
                try decode(
                    norm(
                        "elders", #"["varen"]"#, "regulated-elsewhere",
                        #","target":{"document":"keur","chapter":"Hoofdstuk 3"}"#))
            ]
            house.signposts = [
                try decode(
                    #"{"id":"s","document":"keur","chapter":"Bijlage","summary":"Zie daar.","source":\#(source())}"#),
                try decode(
                    #"{"id":"t","document":"keur","summary":"Over bouwen.","source":\#(source()),"activities":["steiger"]}"#
                ),
                try decode(#"{"id":"u","document":"havenbrief","summary":"Geladen.","source":\#(source())}"#),
            ]
        }
        #expect(
            try Meerstad.report(plan("varen", Site.land), in: house).notConsulted == [
                NotConsulted(
                    document: "keur", title: "Keur van Meerstad", why: .notLoaded, findings: ["elders"],
                    chapters: ["Bijlage", "Hoofdstuk 3"])
            ])
        #expect(
            try Meerstad.report(plan("steiger", Site.land), in: house).notConsulted.map(\.chapters) == [
                ["Bijlage", "Over bouwen."]
            ])
    }
}
