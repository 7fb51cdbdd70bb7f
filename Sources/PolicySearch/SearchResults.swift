public import PolicyModel
public import Reporting

/// What was found, best first.
public struct SearchResults: Sendable, Hashable {
    /// One page of results.
    public var hits: [SearchHit]
    /// How many there are on all pages.
    public var total: Int
    /// How many there are per kind, document and status with the other filters as asked, so that a filter can tell what
    /// choosing another value would give.
    public var byKind: [RecordKind: Int]
    public var byDocument: [String: Int]
    public var byStatus: [DocumentStatus: Int]
    /// Words that nothing has, and what was looked for instead.
    public var corrections: [Correction]
    /// Words that nothing has and that nothing is like.
    public var unknownWords: [String]
    /// Words that something begins with or has a part of, and that may have been meant for another.
    public var suggestions: [Correction]
    /// How many have all of the words. They come first; when there are few, others with some of the words follow.
    public var withAllWords: Int

    /// Some of the results have not all of the words.
    public var isLoose: Bool { total > withAllWords }

    /// A word as typed, and the word that was meant.
    public struct Correction: Sendable, Hashable {
        public var asked: String
        public var used: String

        public init(asked: String, used: String) {
            self.asked = asked
            self.used = used
        }
    }

    static let none = SearchResults(
        hits: [], total: 0, byKind: [:], byDocument: [:], byStatus: [:], corrections: [], unknownWords: [],
        suggestions: [], withAllWords: 0)
}

/// One thing that was found.
public struct SearchHit: Sendable, Hashable {
    /// The record, or the part of one.
    public var key: RecordKey
    public var title: [MarkedText]
    /// Where the words stand; the beginning of its text when they stand only in the title.
    public var excerpt: [MarkedText]
    /// The document that it stands in, if any.
    public var document: String?

    public var plainTitle: String { title.map(\.text).joined() }
    public var plainExcerpt: String { excerpt.map(\.text).joined() }
}

/// A piece of a text that is one of the words that were looked for, or is not.
public struct MarkedText: Sendable, Hashable {
    public var text: String
    public var isMarked: Bool

    public init(_ text: String, isMarked: Bool = false) {
        self.text = text
        self.isMarked = isMarked
    }
}
