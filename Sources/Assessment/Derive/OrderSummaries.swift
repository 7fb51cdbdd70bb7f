import NormEngine
import PolicyModel

/// Joins the orders of the parts for the report.
struct OrderSummaries {
    let index: HouseIndex

    func rankings(_ perPart: [[RankingResult]]) -> [RankingSummary] {
        var joined: [String: RankingSummary] = [:]
        for result in perPart.joined() {
            var summary =
                joined[result.ranking]
                ?? RankingSummary(
                    ranking: result.ranking, title: result.title, preferredHere: [], yieldingHere: [], unknownClaims: []
                )
            summary.preferredHere = merge(summary.preferredHere, result.preferredHere)
            summary.yieldingHere = merge(summary.yieldingHere, result.yieldingHere)
            summary.unknownClaims = merge(summary.unknownClaims, result.unknownClaims)
            joined[result.ranking] = summary
        }
        return joined.values.sorted { $0.ranking < $1.ranking }
    }

    private func merge(_ edges: [RankingSummary.Edge], _ uses: [RankedUse]) -> [RankingSummary.Edge] {
        var result = edges
        for use in uses {
            let edge = RankingSummary.Edge(
                edge: use.edge, activity: use.activity, label: index.named(use.activity), designation: use.designation,
                why: use.why, source: index.view(use.source))
            if !result.contains(edge) { result.append(edge) }
        }
        return result.sorted { ($0.edge, $0.activity) < ($1.edge, $1.activity) }
    }

    /// The lowest rung of the parts; a part whose rung is not known makes it unknown.
    func ladders(_ perPart: [[LadderResult]]) -> [LadderSummary] {
        var joined: [String: LadderSummary] = [:]
        for result in perPart.joined() {
            let source = result.rung?.source ?? index.house.placeLadders.first { $0.id == result.ladder }?.source
            let summary = LadderSummary(
                ladder: result.ladder, title: result.title, rung: result.rung?.id, rungTitle: result.rung?.title,
                higherRungs: result.higherRungs.map(\.id), higherRungTitles: result.higherRungs.map(\.title),
                missing: result.missing.map { "\($0.cause.rawValue):\($0.ref)" }, source: source.map(index.view))
            if let known = joined[result.ladder], !isLower(summary, than: known) { continue }
            joined[result.ladder] = summary
        }
        return joined.values.sorted { $0.ladder < $1.ladder }
    }

    private func isLower(_ summary: LadderSummary, than known: LadderSummary) -> Bool {
        if (summary.rung == nil) != (known.rung == nil) { return summary.rung == nil }
        return summary.higherRungs.count > known.higherRungs.count
    }
}
