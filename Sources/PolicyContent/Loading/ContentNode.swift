/// A value in a content file with the place where it starts.
///
/// Typed by the core schema of YAML 1.2: a plain `true`, `null` or `30` is a flag, null or number; all in quotes is text.
struct ContentNode: Sendable {
    enum Value: Sendable {
        case null
        case flag(Bool)
        /// The number as written; always a number in JSON.
        case number(String)
        case text(String)
        case list([ContentNode])
        /// In the order of the file; keys are unique.
        case mapping([Member])
    }

    struct Member: Sendable {
        let key: String
        let keyMark: ContentMark
        let node: ContentNode
    }

    let value: Value
    let mark: ContentMark

    var members: [Member]? {
        guard case .mapping(let members) = value else { return nil }
        return members
    }

    var items: [ContentNode]? {
        guard case .list(let items) = value else { return nil }
        return items
    }

    var text: String? {
        guard case .text(let text) = value else { return nil }
        return text
    }

    var flag: Bool? {
        guard case .flag(let flag) = value else { return nil }
        return flag
    }

    var integer: Int? {
        guard case .number(let number) = value else { return nil }
        return Int(number)
    }

    /// The value of a key; `nil` for a key that is missing and for what is no mapping.
    subscript(key: String) -> ContentNode? { members?.first { $0.key == key }?.node }

    /// The node at a path, or the deepest one on the way to it.
    func deepest(_ path: some Sequence<ContentStep>) -> ContentNode {
        var node = self
        for step in path {
            switch step {
            case .key(let key):
                guard let next = node[key] else { return node }
                node = next
            case .index(let index):
                guard let items = node.items, items.indices.contains(index) else { return node }
                node = items[index]
            }
        }
        return node
    }
}

/// A place in a file: line and column in characters, both from 1.
struct ContentMark: Sendable, Hashable {
    let line: Int
    let column: Int

    static let start = ContentMark(line: 1, column: 1)
}

/// One step from a node to a node in it.
enum ContentStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    case index(Int)

    init(stringLiteral value: String) { self = .key(value) }
    init(integerLiteral value: Int) { self = .index(value) }
}
