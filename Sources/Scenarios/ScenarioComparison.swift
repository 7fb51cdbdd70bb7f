import Assessment
import NormEngine
import PolicyContent

/// Compares a report with what a scenario expects.
struct ScenarioComparison {
    let report: AssessmentReport

    /// What is not as expected; `nil` when it is.
    func failure(of expectation: Scenario.Expectation) -> String? {
        switch expectation.subject {
        case .norm(let norm, let state, let conditions): failure(norm: norm, state: state, conditions: conditions)
        case .trigger(let id, let state):
            report.triggers.first { $0.id == id }.map { trigger in
                trigger.state.rawValue == state
                    ? nil : "trigger `\(id)` is \(trigger.state.rawValue), expected \(state)"
            } ?? "there is no trigger `\(id)`"
        case .rung(let ladder, let rung):
            report.placeLadders.first { $0.ladder == ladder }.map { found in
                found.rung == rung
                    ? nil : "rung `\(found.rung ?? "unknown")` of `\(ladder)`, expected `\(rung ?? "unknown")`"
            } ?? "ladder `\(ladder)` is not in the report"
        case .edge(let edge, let shown): failure(edge: edge, shown: shown)
        }
    }

    private func failure(norm: String, state: String?, conditions: String?) -> String? {
        guard let finding = report.findings.first(where: { $0.norm == norm }) else {
            if let passed = report.notApplied.first(where: { $0.norm == norm }) {
                return
                    "`\(norm)` does not apply, because of `\(passed.because.rawValue)`\(passed.detail.map { ": \($0)" } ?? "")"
            }
            return "`\(norm)` is not about this activity, or there is no such norm"
        }
        if let state, finding.state.rawValue != state {
            let because = finding.undecidedBecause.map { "\($0.cause.rawValue) \($0.ref)" }.joined(separator: ", ")
            return "`\(norm)` is \(finding.state.rawValue), expected \(state)\(because.isEmpty ? "" : " (\(because))")"
        }
        if let conditions, finding.conditionsState.rawValue != conditions {
            return "conditions of `\(norm)` are \(finding.conditionsState.rawValue), expected \(conditions)"
        }
        return nil
    }

    private func failure(edge: String, shown: String) -> String? {
        func has(_ edges: (RankingSummary) -> [RankingSummary.Edge]) -> Bool {
            report.useRankings.contains { edges($0).contains { $0.edge == edge } }
        }
        let places = [
            ("preferred", has(\.preferredHere)), ("yielding", has(\.yieldingHere)), ("unknown", has(\.unknownClaims)),
        ]
        if places.contains(where: { $0.0 == shown && $0.1 }) { return nil }
        let found = places.filter(\.1).map(\.0).joined(separator: ", ")
        return "edge `\(edge)` is \(found.isEmpty ? "not shown" : found), expected \(shown)"
    }
}
