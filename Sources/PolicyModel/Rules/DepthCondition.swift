/// A half-open interval of depth in metres below maaiveld: `from <= depth < to`.
public struct DepthInterval: Sendable, Hashable, Codable {
    /// Upper boundary, metres below maaiveld.
    public var from: Double
    /// Lower boundary, metres below maaiveld; `nil` has no bottom.
    public var to: Double?

    public init(from: Double, to: Double?) {
        self.from = from
        self.to = to
    }

    /// Whether the two share any depth. An interval of no thickness counts as the depth it stands at.
    public func overlaps(_ other: DepthInterval) -> Bool {
        let end = to ?? .infinity
        let otherEnd = other.to ?? .infinity
        if from == end {
            return other.from == otherEnd ? from == other.from : other.from <= from && from < otherEnd
        }
        if other.from == otherEnd { return from <= other.from && other.from < end }
        return from < otherEnd && other.from < end
    }

    /// Whether this interval lies wholly inside the other.
    public func isWithin(_ other: DepthInterval) -> Bool {
        let end = to ?? .infinity
        let otherEnd = other.to ?? .infinity
        return from >= other.from && end <= otherEnd && (from < end ? from < otherEnd : overlaps(other))
    }
}

/// At which depth a norm holds.
public struct DepthCondition: Sendable, Hashable, Codable {
    public enum Extent: String, Sendable, Hashable, Codable, CaseIterable { case use, reach }
    public enum Relation: String, Sendable, Hashable, Codable, CaseIterable { case overlaps, within }

    /// Where the activity happens (`use`) or all that it passes through (`reach`).
    public var of: Extent
    public var relation: Relation
    /// Metres below maaiveld, half-open. `from` is 0 and `to` has no bottom when left out.
    public var from: Double?
    public var to: Double?
    /// The text names a depth without giving it: a person decides. Overrides `from` and `to`.
    public var open: OpenQuestion?

    public var interval: DepthInterval { DepthInterval(from: from ?? 0, to: to) }
}

/// A question that only a person can answer.
public struct OpenQuestion: Sendable, Hashable, Codable {
    /// Identifier of the question; the same question in two norms is asked once.
    public var question: String
    /// The question in plain words.
    public var asks: String
}
