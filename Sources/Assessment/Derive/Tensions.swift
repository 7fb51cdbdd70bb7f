import NormEngine
import PolicyModel

/// Finds what pulls against each other. Contested findings are left out: what derives from them ignores them.
struct TensionFinder {
    let index: HouseIndex
    let findings: [ReportFinding]

    /// Pairs of findings on the same part whose effects contradict each other.
    func betweenNorms() -> [Tension] {
        // Effects first: most pairs do not contradict, and a finding is large to move about.
        let counted = findings.indices.filter { !findings[$0].contested }
        let effects = findings.map(\.effect)
        var tensions: [Tension] = []
        for (position, left) in counted.enumerated() {
            for right in counted[(position + 1)...] where index.contradict(effects[left], effects[right]) {
                if let tension = tension(findings[left], findings[right]) { tensions.append(tension) }
            }
        }
        return tensions
    }

    private func tension(_ left: ReportFinding, _ right: ReportFinding) -> Tension? {
        guard left.parts.contains(where: right.parts.contains) else { return nil }
        let between = [left.id, right.id].sorted()
        return Tension(
            id: "norms:" + between.joined(separator: "~"), kind: .norms, between: between,
            about: "\(left.title) (\(left.label)) tegenover \(right.title) (\(right.label)).",
            hints: hints(left, right),
            resolvedBy: nil)
    }

    /// Shown to help people; never applied by the machine.
    private func hints(_ left: ReportFinding, _ right: ReportFinding) -> [String] {
        var hints: [String] = []
        if let later = later(left, right) { hints.append("\(Tension.Hint.later.rawValue):\(later)") }
        if let specific = moreSpecific(left, right) {
            hints.append("\(Tension.Hint.moreSpecific.rawValue):\(specific)")
        }
        let order: [BindingForce] = [.none, .guiding, .agreed, .selfBinding, .binding]
        if let leftRank = order.firstIndex(of: left.force), let rightRank = order.firstIndex(of: right.force),
            leftRank != rightRank
        {
            hints.append("\(Tension.Hint.higherAuthority.rawValue):\(leftRank > rightRank ? left.id : right.id)")
        }
        for undecided in [left, right] where undecided.state == .undecided {
            hints.append("\(Tension.Hint.undecided.rawValue):\(undecided.id)")
        }
        return hints.sorted()
    }

    private func later(_ left: ReportFinding, _ right: ReportFinding) -> String? {
        guard let leftDay = index.documentBegins[left.source.document],
            let rightDay = index.documentBegins[right.source.document], leftDay != rightDay
        else { return nil }
        return leftDay > rightDay ? left.id : right.id
    }

    private func moreSpecific(_ left: ReportFinding, _ right: ReportFinding) -> String? {
        guard case .these(let leftScope, _)? = index.norms[left.norm]?.activities else {
            return isAboutSome(right) ? right.id : nil
        }
        guard case .these(let rightScope, _)? = index.norms[right.norm]?.activities else { return left.id }
        let leftIsWithin = leftScope.allSatisfy { index.anyOf([$0], isWithin: rightScope) }
        let rightIsWithin = rightScope.allSatisfy { index.anyOf([$0], isWithin: leftScope) }
        if leftIsWithin == rightIsWithin { return nil }
        return leftIsWithin ? left.id : right.id
    }

    private func isAboutSome(_ finding: ReportFinding) -> Bool {
        if case .these? = index.norms[finding.norm]?.activities { return true }
        return false
    }

    /// Where a use that goes first has a claim.
    func betweenUses(_ rankings: [(part: PartInput, results: [RankingResult])]) -> [Tension] {
        var tensions: [String: Tension] = [:]
        for (part, results) in rankings {
            for result in results {
                for use in result.preferredHere {
                    let id = "ranking:\(result.ranking)/\(use.edge)/\(use.activity)"
                    tensions[id] = Tension(
                        id: id, kind: .ranking, between: [use.activity] + part.activities.sorted(),
                        about: "\(index.named(use.activity)) gaat hier voor: \(use.why)", hints: [], resolvedBy: nil)
                }
            }
        }
        return tensions.values.sorted { $0.id < $1.id }
    }
}
