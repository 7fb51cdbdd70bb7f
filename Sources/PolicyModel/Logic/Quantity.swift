/// A number with a UCUM unit code. Units are converted, never guessed.
public struct Quantity: Sendable, Hashable, Codable {
    public var value: Double
    /// UCUM code (`Cel`, `m`, `har`, `m3`, `1` for a bare number).
    public var unit: String

    public init(value: Double, unit: String) {
        self.value = value
        self.unit = unit
    }

    /// The same amount in another unit; `nil` when the units measure different things or one is not known.
    public func converted(to target: String) -> Quantity? {
        guard let from = UnitScale.named(unit), let to = UnitScale.named(target), from.dimension == to.dimension else {
            return nil
        }
        if from == to { return Quantity(value: value, unit: target) }
        let exact = (value * from.factor + from.offset - to.offset) / to.factor
        return Quantity(value: exact.roundedToTwelveDigits, unit: target)
    }
}

/// What a unit measures and how it scales to the base unit of that dimension: `base = value * factor + offset`.
struct UnitScale: Hashable {
    let dimension: String
    let factor: Double
    let offset: Double

    static func named(_ code: String) -> UnitScale? { table[code] }

    /// UCUM codes and the everyday spellings accepted beside them.
    private static let table: [String: UnitScale] = {
        var table: [String: UnitScale] = [:]
        func add(_ dimension: String, _ factor: Double, _ codes: String..., offset: Double = 0) {
            for code in codes { table[code] = UnitScale(dimension: dimension, factor: factor, offset: offset) }
        }
        add("temperature", 1, "K")
        add("temperature", 1, "Cel", "degC", "°C", offset: 273.15)
        add("length", 1, "m")
        add("length", 0.01, "cm")
        add("length", 0.001, "mm")
        add("length", 1000, "km")
        add("area", 1, "m2")
        add("area", 10_000, "har", "ha")
        add("area", 1_000_000, "km2")
        add("volume", 1, "m3")
        add("volume", 0.001, "L", "l")
        add("power", 1, "W")
        add("power", 1000, "kW")
        add("power", 1_000_000, "MW")
        add("power", 1_000_000_000, "GW")
        add("energy", 1, "W.h", "Wh")
        add("energy", 1000, "kW.h", "kWh")
        add("energy", 1_000_000, "MW.h", "MWh")
        add("time", 1, "a", "jaar")
        add("time", 1.0 / 12, "mo", "maand")
        add("count", 1, "1")
        add("count", 0.01, "%")
        return table
    }()
}

extension Double {
    /// Without the noise that factors such as 0.01 leave in the last digits, so that a value at a bound stays at it.
    fileprivate var roundedToTwelveDigits: Double {
        guard self != 0, isFinite else { return self }
        var scale = 1.0
        var size = magnitude
        while size >= 1e12 {
            size /= 10
            scale /= 10
        }
        while size < 1e11 {
            size *= 10
            scale *= 10
        }
        return (self * scale).rounded() / scale
    }
}

/// Whether a unit code is one that Kompas can convert.
public func isKnownUnit(_ code: String) -> Bool { UnitScale.named(code) != nil }
