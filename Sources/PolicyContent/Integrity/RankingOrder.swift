internal import PolicyModel

/// A use-ranking is an order: no use goes before itself. Looks at ids as written, whatever the conditions of the edges.
struct RankingOrder: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        for (index, ranking) in content.house.useRankings.enumerated() {
            var edges: [String: Set<String>] = [:]
            for edge in ranking.edges {
                for use in edge.prefer { edges[use, default: []].formUnion(Set(edge.over).subtracting(edge.except)) }
            }
            for cycle in CycleSearch.cycles(in: edges) {
                guard
                    let number = ranking.edges.firstIndex(where: {
                        $0.prefer.contains(cycle[0]) && $0.over.contains(cycle[1])
                    })
                else { continue }
                report.error(
                    "use `\(cycle[0])` goes before itself: \(CycleSearch.words(cycle))",
                    at: ContentPlace(kind: .useRankings, index: index).at("edges", item: number),
                    help: "when the text itself is circular, make two rankings and an inconsistency")
            }
        }
    }
}
