public import PolicyModel

/// Numbers as Dutch readers write them: a comma for decimals, a point for thousands, a unit behind.
public enum Numbers {
    /// What is too large to be meant, or no number at all, is shown as the machine writes it.
    public static func decimal(_ value: Double, digits: Int) -> String {
        guard value.magnitude < 1e15 else { return String(value).replacing(".", with: ",") }
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let rounded = (value * scale).rounded() / scale
        let whole = rounded.magnitude.rounded(.down)
        var text = grouped(Int(whole))
        if digits > 0 {
            let fraction = String(Int(((rounded.magnitude - whole) * scale).rounded()))
            text += "," + String(repeating: "0", count: digits - fraction.count) + fraction
        }
        return rounded < 0 ? "-" + text : text
    }

    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += "." }
            text.append(digit)
        }
        return text
    }

    /// Square metres below a hectare, hectares above.
    public static func area(_ squareMetres: Double) -> String {
        squareMetres.rounded() < 10_000
            ? "\(decimal(squareMetres, digits: 0)) m²" : "\(decimal(squareMetres / 10_000, digits: 1)) ha"
    }

    public static func length(_ metres: Double) -> String {
        metres.rounded() < 1000 ? "\(decimal(metres, digits: 0)) m" : "\(decimal(metres / 1000, digits: 1)) km"
    }

    public static func percent(_ share: Double) -> String {
        let value = share * 100
        if value > 0, value < 0.5 { return "minder dan 1 %" }
        return "\(decimal(value, digits: 0)) %"
    }

    public static func value(_ value: PropertyValue) -> String {
        switch value {
        case .quantity(let quantity): "\(trimmed(quantity.value)) \(unit(quantity.unit))"
        case .number(let number): trimmed(number)
        case .text(let text): text
        case .flag(let flag): flag ? "ja" : "nee"
        }
    }

    public static func trimmed(_ number: Double) -> String {
        number == number.rounded() ? decimal(number, digits: 0) : decimal(number, digits: 1)
    }

    public static func unit(_ code: String) -> String {
        switch code {
        case "Cel", "degC": "°C"
        case "har", "ha": "ha"
        case "m2": "m²"
        case "m3": "m³"
        case "a": "jaar"
        case "1": ""
        default: code
        }
    }
}
