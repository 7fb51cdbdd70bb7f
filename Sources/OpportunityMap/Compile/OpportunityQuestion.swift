public import NormEngine
public import PolicyModel

/// What somebody wants to do, without a place: the map tells where.
public struct OpportunityQuestion: Sendable, Hashable {
    /// Activities, kind of change, phase, depths and properties. Its facts are not looked at.
    public var part: PartInput
    public var initiatorRole: String?
    public var answers: [String: Answer]
    public var asOf: PolicyDate

    public init(
        part: PartInput, initiatorRole: String? = nil, answers: [String: Answer] = [:], asOf: PolicyDate
    ) {
        self.part = part
        self.initiatorRole = initiatorRole
        self.answers = answers
        self.asOf = asOf
    }

    /// The question about a place of which the facts are known: what the norm engine is asked.
    public func initiative(facts: SpatialFacts) -> InitiativeInput {
        var part = part
        part.facts = facts
        return InitiativeInput(parts: [part], initiatorRole: initiatorRole, answers: answers, asOf: asOf)
    }
}
