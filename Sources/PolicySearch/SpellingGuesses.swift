import PolicyModel

/// Finds the word that somebody meant by a word that nothing has.
struct SpellingGuesses: Sendable {
    private struct Word: Sendable {
        var text: String
        var letters: Int
        /// One bit per letter that occurs.
        var mask: UInt64
        var count: Int
    }

    private let words: [Word]

    /// - Parameter counts: every word with the number of entries that have it.
    init(_ counts: [String: Int]) {
        words = counts.map { Word(text: $0, letters: $0.count, mask: Self.mask($0), count: $1) }
            .filter { $0.letters >= 4 }
    }

    /// The word at the smallest distance: of those the one that begins the same, then the one that most entries have, then the
    /// first of the alphabet.
    func best(for word: String) -> String? {
        let letters = Array(word)
        let allowed = Self.allowedErrors(letters.count)
        guard allowed > 0, !letters.contains(where: \.isNumber) else { return nil }
        let mask = Self.mask(word)
        var best: (Int, Int, Int, String)?
        for candidate in words {
            // Each error changes at most two bits.
            guard abs(candidate.letters - letters.count) <= allowed,
                (candidate.mask ^ mask).nonzeroBitCount <= 2 * allowed
            else { continue }
            let distance = editDistance(letters, Array(candidate.text), atMost: allowed)
            guard distance <= allowed else { continue }
            let beginsOtherwise = candidate.text.first == letters.first ? 0 : 1
            let rank = (distance, beginsOtherwise, -candidate.count, candidate.text)
            if let best, best < rank { continue }
            best = rank
        }
        return best?.3
    }

    /// None in a short word: nearly every word of three letters is one letter away from another.
    static func allowedErrors(_ letters: Int) -> Int { letters >= 8 ? 2 : letters >= 4 ? 1 : 0 }

    private static func mask(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 | 1 << UInt64($1 & 63) } }
}
