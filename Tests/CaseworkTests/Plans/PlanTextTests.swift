import CanonicalJSON
import Casework
import PolicyModel
import Testing

@Suite("Texts of fields")
struct PlanTextTests {
    @Test(
        "Numbers are read as people type them",
        arguments: [
            ("12", 12), ("2,5", 2.5), ("2.5", 2.5), ("1.250", 1250), ("1.250,5", 1250.5), ("1.250.000", 1_250_000),
            (" 1 000 ", 1000), ("-3", -3), ("\u{2212}3,25", -3.25), ("0.125", 0.125), ("12.34", 12.34), ("0,1", 0.1),
        ])
    func numbers(_ text: String, _ number: Double) { #expect(DutchNumber.parse(text) == number) }

    @Test(
        "What is no number is not guessed",
        arguments: ["", "x", "1,2,3", "1,", ",5", "1..2", "12.34,5", "1.2.3", "5 ha", "nan", "1e5", "--1", "."])
    func noNumbers(_ text: String) { #expect(DutchNumber.parse(text) == nil) }

    @Test("A number is shown so that it is read again", arguments: [0, 12, 2.5, -3.25, 1_250_000, 0.1])
    func shown(_ number: Double) {
        #expect(DutchNumber.parse(DutchNumber.text(number)) == number)
        #expect(!DutchNumber.text(number).contains("."))
    }

    private func property(
        _ kind: PropertyDefinition.Kind, unit: String? = nil, values: [String] = []
    ) throws -> PropertyDefinition {
        let text = """
            {"id":"p","label":"Maat","kind":"\(kind.rawValue)","asks":"Hoe groot?"\(unit.map { ",\"unit\":\"\($0)\"" } ?? "")
            ,"values":[\(values.map { "\"\($0)\"" }.joined(separator: ","))]}
            """
        return try decode(text)
    }

    @Test("A value is read from its field and shown in it again")
    func values() throws {
        let cases: [(PropertyDefinition, String, JSONValue)] = [
            (try property(.quantity, unit: "Cel"), "12,5", ["value": 12.5, "unit": "Cel"]),
            (try property(.count), "600", 600), (try property(.choice, values: ["a", "b"]), "b", "b"),
            (try property(.flag), "nee", false), (try property(.text), "Aan de kade", "Aan de kade"),
        ]
        for (property, text, value) in cases {
            #expect(try PropertyText.value(from: text, property) == value)
            #expect(PropertyText.text(of: value, property) == text)
            #expect(try PropertyText.value(from: "  ", property) == nil)
        }
    }

    @Test("A value in another unit is shown in that of the property; one that does not fit is not shown")
    func units() throws {
        let property = try property(.quantity, unit: "har")
        #expect(PropertyText.text(of: ["value": 25_000, "unit": "m2"], property) == "2,5")
        #expect(PropertyText.text(of: ["value": 3, "unit": "Cel"], property) == "")
        #expect(PropertyText.text(of: "drie", property) == "")
    }

    private func problem(_ text: String, _ property: PropertyDefinition) throws -> String? {
        do {
            _ = try PropertyText.value(from: text, property)
            return nil
        } catch {
            return error.text
        }
    }

    @Test("What does not fit is refused in words")
    func refused() throws {
        let cases: [(PropertyDefinition, String, String)] = [
            (
                try property(.quantity, unit: "Cel"), "warm",
                "Schrijf bij \u{2018}Maat\u{2019} een getal, bijvoorbeeld 12,5."
            ),
            (
                try property(.count), "2,5",
                "Schrijf bij \u{2018}Maat\u{2019} een heel getal van nul of meer, zonder eenheid."
            ),
            (
                try property(.choice, values: ["a"]), "c",
                "Kies bij \u{2018}Maat\u{2019} een van de mogelijkheden."
            ),
            (try property(.flag), "misschien", "Kies bij \u{2018}Maat\u{2019} ja of nee."),
        ]
        for (property, text, words) in cases {
            #expect(try problem(text, property) == words)
        }
    }
}
