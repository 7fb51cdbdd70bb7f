/// Something that does not fit between documents, or within one. Shown to people; nothing is resolved by it.
public struct CorpusFinding: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Two norms whose effects contradict each other can meet.
        case contradiction
        /// One figure with several values.
        case figure
        /// Names that differ by a letter or two.
        case name
        /// A term with more than one meaning.
        case term
        /// Something whose period, date or status has passed.
        case stale
        /// The same norm in several documents.
        case same
        /// An inconsistency that people found and wrote down.
        case known
    }

    public var kind: Kind
    /// Stable: made of the ids it is about.
    public var id: String
    public var title: String
    /// One line each, for people.
    public var details: [String]
    /// Ids of the records it is about, sorted.
    public var about: [String]
    /// An inconsistency in the house is about it.
    public var isKnown: Bool

    init(_ kind: Kind, about: [String], title: String, details: [String] = [], isKnown: Bool = false) {
        self.kind = kind
        self.about = about.sorted()
        id = kind.rawValue + ":" + about.sorted().joined(separator: "~")
        self.title = title
        self.details = details
        self.isKnown = isKnown
    }
}
