import CanonicalJSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("names are sorted by UTF-16 code units, as in section 3.2.3 of RFC 8785")
    func sorting() throws {
        let value: JSONValue = [
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
            "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis",
        ]
        let order = try JSONValue.parse(value.canonical()).object?.keys
        #expect(order == ["\r", "1", "\u{80}", "\u{f6}", "\u{20ac}", "\u{1F600}", "\u{fb33}"])
    }

    @Test("the sample of section 3.2.2 of RFC 8785 comes out exactly")
    func sample() throws {
        let text = #"""
            {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
             "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}
            """#
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try JSONValue.parse(text).canonicalString == expected)
    }

    @Test("pretty text keeps the order of members and leaves empty ones closed")
    func pretty() {
        let value: JSONValue = ["b": [1, 2.5, nil], "a": ["x": true], "leeg": [], "niets": [:]]
        let expected = """
            {
              "b": [
                1,
                2.5,
                null
              ],
              "a": {
                "x": true
              },
              "leeg": [],
              "niets": {}
            }
            """
        #expect(value.pretty() == expected)
        #expect(value.compact() == #"{"b":[1,2.5,null],"a":{"x":true},"leeg":[],"niets":{}}"#)
    }

    @Test("objects are equal whatever the order of their members")
    func equality() {
        let left: JSONValue = ["a": 1, "b": 2]
        let right: JSONValue = ["b": 2, "a": 1]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1, "b": 3])
    }

    @Test("an object with many members finds, replaces and removes each of them")
    func manyMembers() {
        var object = JSONObject((0..<100).map { ("k\($0)", .number(Double($0))) })
        #expect(object["k77"] == 77)
        object["k50"] = nil
        object["k3"] = "drie"
        #expect(object.count == 99)
        #expect(object["k99"] == 99)
        #expect(object["k50"] == nil)
        #expect(object.members[3].value == "drie")
    }
}
