internal import PolicyModel

/// No activity is broader than itself.
struct ActivityTaxonomy: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        var edges: [String: Set<String>] = [:]
        for activity in content.house.activities { edges[activity.id, default: []].formUnion(activity.broader) }
        for cycle in CycleSearch.cycles(in: edges) {
            guard let index = content.house.activities.firstIndex(where: { $0.id == cycle[0] }) else { continue }
            report.error(
                "activity `\(cycle[0])` is broader than itself: \(CycleSearch.words(cycle))",
                at: ContentPlace(kind: .activities, index: index).at("broader"))
        }
    }
}
