internal import PolicyModel

/// No goal is part of itself.
struct GoalTree: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        var edges: [String: Set<String>] = [:]
        for goal in content.house.goals {
            if let whole = goal.partOf { edges[goal.id, default: []].insert(whole) }
        }
        for cycle in CycleSearch.cycles(in: edges) {
            guard let index = content.house.goals.firstIndex(where: { $0.id == cycle[0] }) else { continue }
            report.error(
                "goal `\(cycle[0])` is part of itself: \(CycleSearch.words(cycle))",
                at: ContentPlace(kind: .goals, index: index).at("partOf"))
        }
    }
}
