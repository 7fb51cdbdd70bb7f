/// Finds what somebody may have meant: candidates within a third of the length of the word, nearest first.
public func nearMisses(of word: String, in candidates: some Sequence<String>, atMost limit: Int = 3) -> [String] {
    let letters = Array(word.lowercased())
    let allowed = max(1, letters.count / 3)
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
        let other = Array(candidate.lowercased())
        guard abs(other.count - letters.count) <= allowed else { continue }
        let distance = editDistance(letters, other, atMost: allowed)
        if distance <= allowed { found.append((distance, candidate)) }
    }
    return found.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }.prefix(limit).map(\.candidate)
}

/// Insertions, deletions, substitutions and swaps of neighbours between two texts; `limit + 1` when there are more.
public func editDistance(_ left: [Character], _ right: [Character], atMost limit: Int) -> Int {
    if left == right { return 0 }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for row in 1...left.count {
        var current = [row] + [Int](repeating: 0, count: right.count)
        for column in 1...right.count {
            let cost = left[row - 1] == right[column - 1] ? 0 : 1
            var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                best = min(best, beforePrevious[column - 2] + 1)
            }
            current[column] = best
        }
        if (current.min() ?? 0) > limit { return limit + 1 }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}
