public import Foundation

/// One version of something that several people may change.
public struct Version<Content: Sendable & Hashable>: Sendable, Hashable {
    /// From 1.
    public var number: Int
    /// Texts that were erased are empty here; see ``texts``.
    public var content: Content
    public var by: Person
    public var at: Date
    /// The number of the event.
    public var event: Int
    /// The texts by name, with their commitments.
    public var texts: [String: RecordedText]
    /// The version that an undo brought back.
    public var restores: Int?
}

/// Something with all its versions, oldest first; never empty.
public struct Versions<Content: Sendable & Hashable>: Sendable, Hashable {
    public private(set) var earlier: [Version<Content>]
    public private(set) var current: Version<Content>

    init(_ first: Version<Content>) {
        earlier = []
        current = first
    }

    mutating func add(_ version: Version<Content>) {
        earlier.append(current)
        current = version
    }

    public var all: [Version<Content>] { earlier + [current] }
    public var content: Content { current.content }
    public var number: Int { current.number }

    /// The version of that number; `nil` when there is none, as for 0.
    public func version(_ number: Int) -> Version<Content>? { all.first { $0.number == number } }
}

/// Somebody else changed the same thing in between. Nothing was kept; all three texts are here to be merged.
public struct EditConflict<Content: Sendable & Hashable>: Error, Sendable, Hashable {
    /// What was changed: `cell`, `item`, `outcome`, `details` or `deviation`, and its id.
    public var subject: String
    /// What the change was made on; `nil` when there was nothing yet.
    public var base: Version<Content>?
    /// What is kept now.
    public var current: Version<Content>
    /// What was given.
    public var given: Content
}
