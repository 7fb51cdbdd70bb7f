import Casework

/// How far a plan is, for whose plan it is: what happens in a dossier stays there until it is public.
struct PlanProgress {
    var words: String
    /// The public record of the weighing.
    var record: String?

    /// - Parameters:
    ///   - state: of the dossier that was opened on the plan, if any.
    ///   - number: of the record that was published.
    init(_ plan: Plan, _ state: Dossier.State?, number: String?) {
        switch (plan.state, state) {
        case (.draft, _): words = "concept"
        case (.submitted, nil): words = "ingediend"
        case (.submitted, .deliberation), (.submitted, .review), (.submitted, .approved): words = "in behandeling"
        case (.submitted, .published): words = "afgewogen en openbaar"
        case (.submitted, .superseded): words = "afgewogen; later vervangen"
        case (.submitted, .closed): words = "gesloten zonder afweging"
        }
        if plan.state == .submitted, [.published, .superseded].contains(state) { record = number }
    }

    var href: String? { record.map { "/afwegingen/" + $0 } }
}
