import Testing

@testable import Reporting

@Suite("A section as people write it")
struct SectionNameTests {
    @Test(
        "The deepest number leads, then what is inside it",
        arguments: [
            ([], ""), (["5"], "5"), (["3", "3.6", "3.6.1", "P"], "3.6.1 P"),
            (["2", "2.5", "Beekdalen"], "2.5 Beekdalen"),
            (["3", "3.3", "6"], "3.3 nr. 6"), (["3", "3.1", "2", "2.2"], "3.1, 2.2"),
            (["1", "1.4", "Tabel 2"], "1.4 Tabel 2"),
            (["Kaart 1", "Legenda"], "Kaart 1, Legenda"), (["12", "Kaart 2", "Legenda"], "Kaart 2, Legenda"),
            (["3", "3.6"], "3.6"), (["3", "3.6", "3.6.2", "A-B"], "3.6.2 A-B"),
        ])
    func names(_ path: [String], _ expected: String) { #expect(SectionName.of(path) == expected) }
}
