import Testing

@testable import PolicyContent

@Suite struct PassageNormaliserTests {
    @Test(arguments: [
        ("cafe\u{301}", "café"),
        ("  een\u{A0}\u{2009}regel  ", "een regel"),
        ("speci\u{FB01}ek e\u{FB03}ciënt", "specifiek efficiënt"),
        ("\u{2018}stil\u{2019} en \u{201E}groen\u{201D}", "'stil' en \"groen\""),
        ("energie\u{AD}voorziening", "energievoorziening"),
        ("energievoor\u{AD} ", "energievoor\u{AD}"),
        ("### **1.3 Rol**", "1.3 Rol"),
        ("#hashtag blijft", "#hashtag blijft"),
        ("CO<sub>2</sub> en<br/>H<b>2</b>", "CO2 en H2"),
        ("a < b &amp; b > c", "a < b & b > c"),
        ("Beekdalen:** ruimte", "Beekdalen: ruimte"),
        ("*Niet afwentelen:* geen", "Niet afwentelen: geen"),
        ("landbouwbodems*, en *definitie", "landbouwbodems*, en *definitie"),
        ("2*3*4 = 24", "2*3*4 = 24"),
    ])
    func `a line is readable without what a typesetter or converter put in`(line: String, readable: String) {
        #expect(PassageNormaliser.readable(line) == readable)
    }

    @Test(arguments: [
        ("speciﬁek beleid", "specifek beleid"),
        ("efficiënt", "effciënt"),
        ("grondwaterkwaliteit", "grond waterkwaliteit"),
        ("grondwaterkwaliteit", "grond-\nwaterkwaliteit"),
        ("niet-agrarische", "nietagrarische"),
        ("• **Rust** en ruimte", "Rust en ruimte"),
        ("0–25 meter", "0-25 meter"),
        ("van 2030-\n2035", "van 2030-2035"),
    ])
    func `what a conversion may change does not change the key`(one: String, other: String) {
        let (one, other) = (PassageNormaliser.readable(one), PassageNormaliser.readable(other))
        #expect(PassageNormaliser.key(one) == PassageNormaliser.key(other))
        #expect(PassageNormaliser.sha256(one) == PassageNormaliser.sha256(other))
    }

    @Test(arguments: [
        ("0-25 meter", "025 meter"), ("1 2", "12"), ("1.500 m", "1500 m"), ("niet toegestaan", "wel toegestaan"),
        ("Stil", "stil"), ("ja, mits", "ja mits"), ("< 1 x 109", "> 1 x 109"),
    ])
    func `what changes the meaning changes the key`(one: String, other: String) {
        #expect(PassageNormaliser.key(one) != PassageNormaliser.key(other))
    }

    @Test func `the hash is the SHA-256 of the key`() {
        // printf 'DebekisvanO2.' | sha256sum
        #expect(PassageNormaliser.key("De bek is van O2.") == "DebekisvanO2.")
        #expect(
            PassageNormaliser.sha256("De bek is van O2.")
                == "21bf5d9cd15d499c607b3b52503c52b50eb44e9726eca59302d8a5c7456180bc")
    }
}
