import NormEngine
import PolicyModel

/// Puts statements under subjects that a resident knows: the themes of the house where their names are short enough to be
/// a heading, else the ambition above them.
struct TopicSorter {
    static let rest = "Overig"
    /// Letters of a heading.
    private static let longestTitle = 30

    private let index: HouseIndex
    /// Ambitions whose themes are all short.
    private let splitAmbitions: Set<String>
    /// Every subject, in the order of the house.
    let order: [String]

    init(_ index: HouseIndex) {
        self.index = index
        var themes: [String: [Goal]] = [:]
        for goal in index.house.goals where goal.level == .theme { themes[goal.partOf ?? "", default: []].append(goal) }
        let split = Set(themes.filter { $0.value.allSatisfy { $0.title.count <= Self.longestTitle } }.keys)
        splitAmbitions = split
        var titles: [String] = []
        for goal in index.house.goals {
            let isSubject = goal.level == .theme ? split.contains(goal.partOf ?? "") : goal.partOf == nil
            if isSubject, !titles.contains(goal.title) { titles.append(goal.title) }
        }
        order = titles + [Self.rest]
    }

    /// The subject of the first goal that has one.
    func topic(of goals: [String]) -> String? { goals.lazy.compactMap(topic).first }

    private func topic(of id: String) -> String? {
        var goal = index.goals[id]
        // A goal stands at most as deep as there are levels; more would be a circle.
        for _ in Goal.Level.allCases {
            guard let current = goal else { return nil }
            if current.level == .theme, splitAmbitions.contains(current.partOf ?? "") { return current.title }
            guard let above = current.partOf.flatMap({ index.goals[$0] }) else { return current.title }
            goal = above
        }
        return goal?.title
    }
}
