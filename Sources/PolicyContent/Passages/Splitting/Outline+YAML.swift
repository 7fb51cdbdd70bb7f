internal import Yams

/// An outline that cannot be read.
public struct OutlineError: Error, Sendable, Hashable, CustomStringConvertible {
    /// `nil` when the outline as a whole is meant.
    public var line: Int?
    public var message: String

    public var description: String { line.map { "line \($0): \(message)" } ?? message }
}

extension Outline {
    /// Reads `outlines/<document>.yaml`. Throws an ``OutlineError``, also for keys that it does not know.
    public init(yaml: String) throws {
        do {
            let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
            let outline: Outline? = try withExtendedLifetime(parser) {
                try parser.singleRoot().map { try Outline(OutlineMapping($0)) }
            }
            guard let outline else { throw OutlineError(message: "the outline is empty") }
            self = outline
        } catch let error as YamlError {
            throw OutlineError(message: "not valid YAML: \(error)")
        }
    }

    private init(_ mapping: OutlineMapping) throws {
        try mapping.allow([
            "document", "file", "fileSha256", "ignore", "markers", "join", "items", "headings", "sections",
        ])
        document = try mapping.text("document")
        file = try mapping.text("file")
        fileSha256 = try mapping.text("fileSha256")
        ignored = try mapping.mappings("ignore").map { entry in
            try entry.allow(["from", "to", "why"])
            return try entry.lines()
        }
        markers = try mapping.texts("markers")
        joined = Set(try mapping.numbers("join"))
        items = Set(try mapping.numbers("items"))
        headings = Set(try mapping.numbers("headings"))
        sections = try mapping.mappings("sections").map(Section.init)
    }
}

extension Outline.Section {
    fileprivate init(_ mapping: OutlineMapping) throws {
        try mapping.allow(["path", "aka", "heading", "headingLines", "kind", "from", "to"])
        path = try mapping.texts("path")
        if path.isEmpty { throw mapping.error("a section needs a `path`") }
        alsoKnownAs = try mapping.sequence("aka").map { try OutlineMapping.texts(of: $0) }
        heading = try mapping.text("heading", otherwise: "")
        headingLines = try mapping.number("headingLines", otherwise: 1)
        let kind = try mapping.text("kind", otherwise: "text")
        guard let layout = Outline.Layout(rawValue: kind) else { throw mapping.error("unknown kind `\(kind)`") }
        self.layout = layout
        lines = try mapping.lines()
    }
}

/// A YAML mapping with typed access; every failure knows its line.
private struct OutlineMapping {
    private let mapping: Node.Mapping
    private let line: Int?

    init(_ node: Node) throws {
        guard let mapping = node.mapping else {
            throw OutlineError(line: node.mark?.line, message: "expected a mapping")
        }
        self.mapping = mapping
        line = node.mark?.line
    }

    func error(_ message: String) -> OutlineError { OutlineError(line: line, message: message) }

    func allow(_ keys: Set<String>) throws {
        for key in mapping.keys where !keys.contains(key.scalar?.string ?? "") {
            throw OutlineError(line: key.mark?.line, message: "unknown key `\(key.scalar?.string ?? "")`")
        }
    }

    func text(_ key: String, otherwise: String? = nil) throws -> String {
        guard let text = mapping[Node(key)]?.scalar?.string ?? otherwise else { throw error("missing `\(key)`") }
        return text
    }

    func number(_ key: String, otherwise: Int? = nil) throws -> Int {
        guard let node = mapping[Node(key)] else {
            guard let otherwise else { throw error("missing `\(key)`") }
            return otherwise
        }
        return try Self.number(of: node)
    }

    func lines() throws -> ClosedRange<Int> {
        let (from, to) = (try number("from"), try number("to"))
        guard from >= 1, from <= to else { throw error("lines \(from) to \(to) are no range") }
        return from...to
    }

    func sequence(_ key: String) throws -> [Node] {
        guard let node = mapping[Node(key)] else { return [] }
        if let scalar = node.scalar, scalar.string.isEmpty || scalar.string == "null" { return [] }
        guard let sequence = node.sequence else { throw error("`\(key)` is no list") }
        return Array(sequence)
    }

    func mappings(_ key: String) throws -> [OutlineMapping] { try sequence(key).map(OutlineMapping.init) }
    func texts(_ key: String) throws -> [String] { try sequence(key).map(Self.text(of:)) }
    func numbers(_ key: String) throws -> [Int] { try sequence(key).map(Self.number(of:)) }

    static func texts(of node: Node) throws -> [String] {
        guard let sequence = node.sequence else {
            throw OutlineError(line: node.mark?.line, message: "expected a list")
        }
        return try sequence.map(text(of:))
    }

    private static func text(of node: Node) throws -> String {
        guard let text = node.scalar?.string else {
            throw OutlineError(line: node.mark?.line, message: "expected text")
        }
        return text
    }

    private static func number(of node: Node) throws -> Int {
        guard let number = node.scalar.flatMap({ Int($0.string) }) else {
            throw OutlineError(line: node.mark?.line, message: "expected a number")
        }
        return number
    }
}
