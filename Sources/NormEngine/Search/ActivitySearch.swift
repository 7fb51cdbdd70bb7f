import Foundation
import PolicyModel

/// Finds activities by the words that people use: other forms of a word and typing errors are forgiven, and a word of many
/// activities (*aanleggen*) counts for less than a word of one.
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

    /// One name of an activity.
    private struct Entry: Sendable {
        /// Positions in the vocabulary.
        var words: [Int]
        var text: String
        var joined: String
    }

    private struct Found: Sendable {
        var id: String
        var label: String
        /// How many activities it stands under, itself included.
        var reach: Int
        var entries: [Entry]
    }

    private let activities: [Found]
    private let vocabulary: SearchVocabulary
    private let forms: WordForms

    public init(index: HouseIndex) {
        let forms = WordForms.of(language: index.house.language)
        let names = index.house.activities.map { activity in
            ([activity.label, activity.id] + activity.synonyms).map { forms.telling(WordForms.words($0)) }
        }
        let vocabulary = SearchVocabulary(names, forms: forms)
        activities = zip(index.house.activities, names).map { activity, names in
            Found(
                id: activity.id, label: activity.label, reach: index.reach(of: activity.id).count,
                entries: names.map { words in
                    Entry(
                        words: words.compactMap(vocabulary.position), text: words.joined(separator: " "),
                        joined: words.joined())
                })
        }
        self.vocabulary = vocabulary
        self.forms = forms
    }

    /// - Returns: best first. Of equal scores the more general activity goes first, for the words said no more; then by label.
    public func search(_ text: String, limit: Int = 10) -> [Result] {
        let asked = forms.telling(WordForms.words(text))
        guard !asked.isEmpty else { return [] }
        let whole = asked.joined(separator: " ")
        let joined = asked.joined()
        let questions = compounded(asked).map(vocabulary.likeness(to:))
        var found: [(reach: Int, result: Result)] = []
        for activity in activities {
            let score = score(activity, questions, whole: whole, joined: joined)
            guard score >= 0.45 else { continue }
            found.append((activity.reach, Result(id: activity.id, label: activity.label, score: score)))
        }
        found.sort {
            ($1.result.score, $0.reach, $0.result.label, $0.result.id)
                < ($0.result.score, $1.reach, $1.result.label, $1.result.id)
        }
        return found.prefix(limit).map(\.result)
    }

    private func score(
        _ activity: Found, _ questions: [(each: [Double], weight: Double)], whole: String, joined: String
    ) -> Double {
        let total = questions.reduce(0) { $0 + $1.weight }
        var best = 0.0
        // The best that any name of the activity has for each asked word.
        var anywhere = [Double](repeating: 0, count: questions.count)
        for entry in activity.entries {
            if entry.text == whole { return 1 }
            if entry.joined == joined {
                best = max(best, 0.98)
                continue
            }
            var covered = 0.0
            var used: Set<Int> = []
            for (number, question) in questions.enumerated() {
                var like = 0.0
                var position: Int?
                for word in entry.words where question.each[word] > like {
                    like = question.each[word]
                    position = word
                }
                if let position { used.insert(position) }
                covered += question.weight * like
                anywhere[number] = max(anywhere[number], like)
            }
            guard !used.isEmpty else { continue }
            let unasked = entry.words.reduce(0) { $0 + (used.contains($1) ? 0 : vocabulary.words[$1].weight) }
            best = max(best, covered / total * 0.95 - min(unasked * 0.05, 0.2))
            // Who writes a sentence around the name of an act means that act.
            if entry.words.allSatisfy({ word in questions.contains { $0.each[word] >= 0.95 } }) {
                best = max(best, 0.35 + 0.6 * covered / total)
            }
        }
        let together = zip(questions, anywhere).reduce(0) { $0 + $1.0.weight * $1.1 } / total
        return max(best, together * 0.95 - 0.1, 0).rounded(toPlaces: 4)
    }

    /// Neighbours that are one word in the vocabulary become one (*zonne panelen*), and one word may become two (*lelieveld*).
    private func compounded(_ asked: [String]) -> [String] {
        var words: [String] = []
        for word in asked {
            if let last = words.last, vocabulary.isKnown(last + word) {
                words[words.count - 1] = last + word
            } else {
                words += vocabulary.parts(of: word)
            }
        }
        return words
    }
}

extension Double {
    fileprivate func rounded(toPlaces places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
