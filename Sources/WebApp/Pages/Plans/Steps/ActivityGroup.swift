import NormEngine
import PolicyModel

/// Activities under the broad activity that they belong to, for who rather reads a list than searches.
struct ActivityGroup: Sendable, Hashable {
    var title: String
    /// By label.
    var activities: [String]

    /// Broad activities with what is narrower, each activity once; broad ones without anything narrower stand together.
    static func groups(of index: HouseIndex) -> [ActivityGroup] {
        let activities = index.house.activities
        let label = { (id: String) in index.activities[id]?.label ?? id }
        var members: [String: [String]] = [:]
        for activity in activities { members[root(of: activity, index), default: []].append(activity.id) }
        let sorted = { (ids: [String]) in ids.sorted { (label($0), $0) < (label($1), $1) } }
        let broad = members.filter { $0.value.count > 1 }
        let alone = members.filter { $0.value.count == 1 }.values.joined()
        let groups = broad.keys.sorted { (label($0), $0) < (label($1), $1) }
            .map { ActivityGroup(title: label($0), activities: sorted(broad[$0] ?? [])) }
        return alone.isEmpty ? groups : groups + [ActivityGroup(title: "Overig", activities: sorted(Array(alone)))]
    }

    /// The broadest activity above one, along the first of its broader activities.
    private static func root(of activity: Activity, _ index: HouseIndex) -> String {
        var current = activity
        var seen: Set<String> = [activity.id]
        while let above = current.broader.first.flatMap({ index.activities[$0] }), seen.insert(above.id).inserted {
            current = above
        }
        return current.id
    }
}
