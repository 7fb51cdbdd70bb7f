import Foundation
import KompasTesting
import NormEngine
import PolicyContent
import Testing

/// Everyday phrases and the activity that each should find. The list was written by hand, from what residents, farmers,
/// initiators and municipalities say.
@Suite("Everyday words find activities in the real house")
struct EverydayWordsTests {
    private struct Phrase: Sendable {
        var text: String
        var activity: String
        /// The activity is among so many results.
        var rank: Int
    }

    private static let search = Result {
        let loader = HouseLoader(
            folder: PackageRoot.url("content/pv22"), schemas: PackageRoot.url("content/schema"))
        return ActivitySearch(index: HouseIndex(try #require(loader.load().house)))
    }

    private func phrases() throws -> [Phrase] {
        try String(contentsOf: PackageRoot.url("Tests/Fixtures/words/everyday-words.csv"), encoding: .utf8)
            .split(separator: "\n").dropFirst().map { line in
                let fields = line.split(separator: ";").map(String.init)
                try #require(fields.count == 3, "\(line)")
                return Phrase(text: fields[0], activity: fields[1], rank: try #require(Int(fields[2])))
            }
    }

    /// What missed, told with what was found instead.
    private func miss(_ text: String, _ activity: String, _ rank: Int) throws -> String? {
        let results = try Self.search.get().search(text, limit: 3)
        if results.prefix(rank).contains(where: { $0.id == activity }) { return nil }
        return "`\(text)` finds \(results.map { "\($0.id) \($0.score)" }), not \(activity) in the first \(rank)"
    }

    @Test("Every phrase finds its activity")
    func everyPhrase() throws {
        let phrases = try phrases()
        #expect(phrases.count >= 400)
        #expect(Set(phrases.map { $0.text.lowercased() }).count == phrases.count)
        let missed = try phrases.compactMap { try miss($0.text, $0.activity, $0.rank) }
        #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
    }

    @Test("Forty words with a letter or two wrong find their activity among the first three")
    func typingErrors() throws {
        let words = try phrases().filter { phrase in
            phrase.text.count >= 7 && phrase.text.allSatisfy { ("a"..."z").contains($0) }
        }
        let chosen = (0..<40).map { words[$0 * words.count / 40] }
        let missed = try chosen.enumerated().compactMap { number, phrase in
            try miss(Self.mistyped(phrase.text, number), phrase.activity, 3)
        }
        // A mistyped word that is a compound of its own, in no name of an activity, may be lost.
        #expect(missed.count <= 3, "\(missed.joined(separator: "\n"))")
    }

    /// One letter wrong in the middle (swapped, left out, put in or replaced in turn), and in a long word two swapped at the begin.
    private static func mistyped(_ word: String, _ number: Int) -> String {
        var letters = Array(word)
        let middle = letters.count / 2
        switch number % 4 {
        case 0: letters.swapAt(middle, middle + 1)
        case 1: letters.remove(at: middle)
        case 2: letters.insert("x", at: middle)
        default: letters[middle] = "x"
        }
        if word.count >= 10 { letters.swapAt(1, 2) }
        return String(letters)
    }

    @Test("Nonsense finds nothing", arguments: ["qwrtzx", "blubber", "asdfgh", "zzzz", "flobbertje", "xqzv pfft"])
    func nonsense(_ text: String) throws {
        #expect(try Self.search.get().search(text) == [])
    }
}
