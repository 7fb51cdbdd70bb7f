import Assessment
import PolicyModel
import Testing

@Suite("Declared properties")
struct PropertyInputTests {
    private func problems(_ property: String, in house: PolicyHouse? = nil) throws -> [String] {
        try Meerstad.problems(plan("steiger", Site.water, property), in: house)
    }

    /// Meerstad with a property of the kinds that it lacks.
    private func house() throws -> PolicyHouse {
        try Meerstad.house().changed { house in
            house.properties.append(
                try decode(#"{"id":"boten","label":"Boten","kind":"count","asks":"Hoeveel boten?"}"#))
            house.properties.append(
                try decode(#"{"id":"verlicht","label":"Verlicht","kind":"flag","asks":"Is het verlicht?"}"#))
            house.properties.append(try decode(#"{"id":"kleur","label":"Kleur","kind":"text","asks":"Welke kleur?"}"#))
            house.properties.append(
                try decode(
                    #"{"id":"vlak","label":"Vlak","kind":"quantity","unit":"har","asks":"Hoe groot?"}"#))
        }
    }

    @Test("A quantity without a unit is refused")
    func noUnit() throws {
        let line =
            "/properties/lengte: `lengte` moet een getal met een eenheid zijn (bijvoorbeeld {\"value\": 40, \"unit\": \"m\"})"
        #expect(try problems(#""lengte":12"#) == [line])
        #expect(try problems(#""lengte":{"value":12}"#) == [line])
        #expect(try problems(#""lengte":{"value":"12","unit":"m"}"#) == [line])
        #expect(try Meerstad.refused(plan("steiger", Site.water, #""lengte":12"#)).map(\.kind) == [.unit])
    }

    @Test("A unit that cannot be converted is refused")
    func wrongUnit() throws {
        #expect(
            try problems(#""lengte":{"value":12,"unit":"har"}"#) == [
                "/properties/lengte/unit: de eenheid `har` is niet om te rekenen naar `m` (`lengte` wordt gemeten in `m`)"
            ])
    }

    @Test("A count must be whole and not negative")
    func count() throws {
        let line = "/properties/boten: `boten` moet een geheel getal van nul of meer zijn"
        for wrong in ["2.5", "-1", #""3""#, "true"] {
            #expect(try problems(#""boten":\#(wrong)"#, in: house()) == [line])
        }
        for right in ["0", "3", #"{"value":3,"unit":"1"}"#] {
            #expect(try problems(#""boten":\#(right)"#, in: house()) == [])
        }
    }

    @Test("A choice that is not known is refused with all that are")
    func choice() throws {
        #expect(
            try problems(#""ligplaats":"drijvend""#) == [
                "/properties/ligplaats: `drijvend` is geen waarde van `ligplaats` (kies uit: vast, los, onbekend)"
            ])
        #expect(
            try problems(#""ligplaats":3"#) == [
                "/properties/ligplaats: geen tekst is geen waarde van `ligplaats` (kies uit: vast, los, onbekend)"
            ])
    }

    @Test("A flag must be true or false")
    func flag() throws {
        #expect(
            try problems(#""verlicht":"ja""#, in: house()) == [
                "/properties/verlicht: `verlicht` moet true of false zijn"
            ])
    }

    @Test("A text must be text")
    func text() throws {
        #expect(try problems(#""kleur":3"#, in: house()) == ["/properties/kleur: `kleur` moet tekst zijn"])
    }

    @Test("Values are kept as they were declared, and null counts as not told")
    func values() throws {
        let report = try Meerstad.report(
            plan(
                "steiger", Site.water,
                #""lengte":{"value":1200,"unit":"cm"},"vlak":{"value":2,"unit":"ha"},"boten":3,"verlicht":false,"#
                    + #""kleur":"rood","ligplaats":"vast","watertemperatuur":null"#), in: house())
        #expect(
            report.initiative.parts.first?.properties == [
                "lengte": .quantity(Quantity(value: 1200, unit: "cm")),
                "vlak": .quantity(Quantity(value: 2, unit: "ha")), "boten": .number(3), "verlicht": .flag(false),
                "kleur": .text("rood"), "ligplaats": .text("vast"),
            ])
    }

    @Test("Everyday units are accepted: degC as well as Cel")
    func everydayUnits() throws {
        for unit in ["Cel", "degC"] {
            let report = try Meerstad.report(
                plan("lozen", Site.water, #""watertemperatuur":{"value":40,"unit":"\#(unit)"}"#))
            #expect(report.findings.map(\.id) == ["diepte.lozen.warm-water"])
            #expect(report.findings.map(\.state) == [.applies])
        }
    }

    @Test("A property that the house does not know gives a warning with what it is like")
    func unknownProperty() throws {
        let report = try Meerstad.report(plan("steiger", Site.water, #""lente":3,"kleur":"rood""#))
        #expect(
            report.warnings == [
                "De eigenschap `lente` kent dit huis niet; ze telt niet mee. Bedoelt u `lengte`?",
                "De eigenschap `kleur` kent dit huis niet; ze telt niet mee.",
            ])
    }
}
