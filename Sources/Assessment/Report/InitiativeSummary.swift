public import CanonicalJSON
public import PolicyModel

/// The initiative as it was understood.
public struct InitiativeSummary: Sendable, Hashable {
    public var title: String?
    public var parts: [Part]
    /// Share of the initiative that lies outside the house.
    public var outsideShare: Double
    /// What people answered to open questions, by question.
    public var answers: [Answered]

    /// A person's answer to an open question.
    public struct Answered: Sendable, Hashable {
        public var question: String
        public var asks: String
        public var value: Bool
        public var by: String?
        public var reason: String?
        public var on: PolicyDate?

        var json: JSONValue {
            [
                "asks": .string(asks), "by": .optional(by), "on": .optional(on?.description),
                "question": .string(question),
                "reason": .optional(reason), "value": .bool(value),
            ]
        }
    }

    public struct Part: Sendable, Hashable {
        public var id: String
        public var activities: [Named]
        public var change: ChangeKind?
        public var phase: Phase?
        /// GeoJSON in EPSG:28992.
        public var geometry: JSONValue
        public var measure: OverlapMeasure
        public var use: DepthInterval?
        public var reach: DepthInterval?
        public var properties: [String: PropertyValue]
    }

    public struct Named: Sendable, Hashable {
        public var id: String
        public var label: String
        var json: JSONValue { ["id": .string(id), "label": .string(label)] }
    }

    var json: JSONValue {
        [
            "answers": .array(answers.map(\.json)), "outsideShare": .number(Rounding.share(outsideShare)),
            "parts": .array(parts.map(\.json)),
            "title": .optional(title),
        ]
    }
}

extension InitiativeSummary.Part {
    var json: JSONValue {
        let depth: JSONValue =
            use == nil && reach == nil
            ? .null : ["reach": reach.map(\.json) ?? .null, "use": use.map(\.json) ?? .null]
        return [
            "activities": .array(activities.map(\.json)), "change": .optional(change?.rawValue), "crs": "EPSG:28992",
            "depth": depth, "geometry": geometry, "id": .string(id), "measure": measure.json,
            "phase": .optional(phase?.rawValue),
            "properties": .object(
                JSONObject(properties.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })),
        ]
    }
}

extension DepthInterval {
    var json: JSONValue { [.number(from), .optional(to)] }
}

extension OverlapMeasure {
    var json: JSONValue {
        let rounded: Double? = value.map { kind == .area ? Rounding.area($0) : Rounding.length($0) }
        return [
            "kind": .string(kind.rawValue), "share": .optional(share.map(Rounding.share)), "value": .optional(rounded),
        ]
    }
}
