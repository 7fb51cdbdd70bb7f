import Foundation
import KompasTesting
import PolicySearch
import Testing

@Suite("Whatever somebody types")
struct SearchInputTests {
    static let isLong = ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1"
    static let seed: UInt64 = ProcessInfo.processInfo.environment["KOMPAS_SEED"].flatMap { UInt64($0) } ?? 20_261_120

    @Test(
        "The language of the index is no language here",
        arguments: [
            "\"", "'", "*", "^", "(", ")", "AND", "OR", "NOT", "NEAR", "NEAR(steiger plas, 2)", "steiger AND",
            "NOT steiger",
            "title:steiger", "{title body}:steiger", "-steiger", "+steiger", "steiger*", "^steiger", "\"steiger",
            "a\"b\"c\"d",
            "\"een steiger\" OR \"", "'; DROP TABLE entry; --", "\\", "%", "_", "\u{0}", "steiger\u{0}plas", "\u{301}",
            "\u{1F469}\u{200D}\u{1F33E}", "\u{0130}\u{FB03}\u{2126}", "\u{202E}regiets", "\u{345}a", "١٢٣", "中文 搜索",
        ])
    func language(_ text: String) throws {
        let results = try SearchableHouse.meerstad().results(text)
        #expect(results.hits.count <= results.total)
    }

    @Test("A word of the index's own language is a word: it finds what says it")
    func ownWords() throws {
        let town = try SearchableHouse.meerstad()
        #expect(try town.results("NOT steiger").hits.map(\.name) == town.results("not steiger").hits.map(\.name))
        #expect(try town.results("NOT steiger").hits.contains { $0.name == "activity steiger" })
    }

    @Test("A very long text ends in an answer")
    func long() throws {
        let town = try SearchableHouse.meerstad()
        _ = try town.results(String(repeating: "steiger plas oever ", count: 5000))
        _ = try town.results(String(repeating: "a", count: 100_000))
        _ = try town.results((0..<2000).map { "woord\($0)" }.joined(separator: " "))
    }

    @Test("Random texts are answered, and what is found has a title with the same words as the record")
    func random() throws {
        let town = try SearchableHouse.meerstad()
        let rounds = Self.isLong ? 20_000 : 1_000
        print("property test of searching: \(rounds) rounds, KOMPAS_SEED=\(Self.seed)")
        for round in 0..<UInt64(rounds) {
            var generator = SeededGenerator(seed: Self.seed &+ round)
            let text = Self.text(&generator)
            let results = try town.results(text, offset: Int.random(in: 0...3, using: &generator))
            for hit in results.hits {
                #expect(!hit.plainTitle.isEmpty, "KOMPAS_SEED=\(Self.seed &+ round): \(text.debugDescription)")
            }
            #expect(
                results.withAllWords <= results.total, "KOMPAS_SEED=\(Self.seed &+ round): \(text.debugDescription)")
        }
    }

    /// Pieces of words, of the language of the index, and any scalar at all.
    private static func text(_ generator: inout SeededGenerator) -> String {
        let pieces = [
            "steiger", "plas", "oever", "tuin", "vrij", "boten", "\"", "*", "(", ")", " AND ", " OR ", " NOT ", "NEAR(",
            "{", "}", ":", "^", "-", "+", ",", "'", ";", "\u{0}", "\n", "e\u{301}", "st", "ger",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            if Bool.random(using: &generator) {
                text += pieces.randomElement(using: &generator) ?? ""
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2_FFFF, using: &generator)) {
                text.unicodeScalars.append(scalar)
            }
            if Bool.random(using: &generator) { text += " " }
        }
        return text
    }
}
