@testable import Assessment
import PolicyModel
import Testing

@Suite("The report in plain words")
struct PlainLanguageTests {
    private func words(_ json: String, norms: [String]? = nil) throws -> PlainLanguage {
        let house = try Meerstad.house().changed { house in
            if let norms { house.norms = try norms.map { try decode($0) } }
        }
        return try Meerstad.report(json, in: house).plainLanguage
    }

    @Test("Nothing found is no permission")
    func nothing() throws {
        let words = try words(plan("varen", Site.land))
        #expect(words.short == "In de geladen documenten staat niets over varen op deze plek. Dat is geen toestemming.")
        #expect(words.points == [])
    }

    @Test("The first finding gives the answer, the summaries the points")
    func short() throws {
        let words = try words(plan("steiger", Site.fairway, Site.shallow + #","phase":"aanleg""#))
        #expect(
            words.short
                == "Voor steiger aanleggen op deze plek staat voorop: steiger mits de vaarweg vrij blijft (ja mits). "
                + "Kompas vond 2 uitspraken in de geladen documenten; 2 daarvan gelden hier.")
        // Notifying is procedure, which explains more than it steers.
        #expect(words.points == ["Ja mits: een steiger kan als boten erlangs kunnen blijven varen."])
    }

    @Test("One finding is told in the singular")
    func singular() throws {
        let words = try words(plan("botenloods", Site.bank, #""change":"nieuw""#))
        #expect(
            words.short
                == "Voor botenloods bouwen op deze plek staat voorop: geen nieuwe botenloods op de oever (mag niet op het water). "
                + "Kompas vond 1 uitspraak in de geladen documenten; 1 daarvan geldt hier.")
    }

    @Test("A draft alone is told to be a draft")
    func draft() throws {
        let words = try words(
            plan("varen", Site.land),
            norms: [norm("a", #"["varen"]"#, "undesired", document: "havenbrief")])
        #expect(
            words.short.contains(" Wat hier zeker geldt, komt alleen uit ontwerpbeleid dat nog niet is vastgesteld. "))
    }

    @Test("What only goes along with a plan is not told first")
    func accompanying() throws {
        let words = try words(plan("varen", Site.land), norms: [norm("a", #"["varen"]"#, "duty")])
        #expect(
            words.short.hasPrefix(
                "Over varen op deze plek zegt het geladen beleid nog niets bijzonders dat zeker is. "))
        #expect(words.points == ["Moet: samenvatting van a."])
    }

    @Test("What is undecided is counted, and nothing that is certain is told to be so")
    func undecided() throws {
        let one = try words(plan("botenloods", Site.bank))
        #expect(
            one.short
                == "Over botenloods bouwen op deze plek zegt het geladen beleid nog niets bijzonders dat zeker is. "
                + "Kompas vond 1 uitspraak in de geladen documenten; 0 daarvan gelden hier. "
                + "Van één is nog niet te zeggen of ze geldt.")
        let two = try words(plan("drijvende-tuin", Site.farWater, Site.shallow))
        #expect(two.short.hasSuffix("; 0 daarvan gelden hier. Van 2 is nog niet te zeggen of ze gelden."))
        #expect(two.points == [])
    }

    @Test("What holds for every plan is not told first")
    func general() throws {
        let words = try words(
            plan("varen", Site.land), norms: [norm("a", #""any""#, "prohibited"), norm("b", #"["varen"]"#, "duty")])
        #expect(words.points == ["Moet: samenvatting van b."])
    }

    @Test("No more than eight points are told")
    func limit() throws {
        let norms = (1...9).map { norm("n\($0)", #"["varen"]"#, "duty") }
        let points = try words(plan("varen", Site.land), norms: norms).points
        #expect(points.count == 8)
        #expect(points.last == "Moet: samenvatting van n8.")
    }

    @Test("What the place becomes is told before what policy says")
    func functionFirst() throws {
        let words = try words(
            plan("botenloods", Site.water, Site.shallow), norms: [norm("a", #"["botenloods"]"#, "duty")])
        #expect(
            words.points == [
                "Het plan geeft deze plek een andere functie (kade), terwijl water hier de hoofdfunctie is.",
                "Moet: samenvatting van a.",
            ])
    }

    @Test("Several activities are told together, each once")
    func activities() throws {
        let parts = [plan("varen", Site.land), plan("lozen", Site.bank), plan("varen", Site.bank)]
        let words = try words(collection(parts), norms: [])
        #expect(words.short.hasPrefix("In de geladen documenten staat niets over varen en water lozen op deze plek."))
    }

    @Test("A word that is an abbreviation keeps its capital")
    func abbreviation() {
        #expect("CO2 opslaan".lowercasedStart == "CO2 opslaan")
        #expect("Steiger aanleggen".lowercasedStart == "steiger aanleggen")
        #expect("".lowercasedStart == "")
    }
}
