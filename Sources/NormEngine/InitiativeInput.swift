public import PolicyModel

/// One part of an initiative with what is known of its place.
public struct PartInput: Sendable, Hashable {
    public var id: String
    public var activities: [String]
    public var change: ChangeKind?
    public var phase: Phase?
    /// Where it happens, metres below maaiveld; `nil` when not told.
    public var use: DepthInterval?
    /// What it passes through, metres below maaiveld; `nil` when not told.
    public var reach: DepthInterval?
    public var properties: [String: PropertyValue]
    public var facts: SpatialFacts

    public init(
        id: String, activities: [String], change: ChangeKind? = nil, phase: Phase? = nil, use: DepthInterval? = nil,
        reach: DepthInterval? = nil, properties: [String: PropertyValue] = [:], facts: SpatialFacts
    ) {
        self.id = id
        self.activities = activities
        self.change = change
        self.phase = phase
        self.use = use
        self.reach = reach
        self.properties = properties
        self.facts = facts
    }
}

/// What a person answered to an open question.
public struct Answer: Sendable, Hashable {
    public var value: Bool
    public var by: String?
    public var reason: String?
    public var on: PolicyDate?

    public init(value: Bool, by: String? = nil, reason: String? = nil, on: PolicyDate? = nil) {
        self.value = value
        self.by = by
        self.reason = reason
        self.on = on
    }
}

/// An initiative as the norm engine sees it: no geometry, only facts.
public struct InitiativeInput: Sendable, Hashable {
    public var parts: [PartInput]
    public var initiatorRole: String?
    public var answers: [String: Answer]
    /// Date whose policy is applied.
    public var asOf: PolicyDate

    public init(parts: [PartInput], initiatorRole: String? = nil, answers: [String: Answer] = [:], asOf: PolicyDate) {
        self.parts = parts
        self.initiatorRole = initiatorRole
        self.answers = answers
        self.asOf = asOf
    }
}
