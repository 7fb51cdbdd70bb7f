/// What a norm does with an activity: a closed list.
public enum Effect: String, Sendable, Hashable, Codable, CaseIterable {
    case prohibited
    case noUnless = "no-unless"
    case restrained, undesired
    case yesProvided = "yes-provided"
    case yesAnd = "yes-and"
    case permitted, encouraged
    case sitingPreference = "siting-preference"
    case reserved, priority
    case phaseOut = "phase-out"
    case duty, competence, procedure, goal, commitment, intention
    case noStatus = "no-status"
    case regulatedElsewhere = "regulated-elsewhere"
    case assessAs = "assess-as"
    case information
}

/// The label of a finding by effect, force and status. A row without force or status is a fallback for any.
public struct EffectLabel: Sendable, Hashable, Codable {
    public var effect: Effect
    public var force: BindingForce?
    public var status: DocumentStatus?
    public var label: String
}

/// Two sets of effects of which any pair pulls against each other. Symmetric.
public struct Contradiction: Sendable, Hashable, Codable {
    public var between: [Effect]
    public var and: [Effect]
}
