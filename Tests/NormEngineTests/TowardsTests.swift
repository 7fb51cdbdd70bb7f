import NormEngine
import PolicyModel
import Testing

struct TowardsTests {
    private let test = #"{"towards": {"settlement": "Dorp", "designation": "heide", "metres": 500}}"#
    private let key = TowardsKey(settlement: "Dorp", designation: "heide", metres: 500)

    @Test("Whether the place lies on that side is what was measured", arguments: Truth.allCases)
    func measured(truth: Truth) throws {
        var scene = Scene()
        scene.part.facts.towards = [key: truth]
        let outcome = try scene.outcome(test)
        #expect(outcome.truth == truth)
        #expect(outcome.missing == (truth == .unknown ? [Unknown(cause: .noData, ref: "heide")] : []))
        #expect(outcome.trace == [TraceStep(step: "proef", about: "towards:Dorp/heide", result: truth)])
    }

    @Test("What was measured for another distance, side or settlement says nothing")
    func other() throws {
        var scene = Scene()
        scene.part.facts.towards = [
            TowardsKey(settlement: "Dorp", designation: "heide", metres: 400): .yes,
            TowardsKey(settlement: "Dorp", designation: "bos", metres: 500): .yes,
            TowardsKey(settlement: "Stad", designation: "heide", metres: 500): .no,
        ]
        #expect(try scene.truth(test) == .unknown)
    }
}
