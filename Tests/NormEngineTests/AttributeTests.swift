import NormEngine
import PolicyModel
import Testing

struct AttributeTests {
    private func test(_ comparison: String, _ value: String) -> String {
        #"{"attribute": {"designation": "vlak", "name": "klasse", "is": "\#(comparison)", "value": \#(value)}}"#
    }

    private func scene(_ values: PropertyValue?...) -> Scene {
        Scene(layer(.hit, hits: values.map { value in overlapping("A", value.map { ["klasse": $0] } ?? [:]) }))
    }

    private let notKnown = Unknown(cause: .noData, ref: "vlak/klasse")

    @Test("A text is compared with a text")
    func texts() throws {
        #expect(try scene(.text("groot")).truth(test("==", #""groot""#)) == .yes)
        #expect(try scene(.text("klein")).truth(test("==", #""groot""#)) == .no)
        #expect(try scene(.text("klein")).truth(test("!=", #""groot""#)) == .yes)
        #expect(
            try scene(.text("klein")).outcome(test("==", #""groot""#)).trace == [
                TraceStep(step: "proef", about: "attribute:vlak/klasse", result: .no, value: .text("klein"))
            ])
    }

    @Test("Numbers, flags and quantities are compared, quantities in the unit of the norm")
    func otherValues() throws {
        #expect(try scene(.number(3)).truth(test(">", "2")) == .yes)
        #expect(try scene(.flag(true)).truth(test("==", "true")) == .yes)
        #expect(try scene(.flag(true)).truth(test("!=", "true")) == .no)
        let litres = PropertyValue.quantity(Quantity(value: 5000, unit: "L"))
        #expect(try scene(litres).truth(test(">=", #"{"value": 5, "unit": "m3"}"#)) == .yes)
        #expect(try scene(litres).truth(test(">", #"{"value": 5, "unit": "m3"}"#)) == .no)
    }

    @Test("An attribute that is missing, not known or of another kind leaves the answer open")
    func notTold() throws {
        for value in [nil, PropertyValue.text("unknown"), .number(3), .quantity(Quantity(value: 1, unit: "m3"))] {
            for comparison in ["==", "!="] {
                let outcome = try scene(value).outcome(test(comparison, #""groot""#))
                #expect(outcome.truth == .unknown, "\(String(describing: value)) \(comparison)")
                #expect(outcome.missing == [notKnown])
            }
        }
        #expect(try scene(.text("unknown")).truth(test(">=", #"{"value": 5, "unit": "m3"}"#)) == .unknown)
        #expect(
            try scene(.quantity(Quantity(value: 5, unit: "m"))).truth(test(">=", #"{"value": 5, "unit": "m3"}"#))
                == .unknown)
    }

    @Test("One feature that satisfies is enough; one that is not known keeps the others from a no")
    func severalFeatures() throws {
        #expect(try scene(.text("klein"), .text("groot")).truth(test("==", #""groot""#)) == .yes)
        #expect(try scene(.text("unknown"), .text("groot")).truth(test("==", #""groot""#)) == .yes)
        #expect(try scene(.text("unknown"), .text("klein")).truth(test("==", #""groot""#)) == .unknown)
        #expect(try scene(.text("klein"), .text("klein")).truth(test("==", #""groot""#)) == .no)
    }

    @Test("A feature that is only nearby does not count")
    func nearbyFeature() throws {
        var near = nearby("B", at: 30)
        near.attributes = ["klasse": .text("groot")]
        let hit = overlapping("A", ["klasse": .text("klein")])
        #expect(try Scene(layer(.hit, hits: [hit, near])).truth(test("==", #""groot""#)) == .no)
        #expect(try Scene(layer(.none, hits: [near])).truth(test("==", #""groot""#)) == .no)
    }

    @Test("An uncertain hit makes a yes uncertain")
    func uncertain() throws {
        let hit = overlapping("A", ["klasse": .text("groot")], certain: false)
        let outcome = try Scene(layer(.hit, certain: false, hits: [hit])).outcome(test("==", #""groot""#))
        #expect(outcome.truth == .yes)
        #expect(outcome.uncertainDesignations == ["vlak"])
    }

    @Test("Without a hit it is no, near or not known it is unknown, and each leaves a trace")
    func states() throws {
        let equal = test("==", #""groot""#)
        let none = try Scene(layer(.none)).outcome(equal)
        #expect(none.truth == .no)
        #expect(none.trace == [TraceStep(step: "proef", about: "attribute:vlak/klasse", result: .no)])
        #expect(try Scene(layer(.near, nearest: 5)).outcome(equal).missing == [Unknown(cause: .near, ref: "vlak")])
        #expect(try Scene(layer(.noData)).outcome(equal).missing == [Unknown(cause: .noData, ref: "vlak")])
        #expect(try Scene().outcome(equal).missing == [Unknown(cause: .noLayer, ref: "vlak")])
        #expect(try Scene(layer(.failed)).outcome(equal).missing == [Unknown(cause: .failed, ref: "laag")])
    }
}
