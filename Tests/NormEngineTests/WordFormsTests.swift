import KompasTesting
import NormEngine
import Testing

@Suite("Words of a text")
struct WordFormsTests {
    @Test(
        "A text is split at everything that is no letter or digit, in small letters and without accents",
        arguments: [
            ("Een steiger, 12 m lang.", ["een", "steiger", "12", "m", "lang"]),
            ("Caf\u{E9} op de Kolon\u{EB}n", ["cafe", "op", "de", "kolonen"]), ("e\u{301}\u{301}n", ["en"]),
            ("N34/A37 'co2'", ["n34", "a37", "co2"]), ("", []), ("\u{2019}s-Gravenland", ["s", "gravenland"]),
        ])
    func split(_ text: String, _ words: [String]) { #expect(WordForms.words(text) == words) }

    @Test("Each word is told with where it stands")
    func places() {
        let text = "Caf\u{E9}, ste\u{301}iger 2"
        let places = WordForms.places(of: text)
        #expect(places.map(\.word) == ["cafe", "steiger", "2"])
        #expect(places.map { String(text[$0.place]) } == ["Caf\u{E9}", "ste\u{301}iger", "2"])
    }

    @Test("The places of a text have the same words as the text")
    func sameWords() {
        PropertyRun.rounds(300, of: "places of words") { generator, seed in
            var text = ""
            for _ in 0..<Int.random(in: 0...30, using: &generator) {
                if let scalar = Unicode.Scalar(UInt32.random(in: 0x20...0x24F, using: &generator)) {
                    text.unicodeScalars.append(scalar)
                }
                if generator.oneIn(4) { text += [" ", "\u{301}", "-", "a"].randomElement(using: &generator) ?? "" }
            }
            #expect(
                WordForms.places(of: text).map(\.word) == WordForms.words(text), "\(seed): \(text.debugDescription)")
        }
    }

    @Test("Small words are left out, unless there is nothing else")
    func telling() {
        let forms = WordForms.of(language: "nl")
        #expect(forms.telling(["de", "plas", "en", "de", "oever"]) == ["plas", "oever"])
        #expect(forms.telling(["of", "en"]) == ["of", "en"])
    }

    @Test("A compound is split into two known words, as evenly as can be")
    func parts() {
        let forms = WordForms.of(language: "nl")
        func parts(_ word: String, _ known: Set<String>) -> [String] {
            forms.parts(of: word, isKnown: known.contains).map { [$0.head, $0.tail] } ?? []
        }
        #expect(parts("botenloods", ["boten", "loods", "oods"]) == ["boten", "loods"])
        #expect(parts("schipperszicht", ["schipper", "zicht"]) == ["schipper", "zicht"])
        #expect(parts("botenloods", ["boten"]) == [])
        #expect(parts("kade", ["ka", "de"]) == [])
    }
}
