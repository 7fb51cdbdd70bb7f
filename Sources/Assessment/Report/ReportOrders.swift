import CanonicalJSON

/// How a use-ranking stands here.
public struct RankingSummary: Sendable, Hashable {
    public var ranking: String
    public var title: String
    /// Uses that go before this one and have a claim or chance here.
    public var preferredHere: [Edge]
    public var yieldingHere: [Edge]
    /// Uses that go before this one but whose claim is not known here.
    public var unknownClaims: [Edge]

    public struct Edge: Sendable, Hashable {
        /// Identifier of the edge in the house.
        public var edge: String
        public var activity: String
        public var label: String
        public var designation: String?
        public var why: String
        public var source: ReportSource

        var json: JSONValue {
            [
                "activity": .string(activity), "designation": .optional(designation), "edge": .string(edge),
                "label": .string(label), "source": source.json, "why": .string(why),
            ]
        }
    }

    var json: JSONValue {
        [
            "preferredHere": .array(preferredHere.map(\.json)), "ranking": .string(ranking), "title": .string(title),
            "unknownClaims": .array(unknownClaims.map(\.json)), "yieldingHere": .array(yieldingHere.map(\.json)),
        ]
    }
}

/// On which rung of a place-ladder the initiative stands.
public struct LadderSummary: Sendable, Hashable {
    public var ladder: String
    public var title: String
    /// `nil` when it cannot be said.
    public var rung: String?
    public var rungTitle: String?
    public var higherRungs: [String]
    public var higherRungTitles: [String]
    public var missing: [String]
    public var source: ReportSource?

    var json: JSONValue {
        [
            "higherRungTitles": .strings(higherRungTitles), "higherRungs": .strings(higherRungs),
            "ladder": .string(ladder), "missing": .strings(missing), "rung": .optional(rung),
            "rungTitle": .optional(rungTitle), "source": source?.json ?? .null, "title": .string(title),
        ]
    }
}
