import PolicyModel
import Testing

@testable import PolicyContent

@Suite struct PassageSplitterTests {
    @Test(arguments: ["regels", "lijsten", "opmaak", "kolommen", "kaarten"])
    func `every line of a fixture has its place and the text is the one reviewed`(name: String) throws {
        let text = try PassageFixtures.text(name)
        #expect(text.faults.isEmpty)
        #expect(text.isReviewed)
        #expect(text.outline.document == name)
    }

    @Test func `words broken at a line end are mended and real hyphens stay`() throws {
        #expect(
            try PassageFixtures.shown("regels", in: ["1"]) == [
                "heading 1 @1: Water",
                "sentence @2-3: De gemeente bergt regen in vijvers en beschermt daarmee het grondwater tegen verdroging.",
                "sentence @3-6: De belangrijkste vijver ligt bij de noord- en zuidrand, en dient ook als ijsbaan.",
                "sentence @6-7: Nieuwe niet-agrarische bedrijven zijn er toegestaan.",
                "sentence @7-8: Elke niet-agrarische functie telt mee.",
                "sentence @8-10: De CO2-arme pomp en de Noord-Zuidlijn blijven.",
                "sentence @10-11: Vanaf 2030-2035 geldt een filter van 1.500 m.",
                "sentence @13-15: Dat vraagt specifek onderhoud van het grondwater en van de water gangen.",
                "sentence @15-19: In het plan staat dat de pomp effciënt werkt.",
                "sentence @21: Nieuwe alinea die hier begint",
            ])
    }

    @Test func `items go on over a blank line and carry the letters and numbers around them`() throws {
        #expect(
            try PassageFixtures.shown("lijsten", in: ["2", "2.1"]) == [
                "heading 2.1 @1: Keuzes",
                "sentence @2: Onze keuzes zijn:",
                "item A A. @3-5: Wij bouwen niet in het dal van de beek.",
                "  sentence A A. @3-5: Wij bouwen niet in het dal van de beek.",
                "item B B. @6: Wij bouwen wel op de heuvel, mits:",
                "  sentence B B. @6: Wij bouwen wel op de heuvel, mits:",
                "item B - @7-9: het uitzicht blijft en de weg breed genoeg is;",
                "  sentence B - @7-9: het uitzicht blijft en de weg breed genoeg is;",
                "item B • @10: er geen boom verdwijnt.",
                "  sentence B • @10: er geen boom verdwijnt.",
                "item B/1 1) @11: Eerst de eik;",
                "  sentence B/1 1) @11: Eerst de eik;",
                "item B/2 2) @12: Daarna de beuk.",
                "  sentence B/2 2) @12: Daarna de beuk.",
                "item B ● @13: En de es.",
                "  sentence B ● @13: En de es.",
                "heading @14: STIL GEBIED",
                "item C C. @15-16: Het stille gebied blijft stil. Ook 's nachts. Dat weten we zeker.",
                "  sentence C C. @15: Het stille gebied blijft stil.",
                "  sentence C @15: Ook 's nachts.",
                "  sentence C @16: Dat weten we zeker.",
                "item C/i i. @18: Geen vuurwerk",
                "  sentence C/i i. @18: Geen vuurwerk",
                "item C/ii ii. @20-22: Geen motoren van de Provincie.",
                "  sentence C/ii ii. @20-22: Geen motoren van de Provincie.",
                "sentence @24: Slot van het hoofdstuk.",
            ])
    }

    @Test func `the outline names block titles, and lines that only look like items`() throws {
        #expect(
            try PassageFixtures.shown("lijsten", in: ["2", "2.2"]) == [
                "heading 2.2 @25: Uitleg",
                "item KEUZE A @26: Wij bouwen niet in het dal van de beek.",
                "  sentence KEUZE A @26: Wij bouwen niet in het dal van de beek.",
                "item KEUZE B-C @27: Overige keuzes.",
                "  sentence KEUZE B-C @27: Overige keuzes.",
                "heading @29: REDEN",
                "sentence @30-31: De beek heeft ruimte nodig - ook - zo blijkt - in droge jaren.",
            ])
    }

    @Test func `agreement numbers are steps of the path`() throws {
        #expect(
            try PassageFixtures.shown("lijsten", in: ["2", "2.3"]) == [
                "heading 2.3 @32: Afspraken",
                "item 1.1 1.1 @33-34: Het dorp werkt samen met de stad. De stad betaalt.",
                "  sentence 1.1 1.1 @33: Het dorp werkt samen met de stad.",
                "  sentence 1.1 @34: De stad betaalt.",
                "item 1.2 1.2. @36: De stad vraagt het dorp om hulp.",
                "  sentence 1.2 1.2. @36: De stad vraagt het dorp om hulp.",
                "item 1.2/4 4 @37: Een regel zonder punt achter het nummer",
                "  sentence 1.2/4 4 @37: Een regel zonder punt achter het nummer",
            ])
    }

    @Test func `marks of a converter disappear and footnote stars stay`() throws {
        #expect(
            try PassageFixtures.shown("opmaak", in: ["3", "3.1", "Het dorp"]) == [
                "heading 3.1 @1: Het dorp: een vooruitblik",
                "sentence @3: Dit is de kern van het verhaal.",
                "sentence @5: We beperken CO2 & lawaai.",
                "sentence @5: Zie <https://voorbeeld.example/a> en dit woord.",
                "sentence @5: Een voetnoot*.",
                "item - @7: Rust. Het blijft stil.",
                "  sentence - @7: Rust.",
                "  sentence @7: Het blijft stil.",
                "item - @8: Ruimte: er is plaats.",
                "  sentence - @8: Ruimte: er is plaats.",
                "heading @10: Een tussenkop",
                "sentence @12: Slotzin.",
            ])
    }

    @Test func `a table gives rows, cells, and the sentences and items in them`() throws {
        #expect(
            try PassageFixtures.shown("opmaak", in: ["3", "3.1", "Tabel 1"]) == [
                "heading @14: Tabel 1. Doelen",
                "row @16: Thema\tDoel",
                "  cell @16: Thema",
                "  sentence @16: Thema",
                "  cell @16: Doel",
                "  sentence @16: Doel",
                "row @17: Rust\tStil. Donker: • geen lamp; • geen licht",
                "  cell @17: Rust",
                "  sentence @17: Rust",
                "  cell @17: Stil. Donker: • geen lamp; • geen licht",
                "  sentence @17: Stil.",
                "  sentence @17: Donker:",
                "  item • @17: geen lamp;",
                "  item • @17: geen licht",
                "row @18: Ruimte Groen",
                "  cell @18: Ruimte Groen",
                "  sentence @18: Ruimte",
                "  sentence @18: Groen",
            ])
    }

    @Test func `a section goes on behind a box and sections may stand out of order`() throws {
        #expect(
            PassageFixtures.shown(try PassageFixtures.text("kolommen").passages) == [
                "heading 8.5 @1: Doelen",
                "item 1 1. @2: Meer groen.",
                "  sentence 1 1. @2: Meer groen.",
                "heading 8.3 @3: Beleid",
                "sentence @4-8: Het kabinet wil dat de stad en het dorp samenwerken.",
                "sentence @8: Dat lukt.",
                "heading @5: KADER",
                "sentence @6: Losse tekst in een kader.",
                "cell @10: Blijft het groen?",
                "  sentence @10: Blijft het groen?",
                "cell @12-13: Ja, meestal wel. In de zomer zeker.",
                "  sentence @12: Ja, meestal wel.",
                "  sentence @12-13: In de zomer zeker.",
                "cell @15: Groen, Water,",
                "  sentence @15: Groen, Water,",
                "cell @17: Wonen",
                "  sentence @17: Wonen",
            ])
    }

    @Test func `legend entries keep their order, also when two are the same`() throws {
        #expect(
            PassageFixtures.shown(try PassageFixtures.text("kaarten").passages) == [
                "heading @1: Kaart 1",
                "heading @2: Legenda",
                "legend @4: Zone 1: 0-25 meter",
                "legend @5: Verbod",
                "legend @6: Zone 2: 25-500 meter",
                "legend @7: Verbod",
                "legend @8-9: Vrijhouden voor toekomstig gebruik",
                "legend @10-11: Opslag en (verlengde) winning",
                "cell @13: Dorp A",
                "cell @15: Dorp B",
                "heading @16: Kaart 2",
                "heading @17: Legenda",
                "legend @19-21: Open ruimte Het contrast tussen bebouwd en onbebouwd is groot en dat blijft zo.",
                "  sentence @21: Het contrast tussen bebouwd en onbebouwd is groot en dat blijft zo.",
                "legend @23: Landschappen",
                "legend @25: Essen",
                "legend @26: Beken: Hier krijgt water de ruimte. Dat is nodig.",
                "  sentence @26: Beken: Hier krijgt water de ruimte.",
                "  sentence @26: Dat is nodig.",
            ])
    }

    @Test(arguments: ["regels", "lijsten", "opmaak", "kolommen", "kaarten"])
    func `the same text always gives the same passages`(name: String) throws {
        let first = try PassageFixtures.text(name).passages
        for _ in 1...3 { #expect(try PassageFixtures.text(name).passages == first) }
    }
}
