import PolicyModel
import Testing

@testable import PolicyContent

@Suite struct PassageFinderTests {
    private func find(
        _ name: String, _ path: [String], _ unit: PassageUnit, _ starts: String, nth: Int? = nil
    ) throws -> PassageMatch {
        PassageFinder(try PassageFixtures.text(name)).find(
            PassageQuery(path: path, unit: unit, starts: starts, nth: nth))
    }

    private func line(_ match: PassageMatch) -> Int? {
        if case .found(let passage) = match { passage.lines.lowerBound } else { nil }
    }

    @Test func `an item is found by its own path and by that of its section`() throws {
        #expect(line(try find("lijsten", ["2", "2.1", "A"], .item, "Wij bouwen niet")) == 3)
        #expect(line(try find("lijsten", ["2", "2.1"], .item, "Wij bouwen niet")) == 3)
        #expect(line(try find("lijsten", ["2", "2.1", "B", "2"], .item, "Daarna")) == 12)
    }

    @Test func `the letter of an item may stand before its words`() throws {
        #expect(line(try find("lijsten", ["2", "2.1"], .item, "A. Wij bouwen")) == 3)
        #expect(line(try find("lijsten", ["2", "2.2"], .item, "KEUZE A Wij bouwen")) == 26)
    }

    @Test func `faults of the conversion do not hinder`() throws {
        #expect(line(try find("regels", ["1"], .sentence, "Dat vraagt specifiek onderhoud")) == 13)
        #expect(line(try find("regels", ["1"], .sentence, "Nieuwe nietagrarische bedrijven")) == 6)
        #expect(line(try find("opmaak", ["3", "3.1", "het dorp"], .item, "**Ruimte:** er is")) == 8)
    }

    @Test func `a section is found by its other names`() throws {
        #expect(line(try find("kolommen", ["8", "8.3", "Kader"], .sentence, "Losse tekst")) == 6)
    }

    @Test func `deeper sections are searched when nothing begins so in the section itself`() throws {
        #expect(line(try find("kaarten", ["Kaart 1"], .legend, "Zone 2")) == 6)
        #expect(line(try find("opmaak", ["3"], .row, "Rust")) == 17)
    }

    @Test func `nth says which of several`() throws {
        guard case .ambiguous(let passages) = try find("kaarten", ["Kaart 1", "Legenda"], .legend, "Verbod") else {
            Issue.record("expected an ambiguous match")
            return
        }
        #expect(passages.map(\.lines.lowerBound) == [5, 7])
        #expect(line(try find("kaarten", ["Kaart 1", "Legenda"], .legend, "Verbod", nth: 2)) == 7)
        #expect(try find("kaarten", ["Kaart 1", "Legenda"], .legend, "Verbod", nth: 3) == .missing([.fewer(2)]))
    }

    @Test func `a miss says what is near`() throws {
        func nearMisses(_ path: [String], _ unit: PassageUnit, _ starts: String) throws -> [String] {
            guard case .missing(let near) = try find("lijsten", path, unit, starts) else { return [] }
            return near.map(\.description)
        }
        #expect(
            try nearMisses(["2", "2.1"], .row, "Eerst de") == [
                "it is a `item`: Eerst de eik;", "it is a `sentence`: Eerst de eik;",
            ])
        #expect(
            try nearMisses(["2", "2.2"], .item, "Eerst de") == [
                "it stands as `item` in [\"2\", \"2.1\", \"B\", \"1\"]",
                "it stands as `sentence` in [\"2\", \"2.1\", \"B\", \"1\"]",
            ])
        #expect(
            try nearMisses(["2", "2.1"], .item, "uitzicht blijft") == [
                "it stands inside the item `het uitzicht blijft en de weg breed genoeg ...`"
            ])
        #expect(
            try nearMisses(["2", "2.2"], .item, "Wij bouwen nooit in het dal")
                == [
                    "closest: item `Wij bouwen niet in het dal van de ...`",
                    "closest: sentence `Wij bouwen niet in het dal van de ...`",
                ])
    }

    @Test func `an unknown path names the paths that share the most with it`() throws {
        #expect(
            try find("lijsten", ["2", "2.9", "A"], .item, "Wij")
                == .unknownPath([["2", "2.1"], ["2", "2.2"], ["2", "2.3"]]))
    }
}
