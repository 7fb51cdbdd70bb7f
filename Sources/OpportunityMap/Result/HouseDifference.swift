public import CanonicalJSON
public import NormEngine
import PolicyModel

/// Which norms two houses do not share, and in what the same ones differ.
public struct HouseDifference: Sendable, Hashable {
    public struct Changed: Sendable, Hashable {
        public var norm: String
        /// Names of the members that differ.
        public var members: [String]
    }

    public let added: [String]
    public let removed: [String]
    public let changed: [Changed]

    public init(before: HouseIndex, after: HouseIndex) {
        added = after.norms.keys.filter { before.norms[$0] == nil }.sorted()
        removed = before.norms.keys.filter { after.norms[$0] == nil }.sorted()
        changed = before.norms.keys.sorted().compactMap { id in
            guard let old = before.norms[id], let new = after.norms[id], old != new else { return nil }
            return Changed(norm: id, members: Self.members(old, new))
        }
    }

    private static func members(_ old: Norm, _ new: Norm) -> [String] {
        var members: [String] = []
        func look<Value: Equatable>(_ name: String, _ member: KeyPath<Norm, Value>) {
            if old[keyPath: member] != new[keyPath: member] { members.append(name) }
        }
        look("title", \.title)
        look("summary", \.summary)
        look("source", \.source)
        look("activities", \.activities)
        look("change", \.change)
        look("phase", \.phase)
        look("where", \.where)
        look("depth", \.depth)
        look("when", \.when)
        look("effect", \.effect)
        look("conditions", \.conditions)
        look("force", \.force)
        look("yields-to", \.yieldsTo)
        look("valid", \.valid)
        return members.isEmpty ? ["other"] : members
    }

    public var json: JSONValue {
        [
            "added": .array(added.map { .string($0) }), "removed": .array(removed.map { .string($0) }),
            "changed": .array(
                changed.map { item in
                    ["norm": .string(item.norm), "members": .array(item.members.map { .string($0) })]
                }),
        ]
    }
}
