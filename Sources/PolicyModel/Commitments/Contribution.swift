/// What somebody brought in during participation, and what was done with it.
public struct Contribution: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var summary: String
    public var source: SourceReference
    public var theme: String?
    /// Who was asked to do something with it.
    public var addressee: String?
    public var activities: ActivityScope?
    public var `where`: Test?
    @OrEmpty public var norms: [String]
    @OrEmpty public var goals: [String]
    @OrEmpty public var designations: [String]
    @OrEmpty public var agreements: [String]
    public var account: Account?

    /// What became of a contribution, with the passages that show it.
    public struct Account: Sendable, Hashable, Codable {
        public enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
            case used, partly, not, elsewhere, unanswered
        }
        public var answer: Answer
        /// Why, in plain words.
        public var text: String
        /// Passages that show it. Empty only for `not` and `unanswered`.
        @OrEmpty public var evidence: [SourceReference]
    }
}
