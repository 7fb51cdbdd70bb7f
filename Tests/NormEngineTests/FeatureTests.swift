import NormEngine
import PolicyModel
import Testing

struct FeatureTests {
    private func test(_ name: String) -> String { #"{"feature": {"designation": "vlak", "name": "\#(name)"}}"# }

    @Test("A named feature that is hit is yes, by its name or an alias, whatever the capitals")
    func names() throws {
        let scene = Scene(
            layer(.hit, hits: [overlapping("Zuid-Noord", aliases: ["Zuid", "Noord"]), overlapping("West")]))
        for name in ["Zuid-Noord", "zuid", "NOORD", "west"] { #expect(try scene.truth(test(name)) == .yes, "\(name)") }
        for name in ["Oost", "Zui", "Zuid-", ""] { #expect(try scene.truth(test(name)) == .no, "\(name)") }
        #expect(
            try scene.outcome(test("Zuid")).trace == [
                TraceStep(step: "proef", about: "feature:vlak/Zuid", result: .yes, value: .number(100), unit: "m2")
            ])
    }

    @Test("A feature that is hit within the width inside its line is yes but uncertain")
    func uncertain() throws {
        let outcome = try Scene(layer(.hit, hits: [overlapping("A", certain: false)])).outcome(test("A"))
        #expect(outcome.truth == .yes)
        #expect(outcome.uncertainDesignations == ["vlak"])
    }

    @Test("Of two features with one name a certain hit makes it certain, in either order")
    func sameName() throws {
        let hits = [overlapping("A", certain: false), overlapping("A")]
        #expect(try Scene(layer(.hit, hits: hits)).outcome(test("A")).certain)
        #expect(try Scene(layer(.hit, hits: hits.reversed())).outcome(test("A")).certain)
    }

    @Test("A named feature nearer than the width of the line is unknown, further away it is no")
    func near() throws {
        func scene(_ distance: Double) -> Scene {
            Scene(layer(.near, width: 100, hits: [nearby("A", at: distance)], nearest: distance))
        }
        #expect(try scene(99).outcome(test("A")).missing == [Unknown(cause: .near, ref: "vlak")])
        #expect(try scene(100).truth(test("A")) == .no)
        #expect(try scene(99).truth(test("B")) == .no)
    }

    @Test("Beside a hit of another feature, the named one may still be near")
    func hitOfAnother() throws {
        let scene = Scene(layer(.hit, width: 100, hits: [overlapping("B"), nearby("A", at: 50)]))
        #expect(try scene.truth(test("A")) == .unknown)
        #expect(try scene.truth(test("B")) == .yes)
    }

    @Test("No hit is no and not knowing is unknown")
    func states() throws {
        #expect(try Scene(layer(.none)).truth(test("A")) == .no)
        #expect(try Scene(layer(.noData)).outcome(test("A")).missing == [Unknown(cause: .noData, ref: "vlak")])
        #expect(try Scene(layer(.noLayer)).outcome(test("A")).missing == [Unknown(cause: .noLayer, ref: "vlak")])
        #expect(try Scene(layer(.failed)).outcome(test("A")).missing == [Unknown(cause: .failed, ref: "laag")])
    }

    @Test("A feature without a name is not found by one")
    func nameless() throws {
        var hit = overlapping("A")
        hit.name = nil
        #expect(try Scene(layer(.hit, hits: [hit])).truth(test("A")) == .no)
    }

    @Test("Of several layers one with the feature is enough")
    func severalLayers() throws {
        let one = layer(.hit, named: "een", hits: [overlapping("A")])
        #expect(try Scene(one, layer(.noData, named: "twee")).truth(test("A")) == .yes)
        #expect(try Scene(one, layer(.noData, named: "twee")).truth(test("B")) == .unknown)
        #expect(try Scene(one, layer(.none, named: "twee")).truth(test("B")) == .no)
    }
}
