/// A moment or step in the life of policy: a milestone, an evaluation, a round of participation, a step of an escalation.
public struct CycleMoment: Sendable, Hashable, Codable, Identifiable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case milestone, evaluation, participation
        case escalationStep = "escalation-step"
        case working
    }

    public var id: String
    public var title: String
    public var summary: String?
    public var kind: Kind
    /// What it is a step of; steps of one series are ordered by `position`.
    public var series: String?
    public var position: Int?
    /// When, as the text names it.
    public var moment: String?
    /// What sets it off, where it is no date.
    public var setOffBy: String?
    @OrEmpty public var goals: [String]
    public var source: SourceReference
}
