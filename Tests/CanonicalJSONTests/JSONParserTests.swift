import CanonicalJSON
import Testing

@Suite("Reading JSON")
struct JSONParserTests {
    @Test(
        "a broken text says where and what is wrong",
        arguments: [
            ("", 1, 1, "the text is empty"),
            ("{\n  \"a\": 1,\n}", 3, 1, "found `}` where a name in double quotes was expected"),
            ("[1,]", 1, 4, "found `]` where a value was expected"),
            ("[1 2]", 1, 4, "found `2` where `,` or `]` was expected"),
            ("{\"a\" 1}", 1, 6, "found `1` where `:` was expected"),
            ("{'a': 1}", 1, 2, "found `'` where a name in double quotes was expected"),
            ("[\"é\", ?]", 1, 7, "found `?` where a value was expected"),
            ("01", 1, 1, "a number may not begin with a zero"),
            ("1.", 1, 3, "the text ends where a digit was expected"),
            ("-", 1, 2, "the text ends where a digit was expected"),
            ("1e+", 1, 4, "the text ends where a digit was expected"),
            ("1e999", 1, 1, "the number is beyond the range that can be kept"),
            ("tru", 1, 1, "found `t` where a value was expected"),
            ("NaN", 1, 1, "found `N` where a value was expected"),
            ("\"abc", 1, 1, "the string that begins here has no closing quote"),
            ("\"a\tb\"", 1, 3, "a control character in a string must be escaped"),
            ("\"\\x\"", 1, 2, "the escape in this string is not one that JSON knows"),
            ("\"\\ud800\"", 1, 2, "half of a surrogate pair stands alone"),
            ("\"\\u12G4\"", 1, 6, "found `G` where a hexadecimal digit was expected"),
            ("{\"a\":1,\r\n\"a\":2}", 2, 1, "the name `a` stands twice in one object"),
            ("1 1", 1, 3, "found `1` where the end of the text was expected"),
            ("\u{FEFF}1", 1, 1, "the text begins with a byte order mark, which JSON does not allow"),
        ])
    func broken(_ sample: (String, Int, Int, String)) {
        #expect(throws: JSONSyntaxError(line: sample.1, column: sample.2, message: sample.3)) {
            try JSONValue.parse(sample.0)
        }
    }

    @Test("bytes that are not UTF-8 are refused")
    func notUTF8() {
        let error = JSONSyntaxError(line: 1, column: 4, message: "a byte in a string is not UTF-8")
        #expect(throws: error) { try JSONValue.parse([0x22, 0x61, 0xC3, 0xA9, 0xFF, 0x22]) }
        #expect(throws: error) { try JSONValue.parse([0x22, 0x61, 0x62, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test("two hundred levels are read and one more is refused")
    func depth() throws {
        let deepest = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(throws: Never.self) { try JSONValue.parse(deepest) }
        #expect(throws: JSONSyntaxError(line: 1, column: 202, message: "values stand more than 200 levels deep")) {
            try JSONValue.parse("[" + "[" + String(repeating: "[", count: 198) + " [")
        }
    }

    @Test("values, escapes and numbers are read as they are written")
    func values() throws {
        let value = try JSONValue.parse(
            #" {"t":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00","n":[0,-0,-1.5e-3,12345678901234567890]} "#)
        #expect(value["t"] == "\"\\/\u{8}\u{C}\n\r\té😀")
        #expect(value["n"] == [0, 0, -0.0015, 12_345_678_901_234_567_890.0])
    }
}
