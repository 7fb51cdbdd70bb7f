import Testing

@testable import PolicyContent

@Suite("A near miss")
struct NearMissTests {
    @Test(
        "is the closest word within a third of its letters",
        arguments: [
            ("sumary", "summary"), ("smumary", "summary"), ("souce", "source"), ("TITLE", "title"), ("inn", "in"),
        ])
    func found(_ word: String, _ meant: String) {
        #expect(NearMiss.of(word, among: ["summary", "source", "title", "in"]) == meant)
    }

    @Test("is nothing when all words are far", arguments: ["note", "x", "", "summaries of all"])
    func none(_ word: String) {
        #expect(NearMiss.of(word, among: ["summary", "source", "title"]) == nil)
    }

    @Test("is the first by name of words that are as close")
    func tie() {
        #expect(NearMiss.of("bat", among: ["cat", "bad", "hat"]) == "bad")
    }

    @Test("is never the word itself")
    func itself() {
        #expect(NearMiss.of("title", among: ["title"]) == nil)
    }
}
