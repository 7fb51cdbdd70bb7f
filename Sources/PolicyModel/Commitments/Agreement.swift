/// Something that parties agreed, bring in, hold or still talk about.
public struct Agreement: Sendable, Hashable, Codable, Identifiable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case afspraak, inzet, standpunt, ontwikkelpunt
        case eerdereAfspraak = "eerdere-afspraak"
    }
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case inForce = "in-force"
        case dueForReview = "due-for-review"
        case revised, fulfilled, withdrawn, proposal
    }
    public enum Reciprocity: String, Sendable, Hashable, Codable {
        case both
        case oneSided = "one-sided"
        case talksOnly = "talks-only"
    }

    public var id: String
    public var title: String
    public var summary: String
    public var kind: Kind
    public var source: SourceReference
    public var parties: [Party]
    public var forum: String?
    public var date: PolicyDate?
    public var deadline: String?
    public var state: State
    public var stateEvidence: String?
    @OrEmpty public var goals: [String]
    @OrEmpty public var norms: [String]
    /// Activities it bears on.
    public var activities: ActivityScope?
    /// Where it bears on; anywhere when left out.
    public var `where`: Test?
    /// How long it holds, where the text says so.
    public var valid: Norm.Validity?

    /// What one party brings.
    public struct Party: Sendable, Hashable, Codable {
        public var name: String
        @OrEmpty public var does: [String]
        @OrEmpty public var asks: [String]
        @OrEmpty public var talks: [String]
    }

    /// Whether more than one party does something.
    public var reciprocity: Reciprocity {
        let doing = parties.count { !$0.does.isEmpty }
        if doing >= 2 { return .both }
        return doing == 1 ? .oneSided : .talksOnly
    }
}
