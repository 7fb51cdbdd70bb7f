public import CanonicalJSON
public import PolicyModel

/// What is known of the ground below a place, by depth in metres below ground level.
public struct SoilProfile: Sendable, Hashable {
    /// Rules that hold at a depth and things that lie at a depth, from the top down.
    public var bands: [Band]
    /// What lies here below ground at a depth that is not known.
    public var unplaced: [Unplaced]
    /// Which use below ground goes before which here.
    public var orders: [Order]

    public init(bands: [Band] = [], unplaced: [Unplaced] = [], orders: [Order] = []) {
        self.bands = bands
        self.unplaced = unplaced
        self.orders = orders
    }

    public struct Band: Sendable, Hashable {
        /// Unique within the profile.
        public var id: String
        public var title: String
        public var summary: String?
        public var interval: DepthInterval
        /// An end that is not known is no bottom.
        public var isEndKnown: Bool
        /// What the rules here do; empty for something that lies in the ground.
        public var effects: [Effect]
        /// The same in the words of the house.
        public var labels: [String]
        public var norms: [String]
        public var designation: String?
        /// Whether the place certainly belongs to it.
        public var isCertain: Bool
        public var source: ReportSource?

        public init(
            id: String, title: String, summary: String? = nil, interval: DepthInterval, isEndKnown: Bool = true,
            effects: [Effect] = [], labels: [String] = [], norms: [String] = [], designation: String? = nil,
            isCertain: Bool = true,
            source: ReportSource? = nil
        ) {
            self.id = id
            self.title = title
            self.summary = summary
            self.interval = interval
            self.isEndKnown = isEndKnown
            self.effects = effects
            self.labels = labels
            self.norms = norms
            self.designation = designation
            self.isCertain = isCertain
            self.source = source
        }

        public var isRule: Bool { !effects.isEmpty }
    }

    public struct Unplaced: Sendable, Hashable {
        public var designation: String
        public var title: String
        public var names: [String]
        public var isCertain: Bool
        public var source: ReportSource?
    }

    public struct Order: Sendable, Hashable {
        /// Identifier of the edge in the house.
        public var edge: String
        public var ranking: String
        public var title: String
        /// Labels of the uses that go first, and of those that yield.
        public var prefer: [String]
        public var over: [String]
        public var why: String
        /// The preferred use certainly has a claim or a chance here.
        public var isCertain: Bool
        public var source: ReportSource
    }

    public var isEmpty: Bool { bands.isEmpty && unplaced.isEmpty && orders.isEmpty }

    public var json: JSONValue {
        [
            "bands": .array(bands.map(\.json)), "orders": .array(orders.map(\.json)),
            "unplaced": .array(unplaced.map(\.json)),
        ]
    }
}

extension SoilProfile.Band {
    var json: JSONValue {
        [
            "certain": .bool(isCertain), "designation": .optional(designation),
            "effects": .strings(effects.map(\.rawValue)), "endKnown": .bool(isEndKnown),
            "from": .number(interval.from), "id": .string(id), "labels": .strings(labels), "norms": .strings(norms),
            "source": source?.json ?? .null, "summary": .optional(summary), "title": .string(title),
            "to": .optional(interval.to),
        ]
    }
}

extension SoilProfile.Unplaced {
    var json: JSONValue {
        [
            "certain": .bool(isCertain), "designation": .string(designation), "names": .strings(names),
            "source": source?.json ?? .null, "title": .string(title),
        ]
    }
}

extension SoilProfile.Order {
    var json: JSONValue {
        [
            "certain": .bool(isCertain), "edge": .string(edge), "over": .strings(over), "prefer": .strings(prefer),
            "ranking": .string(ranking), "source": source.json, "title": .string(title), "why": .string(why),
        ]
    }
}
