public import PolicyModel

/// A piece of a document that a source reference can point at.
public struct Passage: Sendable, Hashable {
    public var unit: PassageUnit
    /// The section of the outline that the passage stands in.
    public var section: [String]
    /// Letters and numbers of the list items around the passage, from the outside in; each is a further step of the path.
    public var labels: [String]
    /// What stands before an item to count or to mark it: `P.`, `1)`, `•`. Not part of the text.
    public var marker: String
    /// The whole passage in readable form.
    public var text: String
    /// Lines of the text file, from 1.
    public var lines: ClosedRange<Int>
    /// Whether a larger passage holds this one: a sentence of an item, a cell of a row.
    public var isPart: Bool
    /// The form that is matched; see ``PassageNormaliser``.
    public var key: String
    /// SHA-256 of the key.
    public var sha256: String

    /// Section and labels.
    public var path: [String] { section + labels }

    init(
        unit: PassageUnit, section: [String], labels: [String] = [], marker: String = "", text: Scalars,
        lines: ClosedRange<Int>, isPart: Bool = false
    ) {
        self.unit = unit
        self.section = section
        self.labels = labels
        self.marker = marker
        self.text = text.text
        self.lines = lines
        self.isPart = isPart
        key = PassageNormaliser.key(text).text
        sha256 = PassageNormaliser.digest(ofKey: key)
    }

    /// The first words, for messages.
    public var beginning: String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        return words.prefix(8).joined(separator: " ") + (words.count > 8 ? " ..." : "")
    }
}
