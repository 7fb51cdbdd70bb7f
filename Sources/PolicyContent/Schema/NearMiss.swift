/// Finds the word that an author probably meant.
struct NearMiss {
    /// The candidate with the fewest edits, when that is few for a word of this length; the first by name of equals.
    static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8)
        let limit = max(1, min(3, wanted.count / 3))
        var best: (word: String, edits: Int)?
        for candidate in candidates where candidate != word {
            let letters = Array(candidate.lowercased().utf8)
            guard abs(letters.count - wanted.count) <= limit else { continue }
            let edits = edits(wanted, letters)
            guard edits <= limit else { continue }
            if let found = best, (found.edits, found.word) <= (edits, candidate) { continue }
            best = (candidate, edits)
        }
        return best?.word
    }

    /// The help for a word that is not known.
    static func help(_ word: String, among candidates: some Sequence<String>) -> String? {
        of(word, among: candidates).map { "did you mean `\($0)`?" }
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
