import Casework
import NormEngine
import PolicyModel

/// Names for plans and their parts, made from what they do when nobody gave one.
struct PartNames {
    let index: HouseIndex

    func title(of plan: Plan, _ draft: PlanDraft) -> String {
        if let title = draft.title ?? (plan.title.isEmpty ? nil : plan.title) { return title }
        let labels = draft.parts.flatMap(\.activities).map(label)
        guard let first = labels.first else { return "Plan zonder titel" }
        return labels.count > 1 ? "\(first) en meer" : first
    }

    func title(of part: PlanDraft.Part, number: Int) -> String {
        guard let first = part.activities.first else { return "Onderdeel \(number)" }
        return label(first) + (part.activities.count > 1 ? " en meer" : "")
    }

    func label(_ activity: String) -> String { index.activities[activity]?.label ?? activity }
}
