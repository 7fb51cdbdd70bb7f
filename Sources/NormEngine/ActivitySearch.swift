import Foundation
import PolicyModel

/// Finds activities by the words that people use, forgiving typing errors.
public struct ActivitySearch: Sendable {
    public struct Result: Sendable, Hashable {
        public var id: String
        public var label: String
        /// From 0 to 1; 1 is an exact label, synonym or id.
        public var score: Double

        public init(id: String, label: String, score: Double) {
            self.id = id
            self.label = label
            self.score = score
        }
    }

    private struct Entry: Sendable {
        var activity: String
        var label: String
        var words: [String]
        var text: String
    }

    private let entries: [Entry]

    public init(index: HouseIndex) {
        entries = index.house.activities.flatMap { activity in
            ([activity.label, activity.id] + activity.synonyms).map { name in
                let words = Self.words(name)
                return Entry(
                    activity: activity.id, label: activity.label, words: words, text: words.joined(separator: " "))
            }
        }
    }

    /// - Returns: best first; equal scores by label.
    public func search(_ text: String, limit: Int = 10) -> [Result] {
        let asked = Self.words(text)
        guard !asked.isEmpty else { return [] }
        let whole = asked.joined(separator: " ")
        var best: [String: Result] = [:]
        for entry in entries {
            let score = Self.score(asked, whole, entry)
            guard score >= 0.45, score > best[entry.activity]?.score ?? 0 else { continue }
            best[entry.activity] = Result(id: entry.activity, label: entry.label, score: score)
        }
        return Array(best.values.sorted { ($1.score, $0.label, $0.id) < ($0.score, $1.label, $1.id) }.prefix(limit))
    }

    private static func score(_ asked: [String], _ whole: String, _ entry: Entry) -> Double {
        if entry.text == whole { return 1 }
        // How well each asked word finds a word, and how much of the entry is left unasked.
        let found = asked.map { word in entry.words.map { likeness(word, $0) }.max() ?? 0 }
        let covered = found.reduce(0, +) / Double(asked.count)
        let surplus = Double(max(0, entry.words.count - asked.count)) * 0.03
        return max(0, (covered * 0.95 - min(surplus, 0.15)).rounded(toPlaces: 4))
    }

    private static func likeness(_ asked: String, _ word: String) -> Double {
        if asked == word { return 1 }
        if asked.count >= 3, word.hasPrefix(asked) { return 0.9 }
        if word.count >= 4, word.count * 2 > asked.count, asked.hasPrefix(word) { return 0.8 }
        if asked.count >= 4, word.contains(asked) { return 0.75 }
        let allowed = asked.count >= 8 ? 2 : asked.count >= 5 ? 1 : 0
        guard allowed > 0 else { return 0 }
        let distance = editDistance(Array(asked), Array(word), atMost: allowed)
        return distance <= allowed ? 0.85 - Double(distance) * 0.1 : 0
    }

    /// Small words that say nothing by themselves.
    private static let ignored: Set<String> = [
        "de", "het", "een", "in", "op", "van", "voor", "en", "of", "te", "ik", "wil",
    ]

    /// Lower case, without diacritics, split at everything that is no letter or digit.
    static func words(_ text: String) -> [String] {
        let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { !(0x300...0x36F).contains($0.value) }
        var words: [String] = []
        var word = ""
        for scalar in plain {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        let telling = words.filter { !ignored.contains($0) }
        return telling.isEmpty ? words : telling
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
