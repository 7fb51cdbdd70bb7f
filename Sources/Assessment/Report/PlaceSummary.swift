public import CanonicalJSON
public import PolicyModel

/// Where the initiative lies.
public struct PlaceSummary: Sendable, Hashable {
    public var primaryFunctions: [Share]
    public var municipalities: [Share]
    public var settlements: [Share]
    public var regions: [Share]
    /// What lies within the house's distance, nearest first.
    public var nearby: [Nearby]

    /// How much of the initiative lies in something.
    public struct Share: Sendable, Hashable {
        public var id: String
        public var name: String
        public var kind: String?
        /// From 0 to 1.
        public var share: Double
        public var certain: Bool

        var json: JSONValue {
            [
                "id": .string(id), "name": .string(name), "kind": .optional(kind),
                "share": .number(Rounding.share(share)), "certain": .bool(certain),
            ]
        }
    }

    public struct Nearby: Sendable, Hashable {
        public var designation: String
        public var title: String
        public var name: String?
        public var distanceMetres: Double

        var json: JSONValue {
            [
                "designation": .string(designation), "title": .string(title), "name": .optional(name),
                "distanceMetres": .number(Rounding.length(distanceMetres)),
            ]
        }
    }

    var json: JSONValue {
        [
            "primaryFunctions": .array(primaryFunctions.map(\.json)),
            "municipalities": .array(municipalities.map(\.json)),
            "settlements": .array(settlements.map(\.json)), "regions": .array(regions.map(\.json)),
            "nearby": .array(nearby.map(\.json)),
        ]
    }
}

/// One layer against the whole initiative.
public struct LayerSummary: Sendable, Hashable {
    public var designation: String
    public var title: String
    public var layer: String?
    public var state: LayerState
    public var certain: Bool
    public var precision: LayerPrecision?
    public var asOf: PolicyDate?
    public var basis: String?
    public var hits: [Hit]
    public var why: String?

    public struct Hit: Sendable, Hashable {
        public var feature: String
        public var name: String?
        public var part: String
        public var overlap: OverlapMeasure
        public var distanceMetres: Double

        var json: JSONValue {
            [
                "feature": .string(feature), "name": .optional(name), "part": .string(part), "overlap": overlap.json,
                "distanceMetres": .number(Rounding.length(distanceMetres)),
            ]
        }
    }

    var json: JSONValue {
        let precisionJSON: JSONValue =
            precision.map {
                ["kind": .string($0.kind.rawValue), "widthMetres": .optional($0.widthMetres)]
            } ?? .null
        return [
            "designation": .string(designation), "title": .string(title), "layer": .optional(layer),
            "state": .string(state.rawValue), "certain": .bool(certain), "precision": precisionJSON,
            "asOf": .optional(asOf?.description), "basis": .optional(basis), "hits": .array(hits.map(\.json)),
            "why": .optional(why),
        ]
    }
}
