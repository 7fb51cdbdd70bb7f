import PolicyModel
import Testing

@testable import Reporting

@Suite("Numbers as Dutch readers write them")
struct NumbersTests {
    @Test(
        "A comma stands before decimals and a point between thousands",
        arguments: [
            (0, 0, "0"), (999, 0, "999"), (1000, 0, "1.000"), (1_234_567.5, 1, "1.234.567,5"), (12.34, 1, "12,3"),
            (12.35, 1, "12,4"), (12, 2, "12,00"), (0.05, 2, "0,05"), (9.96, 1, "10,0"), (-1234.5, 1, "-1.234,5"),
            (-0.04, 1, "0,0"), (1e20, 0, "1e+20"), (-1e300, 2, "-1e+300"),
            (999_999_999_999_999, 0, "999.999.999.999.999"),
        ])
    func decimal(_ value: Double, _ digits: Int, _ expected: String) {
        #expect(Numbers.decimal(value, digits: digits) == expected)
    }

    @Test("An area is in square metres below a hectare and in hectares above")
    func area() {
        #expect(Numbers.area(0) == "0 m²")
        #expect(Numbers.area(9999) == "9.999 m²")
        #expect(Numbers.area(10_000) == "1,0 ha")
        #expect(Numbers.area(26_123_456) == "2.612,3 ha")
    }

    @Test("A length is in metres below a kilometre and in kilometres above")
    func length() {
        #expect(Numbers.length(0.4) == "0 m")
        #expect(Numbers.length(999) == "999 m")
        #expect(Numbers.length(1000) == "1,0 km")
        #expect(Numbers.length(12_340) == "12,3 km")
    }

    @Test("A value just below a border goes over it, so that no line says 10.000 m² or 1.000 m")
    func roundedOver() {
        #expect(Numbers.area(9999.7) == "1,0 ha")
        #expect(Numbers.length(999.7) == "1,0 km")
    }

    @Test("A share is a whole percentage, and a little is never nothing")
    func percent() {
        #expect(Numbers.percent(0) == "0 %")
        #expect(Numbers.percent(0.004) == "minder dan 1 %")
        #expect(Numbers.percent(0.005) == "1 %")
        #expect(Numbers.percent(0.5) == "50 %")
        #expect(Numbers.percent(1) == "100 %")
    }

    @Test("Values have the unit that people know behind them")
    func values() {
        #expect(Numbers.value(.quantity(Quantity(value: 55, unit: "Cel"))) == "55 °C")
        #expect(Numbers.value(.quantity(Quantity(value: 2.5, unit: "har"))) == "2,5 ha")
        #expect(Numbers.value(.quantity(Quantity(value: 1_200_000, unit: "m3"))) == "1.200.000 m³")
        #expect(Numbers.value(.quantity(Quantity(value: 30, unit: "a"))) == "30 jaar")
        #expect(Numbers.value(.number(150)) == "150")
        #expect(Numbers.value(.text("vast")) == "vast")
        #expect(Numbers.value(.flag(true)) == "ja")
        #expect(Numbers.value(.flag(false)) == "nee")
    }
}
