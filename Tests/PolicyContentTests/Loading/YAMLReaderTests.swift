import Foundation
import Testing

@testable import PolicyContent

@Suite("The YAML reader")
struct YAMLReaderTests {
    private func read(_ text: String) throws -> ContentNode? { try YAMLReader.read(Data(text.utf8)) }

    @Test(
        "types a plain scalar by the core schema",
        arguments: [
            ("30", "number"), ("-0.5", "number"), ("1e9", "number"), ("1.5E-3", "number"), ("0", "number"),
            ("007", "text"), ("1.", "text"), (".5", "text"), ("+1", "text"), ("1_000", "text"), ("0x10", "text"),
            (".inf", "text"), ("2021-06-01", "text"), ("3.6.1", "text"), ("-", "list"), ("true", "flag"),
            ("false", "flag"), ("null", "null"), ("~", "null"), ("\"30\"", "text"), ("'true'", "text"),
            ("ja", "text"), ("nee", "text"), ("e5", "text"), ("-e", "text"), ("1e", "text"),
        ])
    func scalarTypes(_ written: String, _ type: String) throws {
        let node = try #require(try read(written))
        let found =
            switch node.value {
            case .null: "null"
            case .flag: "flag"
            case .number: "number"
            case .text: "text"
            case .list: "list"
            case .mapping: "mapping"
            }
        #expect(found == type)
    }

    @Test("counts columns in characters, also after accents and outside the basic plane")
    func columns() throws {
        let root = try #require(try read("- {é: \"🌍\", b: x}\n"))
        let members = try #require(root.items?.first?.members)
        #expect(members.map(\.key) == ["é", "b"])
        #expect(members[1].keyMark == ContentMark(line: 1, column: 12))
        #expect(members[1].node.mark == ContentMark(line: 1, column: 15))
    }

    @Test("leaves a byte order mark out")
    func byteOrderMark() throws {
        let root = try YAMLReader.read(Data([0xEF, 0xBB, 0xBF]) + Data("a: 1".utf8))
        #expect(root?["a"]?.integer == 1)
        #expect(root?.members?.first?.keyMark == .start)
    }

    @Test("finds nothing in an empty file")
    func empty() throws {
        #expect(try read("") == nil)
        #expect(try read("# only a comment\n") == nil)
    }

    @Test("goes as deep as a path leads")
    func deepest() throws {
        let root = try #require(try read("a:\n  - b: 1\n  - c: 2\n"))
        #expect(root.deepest(["a", 1, "c"]).mark == ContentMark(line: 3, column: 8))
        #expect(root.deepest(["a", 1, "x", "y"]).mark == ContentMark(line: 3, column: 5))
        #expect(root.deepest(["a", 9]).mark == ContentMark(line: 2, column: 3))
    }
}
