/// A question or concern that a document names as something to work on.
public struct Issue: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var summary: String?
    public var theme: String?
    /// Fields of work that it belongs to, as the text names them.
    @OrEmpty public var portfolios: [String]
    /// Numbers of the Sustainable Development Goals that the text links it to.
    @OrEmpty public var sustainableDevelopmentGoals: [Int]
    @OrEmpty public var goals: [String]
    public var source: SourceReference
}
