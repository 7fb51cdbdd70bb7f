import PolicyModel
import Testing

struct PropertyValueTests {
    private static let values: [(String, PropertyValue)] = [
        ("30", .number(30)), ("0", .number(0)), ("1", .number(1)), ("-2.5", .number(-2.5)), ("true", .flag(true)),
        ("false", .flag(false)), (#""plicht""#, .text("plicht")), (#""30""#, .text("30")), (#""true""#, .text("true")),
        (#"{"value": 40, "unit": "Cel"}"#, .quantity(Quantity(value: 40, unit: "Cel"))),
    ]

    @Test("A value is read by its form and survives being written", arguments: values)
    func forms(json: String, expected: PropertyValue) throws {
        let read = try decode([PropertyValue].self, "[\(json)]")
        #expect(read == [expected])
        #expect(try thereAndBack(read) == read)
    }

    @Test("A value of another form is refused", arguments: ["null", "[1]", #"{"value": 40}"#, #"{"unit": "Cel"}"#])
    func refused(json: String) {
        #expect(throws: DecodingError.self) { try decode([PropertyValue].self, "[\(json)]") }
    }
}
