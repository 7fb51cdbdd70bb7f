import NormEngine
import PolicyModel

/// What the findings mean for the goals, per finding and never counted, and which roles they suggest.
struct GoalsAndRoles {
    let index: HouseIndex
    let findings: [ReportFinding]

    func goals() -> [GoalResult] {
        var links: [String: [GoalResult.Link]] = [:]
        for finding in findings where !finding.contested {
            for goal in index.norms[finding.norm]?.advances ?? [] {
                links[goal, default: []].append(GoalResult.Link(relation: relation(finding), finding: finding.id))
            }
        }
        return links.keys.sorted().map { goal in
            GoalResult(goal: goal, title: index.goals[goal]?.title ?? goal, relations: links[goal] ?? [])
        }
    }

    private func relation(_ finding: ReportFinding) -> GoalResult.Relation {
        if finding.state == .undecided { return .unknown }
        switch finding.effect {
        case .encouraged, .priority: return .serves
        case .prohibited, .noUnless, .restrained: return .strains
        case .yesProvided:
            switch finding.conditionsState {
            case .allMet: return .serves
            case .someNotMet: return .strains
            case .none, .open: return .unknown
            }
        default: return .touches
        }
    }

    func roles() -> [RoleResult] {
        index.house.roles.compactMap { role in
            let why = findings.filter {
                !$0.contested && $0.state == .applies && role.suggestedBy.contains($0.effect)
            }
            guard !why.isEmpty else { return nil }
            return RoleResult(role: role.id, title: role.title, why: why.map(\.id), instruments: role.instruments)
        }
    }
}
