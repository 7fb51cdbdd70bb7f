/// A figure that a document states: how much there is, was or should be.
public struct Figure: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    /// What is counted or measured.
    public var title: String
    /// Number, text (`13 van 25`) or quantity.
    public var value: PropertyValue
    /// The moment or period that the figure is about, as the text names it.
    public var asOf: String?
    /// Whether it is measured, estimated or aimed for.
    public var nature: Nature?
    /// Groups figures that should be the same, in one document or several.
    public var sameAs: String?
    public var source: SourceReference
    public var note: String?

    public enum Nature: String, Sendable, Hashable, Codable, CaseIterable { case measured, estimated, target }
}
