public import PolicyModel

/// What became of one condition of a norm.
public struct ConditionResult: Sendable, Hashable {
    public enum State: String, Sendable, Hashable { case met, notMet, open }
    public enum Basis: String, Sendable, Hashable { case computed, human }
    public var condition: NormCondition
    public var state: State
    /// What decided it; `nil` while it is open.
    public var basis: Basis?
}

/// How the conditions of a norm stand together.
public enum ConditionsState: String, Sendable, Hashable { case none, allMet, someNotMet, open }

/// A norm that applies to one part of an initiative, or of which that cannot be decided.
public struct Finding: Sendable, Hashable {
    public var norm: Norm
    public var part: String
    /// `yes` applies, `unknown` undecided; never `no`.
    public var truth: Truth
    /// Only unknowns that could change the outcome, sorted.
    public var missing: [Unknown]
    public var status: DocumentStatus?
    public var force: BindingForce
    public var label: String
    public var conditions: [ConditionResult]
    public var conditionsState: ConditionsState
    public var trace: [TraceStep]
    public var certain: Bool
    /// Designations whose indicative line made it uncertain, sorted.
    public var uncertainDesignations: [String]
}

/// A norm about the activity that does not apply to a part, and the first step that said no.
public struct NotApplied: Sendable, Hashable {
    public enum Because: String, Sendable, Hashable { case validity, change, phase, depth, `where`, when, exception }
    public var norm: String
    public var part: String
    public var because: Because
    public var detail: String?
}

/// What the engine found for one part.
public struct PartEvaluation: Sendable, Hashable {
    public var part: String
    public var findings: [Finding]
    public var notApplied: [NotApplied]
}
