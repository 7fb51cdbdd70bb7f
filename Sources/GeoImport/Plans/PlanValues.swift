internal import CanonicalJSON

/// The few values of a feature that are taken over: enough to tell features apart.
enum PlanValues {
    static let mostMembers = 30
    static let longestText = 200

    /// - Returns: the values, and whether nothing was left out.
    static func chosen(from members: JSONObject?) -> (values: JSONObject, isWhole: Bool) {
        guard let members else { return (JSONObject(), true) }
        var chosen = JSONObject()
        var isWhole = members.count <= mostMembers
        for (key, value) in members.members.prefix(mostMembers) {
            switch value {
            case .null: continue
            case .bool, .number: chosen[String(key.prefix(60))] = value
            case .string(let text):
                if text.count > longestText { isWhole = false }
                chosen[String(key.prefix(60))] = .string(String(text.prefix(longestText)))
            case .array, .object: isWhole = false
            }
        }
        return (chosen, isWhole)
    }
}
