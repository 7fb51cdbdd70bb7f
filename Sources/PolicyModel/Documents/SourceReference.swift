/// The kind of passage that a source reference points at.
public enum PassageUnit: String, Sendable, Hashable, Codable, CaseIterable {
    case sentence, item, row, cell, legend, heading
}

/// A passage inside a section: which unit, how it starts, which one of several, and the hash of the whole of it.
public struct PassageAnchor: Sendable, Hashable, Codable {
    public var unit: PassageUnit
    /// The first words only; never the whole passage.
    public var starts: String
    /// Which of the passages that start so, from 1. `nil` says that there is just one.
    public var nth: Int?
    /// SHA-256 of the normalised passage, 64 hexadecimal digits. `nil` until it has been verified.
    public var sha256: String?
}

/// Where a statement comes from: document, section path, passage.
public struct SourceReference: Sendable, Hashable, Codable {
    public var document: String
    /// Section numbers, letters, agreement numbers, headings: from the outside in.
    public var path: [String]
    public var passage: PassageAnchor
    /// Letter, number or legend item to show; by default the last step of the path when it is short.
    public var label: String?
    /// Says that the reading is ours where the text leaves room.
    public var interpretation: String?
}
