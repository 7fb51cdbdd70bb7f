internal import PolicyModel

/// No norm yields to itself, not even by way of others.
struct Exceptions: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        var edges: [String: Set<String>] = [:]
        for norm in content.house.norms { edges[norm.id, default: []].formUnion(norm.yieldsTo) }
        for cycle in CycleSearch.cycles(in: edges) {
            guard let index = content.house.norms.firstIndex(where: { $0.id == cycle[0] }) else { continue }
            report.error(
                "norm `\(cycle[0])` yields to itself: \(CycleSearch.words(cycle))",
                at: ContentPlace(kind: .norms, index: index).at("yields-to"))
        }
    }
}
