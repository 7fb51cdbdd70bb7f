public import CanonicalJSON
public import PolicyModel

/// The value of a declared property as a form holds it.
public enum PropertyText {
    /// What cannot be read, in words for who typed it.
    public struct Problem: Error, Sendable, Hashable {
        public var text: String
    }

    /// What stands in the field; empty for what was not told or does not fit the property.
    public static func text(of value: JSONValue?, _ property: PropertyDefinition) -> String {
        guard let value else { return "" }
        switch property.kind {
        case .quantity:
            guard let number = value["value"]?.number, let unit = value["unit"]?.string else { return "" }
            let shown = Quantity(value: number, unit: unit).converted(to: property.unit ?? unit)
            return shown.map { DutchNumber.text($0.value) } ?? ""
        case .count: return (value.number ?? value["value"]?.number).map(DutchNumber.text) ?? ""
        case .choice, .text: return value.string ?? ""
        case .flag: return value.bool.map { $0 ? "ja" : "nee" } ?? ""
        }
    }

    /// The value that a text stands for; `nil` for an empty field, which is "not known".
    public static func value(from text: String, _ property: PropertyDefinition) throws(Problem) -> JSONValue? {
        guard let text = text.nonEmpty else { return nil }
        switch property.kind {
        case .quantity:
            guard let number = DutchNumber.parse(text) else {
                throw Problem(text: "Schrijf bij \u{2018}\(property.label)\u{2019} een getal, bijvoorbeeld 12,5.")
            }
            return ["value": .number(number), "unit": .string(property.unit ?? "1")]
        case .count:
            guard let number = DutchNumber.parse(text), number >= 0, number == number.rounded() else {
                throw Problem(
                    text:
                        "Schrijf bij \u{2018}\(property.label)\u{2019} een heel getal van nul of meer, zonder eenheid.")
            }
            return .number(number)
        case .choice:
            guard property.values.contains(text) else {
                throw Problem(text: "Kies bij \u{2018}\(property.label)\u{2019} een van de mogelijkheden.")
            }
            return .string(text)
        case .flag:
            guard ["ja", "nee"].contains(text) else {
                throw Problem(text: "Kies bij \u{2018}\(property.label)\u{2019} ja of nee.")
            }
            return .bool(text == "ja")
        case .text: return .string(text)
        }
    }
}
