import CanonicalJSON
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
                "certain": .bool(certain), "id": .string(id), "kind": .optional(kind), "name": .string(name),
                "share": .number(Rounding.share(share)),
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
                "designation": .string(designation), "distanceMetres": .number(Rounding.length(distanceMetres)),
                "name": .optional(name), "title": .string(title),
            ]
        }
    }

    var json: JSONValue {
        [
            "municipalities": .array(municipalities.map(\.json)), "nearby": .array(nearby.map(\.json)),
            "primaryFunctions": .array(primaryFunctions.map(\.json)), "regions": .array(regions.map(\.json)),
            "settlements": .array(settlements.map(\.json)),
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
                "distanceMetres": .number(Rounding.length(distanceMetres)), "feature": .string(feature),
                "name": .optional(name), "overlap": overlap.json, "part": .string(part),
            ]
        }
    }

    var json: JSONValue {
        let precisionJSON: JSONValue =
            precision.map {
                ["kind": .string($0.kind.rawValue), "widthMetres": .optional($0.widthMetres)]
            } ?? .null
        return [
            "asOf": .optional(asOf?.description), "basis": .optional(basis), "certain": .bool(certain),
            "designation": .string(designation), "hits": .array(hits.map(\.json)), "layer": .optional(layer),
            "precision": precisionJSON, "state": .string(state.rawValue), "title": .string(title),
            "why": .optional(why),
        ]
    }
}
