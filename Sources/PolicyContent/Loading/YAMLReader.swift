import Foundation
import Yams

/// Reads one YAML or JSON document into a ``ContentNode``. The only place that knows Yams.
///
/// Refuses what makes content hard to review: anchors and aliases, tags, keys that are not text, more than one document.
struct YAMLReader {
    /// Why a file could not be read, and where.
    struct Failure: Error {
        var message: String
        var mark: ContentMark
        var help: String?
    }

    /// The root of the document; `nil` when the file holds nothing. Throws a ``Failure``.
    static func read(_ bytes: Data) throws -> ContentNode? {
        guard let text = String(validatingUTF8: bytes) else {
            throw Failure(message: "the file is not UTF-8 text", mark: .start)
        }
        do {
            // Without rules nothing is resolved by regular expression; this reader types scalars itself.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // Nodes hold their anchors weakly: the parser must outlive the walk.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return nil }
                return try node(root)
            }
        } catch let error as YamlError {
            throw failure(error, text: text)
        }
    }

    private static func node(_ node: Node) throws -> ContentNode {
        let mark = ContentMark(node.mark)
        guard node.anchor == nil else {
            throw Failure(
                message: "anchors and aliases are not allowed", mark: mark, help: "write the value where it is used")
        }
        switch node {
        case .scalar(let scalar):
            return ContentNode(value: try value(of: scalar, mark: mark), mark: mark)
        case .sequence(let sequence):
            return ContentNode(value: .list(try sequence.map { try self.node($0) }), mark: mark)
        case .mapping(let mapping):
            return ContentNode(value: .mapping(try mapping.map(member)), mark: mark)
        case .alias:
            throw Failure(message: "anchors and aliases are not allowed", mark: mark)
        }
    }

    private static func member(key: Node, value: Node) throws -> ContentNode.Member {
        guard case .scalar(let scalar) = key, scalar.anchor == nil else {
            throw Failure(message: "a key must be a plain word", mark: ContentMark(key.mark))
        }
        return ContentNode.Member(key: scalar.string, keyMark: ContentMark(scalar.mark), node: try node(value))
    }

    private static func value(of scalar: Node.Scalar, mark: ContentMark) throws -> ContentNode.Value {
        let text = scalar.string
        guard scalar.style == .any || scalar.style == .plain else { return .text(text) }
        switch text {
        case "", "~", "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        case "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "True", "TRUE", "False",
            "FALSE":
            throw Failure(
                message: "`\(text)` can be read as text and as true or false", mark: mark,
                help: "write `true` or `false`, or put it in quotes")
        default: return isNumber(text) ? .number(text) : .text(text)
        }
    }

    /// Whether a plain scalar is a number as JSON writes it. By hand: a regular expression is fifty times slower here.
    private static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        func skip(_ accepted: String) -> Bool {
            guard let byte = rest.first, accepted.utf8.contains(byte) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = skip("-")
        let leadingZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, whole == 1 || !leadingZero else { return false }
        if skip("."), digits() == 0 { return false }
        if skip("eE") {
            _ = skip("+-")
            if digits() == 0 { return false }
        }
        return rest.isEmpty
    }

    private static func failure(_ error: YamlError, text: String) -> Failure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            if let tab = tab(before: mark, in: text) {
                return Failure(message: "tab in the indentation", mark: tab, help: "indent with spaces")
            }
            if problem.contains("undefined alias") {
                return Failure(message: "anchors and aliases are not allowed", mark: ContentMark(mark))
            }
            return Failure(message: "not valid YAML: \(problem)", mark: ContentMark(mark))
        case .reader(let problem, let offset, _, _):
            return Failure(message: "not valid YAML: \(problem)", mark: mark(at: offset ?? 0, in: text))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "`\($0)`" }.joined(separator: ", ")
            return Failure(
                message: "\(keys) occurs more than once in one mapping", mark: ContentMark(context.mark),
                help: "keep one of them")
        default:
            return Failure(message: "not valid YAML", mark: .start)
        }
    }

    /// The tab in the indentation of the line of a syntax error, or of the line before it.
    private static func tab(before mark: Mark, in text: String) -> ContentMark? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for line in [mark.line - 1, mark.line] where lines.indices.contains(line - 1) {
            let indentation = lines[line - 1].prefix { $0 == " " || $0 == "\t" }
            if let tab = indentation.firstIndex(of: "\t") {
                let column = indentation.distance(from: indentation.startIndex, to: tab) + 1
                return ContentMark(line: line, column: column)
            }
        }
        return nil
    }

    private static func mark(at offset: Int, in text: String) -> ContentMark {
        let before = text.prefix(offset)
        let line = before.count { $0.isNewline } + 1
        let column = before.reversed().prefix { !$0.isNewline }.count + 1
        return ContentMark(line: line, column: column)
    }
}

extension String {
    /// The text of UTF-8 bytes without a byte order mark; `nil` when they are not UTF-8.
    fileprivate init?(validatingUTF8 bytes: Data) {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        self = text
    }
}

extension ContentMark {
    fileprivate init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}
