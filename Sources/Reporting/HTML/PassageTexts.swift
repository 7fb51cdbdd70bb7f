/// The words of documents behind findings, as far as they are at hand. They are shown and never kept.
public struct PassageTexts: Sendable, Hashable {
    /// The passage per finding, by the id of the finding.
    public var texts: [String: String]
    /// What could not be shown, and why: sentences for people.
    public var refusals: [String]

    public init(texts: [String: String] = [:], refusals: [String] = []) {
        self.texts = texts
        self.refusals = refusals
    }
}
