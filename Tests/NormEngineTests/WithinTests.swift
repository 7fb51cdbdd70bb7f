import NormEngine
import PolicyModel
import Testing

struct WithinTests {
    private let test = #"{"within": {"designation": "vlak", "metres": 100}}"#

    /// Distance to the nearest feature, width of the line, and by hand: truth, certain.
    private static let distances: [(Double, Double?, Truth, Bool)] = [
        (0, nil, .yes, true), (99.9, nil, .yes, true), (100, nil, .yes, true), (100.1, nil, .no, true),
        (500, nil, .no, true),
        // A line that may lie 20 m to either side: sure up to 80, unknown from beyond 100 up to 120.
        (80, 20, .yes, true), (80.5, 20, .yes, false), (100, 20, .yes, false), (100.5, 20, .unknown, true),
        (120, 20, .unknown, true), (120.5, 20, .no, true),
        // Inside, and not only in the width within the line.
        (0, 300, .yes, true),
    ]

    @Test("Near enough is yes, and the width of an indicative line makes it uncertain or unknown", arguments: distances)
    func distance(metres: Double, width: Double?, expected: Truth, certain: Bool) throws {
        let state: LayerState = metres == 0 ? .hit : .none
        let scene = Scene(layer(state, width: width, nearest: metres, searched: 1000))
        let outcome = try scene.outcome(test)
        #expect(outcome.truth == expected)
        #expect(outcome.certain == certain)
        #expect(outcome.uncertainDesignations == (certain ? [] : ["vlak"]))
        #expect(outcome.missing == (expected == .unknown ? [Unknown(cause: .near, ref: "vlak")] : []))
        #expect(
            outcome.trace == [
                TraceStep(step: "proef", about: "within:vlak", result: expected, value: .number(metres), unit: "m")
            ])
    }

    @Test("A hit that is uncertain itself is within but uncertain")
    func uncertainHit() throws {
        let outcome = try Scene(layer(.hit, certain: false, width: 300, nearest: 0, searched: 1000)).outcome(test)
        #expect(outcome.truth == .yes)
        #expect(!outcome.certain)
    }

    @Test("Near the line is never called near: 40 m away is simply within 100 m")
    func nearState() throws {
        #expect(try Scene(layer(.near, width: 50, nearest: 40, searched: 1000)).outcome(test).truth == .yes)
    }

    @Test("Nothing found is no when all of the distance was searched and covered, else unknown")
    func nothingFound() throws {
        #expect(try Scene(layer(.none, searched: 100)).truth(test) == .no)
        #expect(try Scene(layer(.none, searched: 99)).outcome(test).missing == [Unknown(cause: .noData, ref: "vlak")])
        #expect(
            try Scene(layer(.none, searched: 100, covered: false)).outcome(test).missing == [
                Unknown(cause: .noData, ref: "vlak")
            ])
        #expect(
            try Scene(layer(.none, nearest: 500, searched: 1000, covered: false)).outcome(test).missing == [
                Unknown(cause: .noData, ref: "vlak")
            ])
    }

    @Test("Outside coverage a feature that is near enough still counts")
    func noData() throws {
        #expect(try Scene(layer(.noData, nearest: 60, searched: 1000, covered: false)).truth(test) == .yes)
        #expect(
            try Scene(layer(.noData, searched: 1000, covered: false)).outcome(test).missing == [
                Unknown(cause: .noData, ref: "vlak")
            ])
    }

    @Test("Without a layer or with one that failed it is unknown")
    func noLayer() throws {
        #expect(try Scene().outcome(test).missing == [Unknown(cause: .noLayer, ref: "vlak")])
        #expect(try Scene(layer(.failed, nearest: 10)).outcome(test).missing == [Unknown(cause: .failed, ref: "laag")])
    }

    @Test("Of several layers the one that is near enough decides")
    func severalLayers() throws {
        let far = layer(.none, named: "een", nearest: 500, searched: 1000)
        #expect(try Scene(far, layer(.none, named: "twee", nearest: 50, searched: 1000)).truth(test) == .yes)
        #expect(try Scene(far, layer(.failed, named: "twee")).truth(test) == .unknown)
        #expect(try Scene(far, far).truth(test) == .no)
    }
}
