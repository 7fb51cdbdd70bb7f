/// What a free or personal text is. Its retention follows from this.
public enum TextKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Who did something: account and name.
    case person
    /// The title that the initiator gave the plan.
    case title
    /// The report of an assessment, in canonical JSON.
    case report
    case argument, dilemma, condition, outcome
    /// Why a finding is contested.
    case contest
    /// Why a question is answered so.
    case answer
    /// Why a document is deviated from, and how that was put forward.
    case deviation
    /// What the public record says of itself: question, legal character, mandate, remedies.
    case details
    /// Comments among colleagues, of the second reader too.
    case comment
}
