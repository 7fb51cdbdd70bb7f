import PolicyModel
import Testing

struct QuantityTests {
    /// Value, unit, other unit, value in that unit: each worked out by hand, each exact in binary.
    private static let conversions: [(Double, String, String, Double)] = [
        (0, "Cel", "K", 273.15), (25, "Cel", "K", 298.15), (30, "Cel", "Cel", 30), (300, "K", "K", 300),
        (30, "degC", "Cel", 30), (30, "°C", "K", 303.15), (273.15, "K", "Cel", 0), (298.15, "K", "Cel", 25),
        (-273.15, "Cel", "K", 0),
        (1, "har", "m2", 10_000), (2.5, "ha", "m2", 25_000), (25_000, "m2", "har", 2.5), (1, "km2", "har", 100),
        (261, "har", "km2", 2.61), (3, "ha", "har", 3),
        (1, "km", "m", 1000), (150, "cm", "m", 1.5), (2500, "mm", "m", 2.5), (500, "m", "km", 0.5),
        (1000, "L", "m3", 1), (1000, "l", "L", 1000),
        (1, "MW", "kW", 1000), (2, "GW", "MW", 2000), (1500, "kW", "MW", 1.5), (3, "W", "W", 3),
        (1, "MWh", "kW.h", 1000), (2, "kWh", "W.h", 2000),
        (2, "a", "mo", 24), (12, "maand", "jaar", 1), (50, "%", "1", 0.5),
    ]

    @Test("A quantity is the same amount in another unit", arguments: conversions)
    func converts(value: Double, unit: String, other: String, expected: Double) {
        #expect(Quantity(value: value, unit: unit).converted(to: other) == Quantity(value: expected, unit: other))
    }

    @Test(
        "Units that measure different things or are not known cannot be converted",
        arguments: [
            ("Cel", "m"), ("har", "m"), ("m3", "m2"), ("W", "W.h"), ("a", "m"), ("1", "m"), ("vierkante meter", "m2"),
            ("m2", "morgen"), ("morgen", "morgen"), ("cel", "Cel"), ("M", "m"), ("", "m"),
        ])
    func refuses(unit: String, other: String) {
        #expect(Quantity(value: 1, unit: unit).converted(to: other) == nil)
    }

    @Test("A temperature and back again is the same within a billionth")
    func andBack() {
        for value in stride(from: -20.0, through: 90, by: 0.5) {
            let back = Quantity(value: value, unit: "Cel").converted(to: "K")?.converted(to: "Cel")?.value
            #expect(back.map { abs($0 - value) < 1e-9 } == true)
        }
    }

    @Test("Only units of the table are known")
    func knownUnits() {
        #expect(["Cel", "K", "har", "ha", "m2", "m3", "MW", "1", "%"].allSatisfy(isKnownUnit))
        #expect(!["graden", "hectare", "", "cel"].contains(where: isKnownUnit))
    }

    @Test(
        "A bound in one unit is met exactly by the same amount in another",
        arguments: [
            (35.0, "cm", "m", 0.35), (9, "L", "m3", 0.009), (2.01, "km2", "har", 201), (1024.15, "K", "Cel", 751),
            (4.1, "MW", "kW", 4100),
        ])
    func atTheBound(value: Double, unit: String, other: String, expected: Double) {
        #expect(Quantity(value: value, unit: unit).converted(to: other)?.value == expected)
    }
}
