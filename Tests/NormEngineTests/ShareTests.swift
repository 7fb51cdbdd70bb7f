import NormEngine
import PolicyModel
import Testing

struct ShareTests {
    private func test(_ comparison: String, _ value: Double) -> String {
        #"{"share": {"designation": "vlak", "is": "\#(comparison)", "value": \#(value)}}"#
    }

    @Test("The share that overlaps is compared with the bound and stands in the trace")
    func hit() throws {
        let scene = Scene(layer(.hit, share: 0.25))
        #expect(try scene.truth(test(">=", 0.25)) == .yes)
        #expect(try scene.truth(test(">", 0.25)) == .no)
        #expect(try scene.truth(test("<", 0.5)) == .yes)
        #expect(try scene.truth(test("<=", 0.2)) == .no)
        #expect(
            try scene.outcome(test(">=", 0.2)).trace == [
                TraceStep(step: "proef", about: "share:vlak", result: .yes, value: .number(0.25), unit: "1")
            ])
    }

    @Test("No hit is a share of nothing")
    func none() throws {
        #expect(try Scene(layer(.none)).truth(test(">", 0)) == .no)
        #expect(try Scene(layer(.none)).truth(test("<", 0.1)) == .yes)
        #expect(try Scene(layer(.none)).truth(test("==", 0)) == .yes)
    }

    @Test("A hit whose share is not known leaves the answer open, and so does everything else that is not known")
    func notKnown() throws {
        for comparison in ["<", ">="] {
            let test = test(comparison, 0.5)
            #expect(try Scene(layer(.hit)).outcome(test).missing == [Unknown(cause: .noData, ref: "vlak")])
            #expect(try Scene(layer(.near, nearest: 5)).outcome(test).missing == [Unknown(cause: .near, ref: "vlak")])
            #expect(try Scene(layer(.noData)).outcome(test).missing == [Unknown(cause: .noData, ref: "vlak")])
            #expect(try Scene().outcome(test).missing == [Unknown(cause: .noLayer, ref: "vlak")])
            #expect(try Scene(layer(.failed)).outcome(test).missing == [Unknown(cause: .failed, ref: "laag")])
        }
    }

    @Test("An uncertain hit makes a yes uncertain")
    func uncertain() throws {
        let outcome = try Scene(layer(.hit, certain: false, share: 0.9)).outcome(test(">", 0.5))
        #expect(outcome.truth == .yes)
        #expect(outcome.uncertainDesignations == ["vlak"])
    }

    @Test("At least so much in one layer is enough, at most so much must hold in every layer")
    func severalLayers() throws {
        let much = layer(.hit, named: "een", share: 0.9)
        let nothing = layer(.none, named: "twee")
        for order in [[much, nothing], [nothing, much]] {
            var scene = Scene()
            scene.place(order)
            #expect(try scene.truth(test(">=", 0.5)) == .yes)
            #expect(try scene.truth(test("<", 0.5)) == .no)
            #expect(try scene.truth(test("<=", 0.9)) == .yes)
        }
        let failed = layer(.failed, named: "drie")
        #expect(try Scene(much, failed).truth(test(">=", 0.5)) == .yes)
        #expect(try Scene(much, failed).truth(test("<", 0.5)) == .no)
        #expect(try Scene(nothing, failed).truth(test("<", 0.5)) == .unknown)
    }
}
