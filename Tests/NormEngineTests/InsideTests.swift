import NormEngine
import PolicyModel
import Testing

struct InsideTests {
    private let test = #"{"in": "vlak"}"#

    @Test("A hit is yes and measured")
    func hit() throws {
        let outcome = try Scene(layer(.hit, hits: [overlapping("A")], area: 100)).outcome(test)
        #expect(outcome.truth == .yes)
        #expect(outcome.certain)
        #expect(outcome.missing.isEmpty)
        #expect(
            outcome.trace == [TraceStep(step: "proef", about: "in:vlak", result: .yes, value: .number(100), unit: "m2")]
        )
    }

    @Test("A hit within the width inside the line is yes but not certain")
    func uncertain() throws {
        let outcome = try Scene(layer(.hit, certain: false, hits: [overlapping("A", certain: false)])).outcome(test)
        #expect(outcome.truth == .yes)
        #expect(!outcome.certain)
        #expect(outcome.uncertainDesignations == ["vlak"])
        #expect(outcome.missing.isEmpty)
    }

    @Test("Only near the line is unknown and says how near")
    func near() throws {
        let outcome = try Scene(layer(.near, width: 100, nearest: 40)).outcome(test)
        #expect(outcome.truth == .unknown)
        #expect(outcome.missing == [Unknown(cause: .near, ref: "vlak")])
        #expect(
            outcome.trace == [
                TraceStep(step: "proef", about: "in:vlak", result: .unknown, value: .number(40), unit: "m")
            ])
    }

    @Test("No hit is no, with the distance when one is known")
    func none() throws {
        #expect(
            try Scene(layer(.none)).outcome(test).trace == [TraceStep(step: "proef", about: "in:vlak", result: .no)])
        #expect(
            try Scene(layer(.none, nearest: 700)).outcome(test).trace == [
                TraceStep(step: "proef", about: "in:vlak", result: .no, value: .number(700), unit: "m")
            ])
    }

    @Test("Not knowing is unknown and says why: outside coverage, no layer, or failed")
    func notKnowing() throws {
        #expect(try Scene(layer(.noData)).outcome(test).missing == [Unknown(cause: .noData, ref: "vlak")])
        #expect(try Scene(layer(.noLayer)).outcome(test).missing == [Unknown(cause: .noLayer, ref: "vlak")])
        #expect(try Scene().outcome(test).missing == [Unknown(cause: .noLayer, ref: "vlak")])
        #expect(try Scene(layer(.failed)).outcome(test).missing == [Unknown(cause: .failed, ref: "laag")])
        #expect(try Scene(layer(.failed, named: nil)).outcome(test).missing == [Unknown(cause: .failed, ref: "vlak")])
        for state in [LayerState.noData, .noLayer, .failed] { #expect(try Scene(layer(state)).truth(test) == .unknown) }
    }

    /// Two layers of one designation and the outcome by hand: any yes is yes, all no is no.
    private static let pairs: [(LayerState, LayerState, Truth)] = [
        (.hit, .none, .yes), (.hit, .noData, .yes), (.hit, .failed, .yes), (.hit, .near, .yes),
        (.none, .none, .no), (.none, .noData, .unknown), (.none, .near, .unknown), (.none, .failed, .unknown),
        (.near, .noData, .unknown),
    ]

    @Test("Of several layers one that says yes is enough and all must say no for a no", arguments: pairs)
    func severalLayers(first: LayerState, second: LayerState, expected: Truth) throws {
        let facts = [layer(first, named: "een"), layer(second, named: "twee")]
        for order in [facts, facts.reversed()] {
            var scene = Scene()
            scene.place(order)
            let outcome = try scene.outcome(test)
            #expect(outcome.truth == expected)
            #expect(outcome.trace.count == 2)
            #expect(outcome.missing.isEmpty == (expected != .unknown))
        }
    }

    @Test("Of several layers a certain hit makes an uncertain one certain, and both reasons not to know are named")
    func severalLayersCertainty() throws {
        let sure = layer(.hit, named: "een", hits: [overlapping("A")])
        let unsure = layer(.hit, named: "twee", certain: false, hits: [overlapping("B", certain: false)])
        #expect(try Scene(sure, unsure).outcome(test).certain)
        #expect(try Scene(sure, unsure).outcome(test).uncertainDesignations.isEmpty)
        #expect(try !Scene(unsure, layer(.none)).outcome(test).certain)
        #expect(
            Set(try Scene(layer(.near), layer(.failed)).outcome(test).missing) == [
                Unknown(cause: .near, ref: "vlak"), Unknown(cause: .failed, ref: "laag"),
            ])
    }

    @Test("Another designation says nothing about this one")
    func otherDesignation() throws {
        #expect(try Scene(layer(.hit, of: "elders")).outcome(test).missing == [Unknown(cause: .noLayer, ref: "vlak")])
    }

    @Test("Anywhere is yes whatever is known")
    func anywhere() throws {
        let outcome = try Scene().outcome(#"{"anywhere": true}"#)
        #expect(outcome.truth == .yes && outcome.certain && outcome.trace.isEmpty)
    }
}
