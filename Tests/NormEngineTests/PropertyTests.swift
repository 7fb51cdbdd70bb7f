import NormEngine
import PolicyModel
import Testing

/// Tests on declared properties.
struct PropertyTests {
    private func scene(_ value: PropertyValue?) -> Scene {
        var scene = Scene()
        if let value { scene.part.properties["maat"] = value }
        return scene
    }

    private func celsius(_ value: Double) -> PropertyValue { .quantity(Quantity(value: value, unit: "Cel")) }

    private let missing = [Unknown(cause: .missingProperty, ref: "maat")]
    private let warm = #"{"property": "maat", "is": ">=", "value": 30, "unit": "Cel"}"#

    @Test("A property that is not declared leaves the answer open and is asked for")
    func notDeclared() throws {
        let outcome = try scene(nil).outcome(warm)
        #expect(outcome.truth == .unknown)
        #expect(outcome.missing == missing)
        #expect(outcome.trace == [TraceStep(step: "proef", about: "property:maat", result: .unknown)])
    }

    @Test("A test on what was declared only is no when nothing was")
    func declaredOnly() throws {
        let test = #"{"property": "maat", "is": "==", "value": "ja", "declaredOnly": true}"#
        #expect(try scene(nil).truth(test) == .no)
        #expect(try scene(.text("ja")).truth(test) == .yes)
        #expect(try scene(.text("nee")).truth(test) == .no)
        #expect(try scene(nil).truth(#"{"not": \#(test)}"#) == .yes)
    }

    @Test("A quantity is converted to the unit of the norm before it is compared")
    func conversion() throws {
        #expect(try scene(celsius(30)).truth(warm) == .yes)
        #expect(try scene(celsius(29.9)).truth(warm) == .no)
        #expect(try scene(.quantity(Quantity(value: 303.15, unit: "K"))).truth(warm) == .yes)
        #expect(try scene(.quantity(Quantity(value: 303, unit: "K"))).truth(warm) == .no)
        #expect(
            try scene(celsius(40)).outcome(warm).trace == [
                TraceStep(step: "proef", about: "property:maat", result: .yes, value: .number(40), unit: "Cel")
            ])
        let large = #"{"property": "maat", "is": ">", "value": {"value": 2, "unit": "har"}}"#
        #expect(try scene(.quantity(Quantity(value: 20_001, unit: "m2"))).truth(large) == .yes)
        #expect(try scene(.quantity(Quantity(value: 20_000, unit: "m2"))).truth(large) == .no)
    }

    @Test("What cannot be compared leaves the answer open")
    func notComparable() throws {
        for value in [
            PropertyValue.quantity(Quantity(value: 30, unit: "m")), .quantity(Quantity(value: 30, unit: "graden")),
            .text("30"), .flag(true), .number(30),
        ] {
            #expect(try scene(value).outcome(warm).missing == missing, "\(value)")
        }
        let bare = #"{"property": "maat", "is": ">", "value": 30}"#
        #expect(try scene(celsius(40)).outcome(bare).missing == missing)
        #expect(try scene(.text("veel")).truth(#"{"property": "maat", "is": ">", "value": "a"}"#) == .unknown)
        #expect(try scene(.number(3)).truth(#"{"property": "maat", "is": ">"}"#) == .unknown)
    }

    @Test("Numbers, texts and flags are compared with their like")
    func plain() throws {
        #expect(try scene(.number(120)).truth(#"{"property": "maat", "is": ">", "value": 100}"#) == .yes)
        #expect(try scene(.text("plicht")).truth(#"{"property": "maat", "is": "==", "value": "plicht"}"#) == .yes)
        #expect(try scene(.text("geen")).truth(#"{"property": "maat", "is": "!=", "value": "plicht"}"#) == .yes)
        #expect(try scene(.flag(false)).truth(#"{"property": "maat", "is": "==", "value": true}"#) == .no)
        #expect(try scene(.flag(false)).truth(#"{"property": "maat", "is": "!=", "value": true}"#) == .yes)
    }

    /// Around "circa 30" with 5 to either side.
    private static let circa: [(Double, Truth)] = [
        (20, .no), (25, .no), (25.1, .unknown), (30, .unknown), (34.9, .unknown), (35, .yes), (40, .yes),
    ]

    @Test("Circa leaves the answer open strictly inside the band", arguments: circa)
    func fuzzy(value: Double, expected: Truth) throws {
        let test = #"{"property": "maat", "is": ">=", "value": 30, "unit": "Cel", "fuzzy": 5}"#
        let outcome = try scene(celsius(value)).outcome(test)
        #expect(outcome.truth == expected)
        #expect(outcome.missing == (expected == .unknown ? missing : []))
        let kelvin = Quantity(value: value, unit: "Cel").converted(to: "K").map(PropertyValue.quantity)
        #expect(try scene(kelvin).truth(test) == expected)
    }

    @Test("A declared value that means not known leaves the answer open")
    func unknownFor() throws {
        let test = #"{"property": "maat", "is": "==", "value": "plicht", "unknownFor": ["beoordeling", "onbekend"]}"#
        #expect(try scene(.text("beoordeling")).outcome(test).missing == missing)
        #expect(try scene(.text("onbekend")).truth(test) == .unknown)
        #expect(try scene(.text("plicht")).truth(test) == .yes)
        #expect(try scene(.text("geen")).truth(test) == .no)
        let only = #"{"property": "maat", "is": "==", "value": "ja", "unknownFor": ["onbekend"], "declaredOnly": true}"#
        #expect(try scene(.text("onbekend")).truth(only) == .unknown)
    }

    @Test("One of a list is yes when any is equal")
    func oneOf() throws {
        let test = #"{"property": "maat", "is": "in", "values": ["a", "b"]}"#
        #expect(try scene(.text("a")).truth(test) == .yes)
        #expect(try scene(.text("b")).truth(test) == .yes)
        #expect(try scene(.text("c")).truth(test) == .no)
        #expect(try scene(.number(3)).truth(test) == .unknown)
        #expect(try scene(nil).truth(test) == .unknown)
        #expect(try scene(.text("a")).truth(#"{"property": "maat", "is": "in", "values": []}"#) == .no)
        let numbers = #"{"property": "maat", "is": "in", "values": [1, 2]}"#
        #expect(try scene(.number(2)).truth(numbers) == .yes)
        #expect(try scene(.number(3)).truth(numbers) == .no)
        let mixed = #"{"property": "maat", "is": "in", "values": [1, "a"]}"#
        #expect(try scene(.text("a")).truth(mixed) == .yes)
        #expect(try scene(.text("b")).truth(mixed) == .unknown)
    }
}
