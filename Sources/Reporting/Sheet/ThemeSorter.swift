import Assessment
import NormEngine
import PolicyModel

/// Puts findings and agreements under the theme of the first goal that they advance.
struct ThemeSorter {
    private let index: HouseIndex
    private let goalsOfAgreement: [String: [String]]

    init(_ index: HouseIndex) {
        self.index = index
        goalsOfAgreement = Dictionary(
            index.house.agreements.map { ($0.id, $0.goals) }, uniquingKeysWith: { first, _ in first })
    }

    /// Themes in the order of the house; what belongs to none comes last.
    func themes(_ findings: [ReportFinding], _ agreements: [AgreementResult]) -> [SheetContents.Theme] {
        var themes: [String: SheetContents.Theme] = [:]
        for finding in findings {
            let top = theme(of: index.norms[finding.norm]?.advances ?? [])
            themes[top?.id ?? "", default: empty(top)].findings.append(finding)
        }
        for agreement in agreements {
            let top = theme(of: goalsOfAgreement[agreement.agreement] ?? [])
            themes[top?.id ?? "", default: empty(top)].agreements.append(agreement)
        }
        return (index.house.goals.map(\.id) + [""]).compactMap { themes[$0] }
    }

    private func empty(_ goal: Goal?) -> SheetContents.Theme {
        SheetContents.Theme(
            id: goal?.id ?? "", title: goal?.title ?? "Zonder thema", findings: [], agreements: [])
    }

    /// The theme above a goal; when there is none, the goal at the top. The first goal that leads to a theme counts.
    private func theme(of goals: [String]) -> Goal? {
        let tops = goals.compactMap(top)
        return tops.first { $0.level == .theme } ?? tops.first
    }

    private func top(_ id: String) -> Goal? {
        var goal = index.goals[id]
        // A goal stands at most as deep as there are levels; more would be a circle.
        for _ in Goal.Level.allCases {
            guard let current = goal, current.level != .theme, let above = current.partOf.flatMap({ index.goals[$0] })
            else { break }
            goal = above
        }
        return goal
    }
}
