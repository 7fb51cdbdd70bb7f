import Testing

@testable import PolicyContent

@Suite struct NormativeCuesTests {
    private let cues = NormativeCues(["moet", "alleen", "voorkeur*", "niet mee", "niet meewerk*"])

    @Test(
        "A cue counts as a whole word, in any case, and a star goes on",
        arguments: [
            ("Het moet anders.", true), ("Moet dat?", true), ("Wij ontmoeten elkaar.", false), ("moeten", false),
            ("Alleen hier.", true), ("alleenstaand", false), ("een voorkeurslocatie", true), ("geen afkeur", false),
            ("Wij werken niet mee.", true), ("niet meer", false), ("niet meewerken", true), ("", false),
            ("alleen", true), ("moet", true),
        ])
    func words(_ text: String, _ expected: Bool) {
        #expect(cues.occur(in: text) == expected)
    }

    @Test func `no cues occur nowhere`() { #expect(!NormativeCues([]).occur(in: "moet alleen")) }
}
