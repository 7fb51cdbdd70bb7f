import CanonicalJSON
import PolicyModel

extension JSONValue {
    /// The text, or null.
    static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
    static func strings(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map(JSONValue.string)) }

    /// A declared or measured value.
    init(_ value: PropertyValue?) {
        switch value {
        case .quantity(let quantity)?: self = ["unit": .string(quantity.unit), "value": .number(quantity.value)]
        case .number(let number)?: self = .number(number)
        case .text(let text)?: self = .string(text)
        case .flag(let flag)?: self = .bool(flag)
        case nil: self = .null
        }
    }
}

/// Rounding for the eye, done after all decisions: areas 1 m2, lengths 0.1 m, shares 4 decimals.
enum Rounding {
    static func area(_ value: Double) -> Double { value.rounded() }
    static func length(_ value: Double) -> Double { (value * 10).rounded() / 10 }
    static func share(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    static func measured(_ value: Double, unit: String?) -> Double {
        switch unit {
        case "m2": area(value)
        case "m": length(value)
        case "1": share(value)
        default: value
        }
    }
}
