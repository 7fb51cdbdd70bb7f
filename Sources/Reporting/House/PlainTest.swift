/// A test of the content in plain words, as a tree of phrases that can be nested lists on a page.
public indirect enum PlainTest: Sendable, Hashable {
    /// One thing that must be so.
    case phrase([Run])
    case list(Joining, [PlainTest])

    public enum Joining: Sendable, Hashable { case all, any, none }

    /// A piece of a phrase, with the record that it names.
    public struct Run: Sendable, Hashable {
        public var text: String
        public var key: RecordKey?

        public init(_ text: String, _ key: RecordKey? = nil) {
            self.text = text
            self.key = key
        }
    }

    /// The phrases as one line, for places where no list can be.
    public var line: String {
        switch self {
        case .phrase(let runs): runs.map(\.text).joined()
        case .list(.all, let items): items.map(\.inner).joined(separator: " en ")
        case .list(.any, let items): items.map(\.inner).joined(separator: " of ")
        case .list(.none, let items): "niet: " + items.map(\.inner).joined(separator: " of ")
        }
    }

    private var inner: String { if case .list(_, let items) = self, items.count > 1 { "(\(line))" } else { line } }
}

extension PlainTest.Joining {
    /// The line above a list.
    public var lead: String {
        switch self {
        case .all: "dit moet allemaal zo zijn:"
        case .any: "een van deze moet zo zijn:"
        case .none: "niets van dit:"
        }
    }
}
