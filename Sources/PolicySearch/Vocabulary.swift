import NormEngine
import PolicyModel

/// Every word in the entries, with its stem and its parts, worked out once.
struct Vocabulary: Sendable {
    struct Word: Sendable {
        var stem: String
        /// Stems of the two words that a compound is made of.
        var parts: [String]
        /// In how many entries it stands.
        var count: Int
    }

    let forms: WordForms
    private(set) var words: [String: Word] = [:]
    /// All words in order, to look up what begins with something.
    private let sorted: [String]
    private let stems: Set<String>
    private let parts: Set<String>
    private let guesses: SpellingGuesses

    /// - Parameter counts: every word with the number of entries that have it.
    init(_ counts: [String: Int], forms: WordForms) {
        self.forms = forms
        var words = counts.mapValues { Word(stem: "", parts: [], count: $0) }
        for word in counts.keys { words[word]?.stem = forms.stem(word) }
        let stems = Set(words.values.map(\.stem))
        let isKnown = { (part: String) in counts[part] != nil || stems.contains(part) }
        for word in counts.keys where word.utf8.first.map({ $0 > 0x39 }) ?? false {
            guard let parts = forms.parts(of: word, isKnown: isKnown) else { continue }
            words[word]?.parts = [forms.stem(parts.head), forms.stem(parts.tail)]
        }
        self.words = words
        self.stems = stems
        parts = Set(words.values.flatMap(\.parts))
        sorted = counts.keys.sorted()
        guesses = SpellingGuesses(counts)
    }

    /// Whether something has the word or another form of it.
    func has(_ word: String) -> Bool { words[word] != nil || stems.contains(forms.stem(word)) }

    /// Whether something has the word, another form of it, a longer word that begins with it, or a compound with it.
    func isKnown(_ word: String) -> Bool {
        has(word) || parts.contains(forms.stem(word)) || begins(word)
    }

    /// The two known words that an unknown compound is made of.
    func split(_ word: String) -> (head: String, tail: String)? {
        forms.parts(of: word) { words[$0] != nil || stems.contains($0) }
    }

    /// The word that was probably meant.
    func guess(_ word: String) -> String? { guesses.best(for: word) }

    /// Whether some word begins with these letters; fewer than three say nothing.
    private func begins(_ start: String) -> Bool {
        guard start.count >= 3 else { return false }
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low].hasPrefix(start)
    }
}
