import NormEngine
import PolicyModel
import Reporting

/// Activities about which the place makes most difference, for who does not know where to begin.
struct KansenExamples {
    struct Example {
        var label: String
        var text: String
        var href: String
    }

    private static let most = 6

    let examples: [Example]

    init(_ index: HouseIndex) {
        let weighed = index.house.activities.map { activity in
            let norms = index.house.norms.filter { norm in
                guard norm.where != nil, case .these(let own, _) = norm.activities else { return false }
                return own.contains(activity.id)
            }
            return (activity: activity, norms: norms.count)
        }.filter { $0.norms > 0 }.sorted { ($1.norms, $0.activity.label) < ($0.norms, $1.activity.label) }
        var taken: Set<String> = []
        var chosen: [Example] = []
        for item in weighed where chosen.count < Self.most {
            // A narrower or broader one of what stands there already tells nothing new.
            let reach = index.reach(of: item.activity.id)
            guard taken.isDisjoint(with: reach) else { continue }
            taken.formUnion(reach)
            chosen.append(
                Example(
                    label: item.activity.label,
                    text: item.norms == 1
                        ? "1 regel hangt van de plek af" : "\(item.norms) regels hangen van de plek af",
                    href: KansenQuery.address("/kansen", [("activiteit", item.activity.id)])))
        }
        examples = chosen
    }
}
