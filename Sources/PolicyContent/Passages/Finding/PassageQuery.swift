public import PolicyModel

/// What a source reference asks of a document.
public struct PassageQuery: Sendable, Hashable {
    public var path: [String]
    public var unit: PassageUnit
    public var starts: String
    /// Which of several, from 1.
    public var nth: Int?

    public init(path: [String], unit: PassageUnit, starts: String, nth: Int? = nil) {
        self.path = path
        self.unit = unit
        self.starts = starts
        self.nth = nth
    }

    public init(_ reference: SourceReference) {
        self.init(
            path: reference.path, unit: reference.passage.unit, starts: reference.passage.starts,
            nth: reference.passage.nth)
    }
}

/// What came of a query.
public enum PassageMatch: Sendable, Hashable {
    case found(Passage)
    /// No passage of that unit begins so in that path.
    case missing([PassageNearMiss])
    /// Several begin so; `nth` or more words decide.
    case ambiguous([Passage])
    /// No section has that path; the paths that share the most with it.
    case unknownPath([[String]])
}

/// A passage that may have been meant.
public enum PassageNearMiss: Sendable, Hashable, CustomStringConvertible {
    /// In that path, but another unit.
    case otherUnit(Passage)
    /// Begins so, but elsewhere.
    case otherPath(Passage)
    /// The words stand further on in the passage.
    case inside(Passage)
    /// Shares words at its beginning.
    case similar(Passage)
    /// `nth` is more than there are.
    case fewer(Int)

    public var description: String {
        switch self {
        case .otherUnit(let passage): "it is a `\(passage.unit.rawValue)`: \(passage.beginning)"
        case .otherPath(let passage): "it stands as `\(passage.unit.rawValue)` in \(passage.path.shownAsPath)"
        case .inside(let passage): "it stands inside the \(passage.unit.rawValue) `\(passage.beginning)`"
        case .similar(let passage): "closest: \(passage.unit.rawValue) `\(passage.beginning)`"
        case .fewer(let count): "only \(count) such passages"
        }
    }
}
