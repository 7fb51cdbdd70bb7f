import NormEngine

/// Finds activities by everyday words.
struct ActivityFinder: Sendable {
    private let search: ActivitySearch

    init(index: HouseIndex) { search = ActivitySearch(index: index) }

    /// What fits about as well as the best; the rest only confuses.
    func hits(_ words: String) -> [String] {
        let found = search.search(words, limit: 8)
        guard let best = found.first?.score else { return [] }
        return found.filter { $0.score >= 0.7 * best }.map(\.id)
    }
}
