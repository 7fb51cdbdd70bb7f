/// What one record has to do with another that it names.
public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// It stands in this document.
    case source
    /// This document shows what was done with it.
    case evidence
    /// The document that holds the rule.
    case target
    /// It is about this activity, or not about it.
    case about, exceptFor
    /// It asks for this place, property, or judgement.
    case place, property, question
    /// It serves or is about this goal.
    case goal
    /// It bears on this cell of a frame, or the frame as a whole.
    case frame
    /// It gives way to this norm.
    case yieldsTo
    /// The same in another document.
    case sameAs
    /// It is about this norm, agreement, figure.
    case norm, agreement, figure
    /// It is narrower than this.
    case broader
    /// The function that a place has, or gets.
    case function
    /// Its geometry belongs to this.
    case designation
    /// It holds this part.
    case part
    /// The use that goes first; the use that gives way.
    case prefers, over
    case role
    case confirms, workedOutIn, supersedes, withdraws, refersTo
}

/// One record names another.
public struct RecordLink: Sendable, Hashable {
    public var from: RecordKey
    public var relation: Relation
    public var to: RecordKey
}
