import Testing

@testable import PolicyContent

@Suite struct SentenceSplitterTests {
    private func sentences(_ text: String) -> [String] {
        let scalars = Scalars(text)
        return SentenceSplitter.sentences(in: scalars).map { scalars[$0].text }
    }

    @Test(arguments: [
        (["Het is stil.", "Ook 's nachts!", "Echt waar?", "Ja."]),
        (["Dit geldt tot ca. 60 graden.", "Daarboven niet."]),
        (["Zie art. 3 en nr. 5 m.b.t. De Beek."]),
        (["Er is vuil, afval etc. in de beek.", "Dat moet weg."]),
        (["Er is vuil, afval etc.", "Dat moet weg."]),
        (["De put is 1.500 m diep.", "Dat is veel."]),
        (["Besluit (motie M1 d.d. 7 mei 2018 en M2 d.d. 8 mei 2019).", "Volgende zin."]),
        (["Behoud en herstel (nee, tenzij).", "Van belang."]),
        (["Behoud en herstel. (ja, en)."]),
        (["Dat is zo.", "(De gemeente beslist.)"]),
        (["Zie hoofdstuk 3. Bodem en hoofdstuk 4."]),
        (["Zie kaart 3.", "Daar staat het."]),
        (["Volgens J. Jansen klopt dat.", "\"Ja!\" zei zij."]),
        (["Het betreft: lage en hoge opslag.", "Meer niet."]),
        (["Zonder punt"]),
        ([]),
    ])
    func `sentences end where a reader ends them`(expected: [String]) {
        #expect(sentences(expected.joined(separator: " ")) == expected)
    }
}
