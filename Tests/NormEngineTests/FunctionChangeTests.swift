import NormEngine
import PolicyModel
import Testing

struct FunctionChangeTests {
    private let test = #"{"function-change": true}"#

    /// A house with forest and farmland, each with its layer in a state; `bouwen` results in a town.
    private func scene(_ activities: [String], forest: LayerState, farmland: LayerState) -> Scene {
        var scene = Scene(layer(forest, of: "bos"), layer(farmland, of: "akker"))
        scene.house.designation("bos", #"{"primaryFunction": "natuur"}"#)
        scene.house.designation("akker", #"{"primaryFunction": "landbouw"}"#)
        scene.house.designation("kaart")
        scene.house.activity("bouwen", #"{"resultsIn": "stad"}"#)
        scene.house.activity("huis", #"{"broader": ["bouwen"]}"#)
        scene.house.activity("boerderij", #"{"broader": ["bouwen"], "resultsIn": "landbouw"}"#)
        scene.house.activity("boren")
        scene.part.activities = activities
        return scene
    }

    @Test("An activity that results in no function changes none")
    func noResult() throws {
        #expect(try scene(["boren"], forest: .hit, farmland: .none).truth(test) == .no)
        #expect(try scene(["boren"], forest: .noData, farmland: .noData).truth(test) == .no)
        #expect(try scene([], forest: .hit, farmland: .none).truth(test) == .no)
    }

    @Test("Another function than that of the place is a change")
    func change() throws {
        #expect(try scene(["bouwen"], forest: .hit, farmland: .none).truth(test) == .yes)
        #expect(try scene(["bouwen"], forest: .none, farmland: .hit).truth(test) == .yes)
        #expect(try scene(["bouwen"], forest: .hit, farmland: .failed).truth(test) == .yes)
    }

    @Test("The same function is no change, and a second function of the place is")
    func same() throws {
        #expect(try scene(["boerderij"], forest: .none, farmland: .hit).truth(test) == .no)
        #expect(try scene(["boerderij"], forest: .hit, farmland: .hit).truth(test) == .yes)
    }

    @Test("A place without a known function may well get another one")
    func noFunction() throws {
        let outcome = try scene(["bouwen"], forest: .none, farmland: .none).outcome(test)
        #expect(outcome.truth == .unknown)
        #expect(outcome.missing == [Unknown(cause: .noData, ref: "primaryFunction")])
    }

    @Test("What is near or not known leaves it open")
    func notKnown() throws {
        #expect(
            try scene(["boerderij"], forest: .near, farmland: .hit).outcome(test).missing == [
                Unknown(cause: .near, ref: "bos")
            ])
        #expect(try scene(["bouwen"], forest: .noData, farmland: .none).truth(test) == .unknown)
    }

    @Test("A narrower activity results in what the broader one does, unless it says so itself")
    func inherited() throws {
        func resulting(_ activities: String...) throws -> Set<String> {
            let scene = scene(activities, forest: .none, farmland: .none)
            return TestEvaluator(index: try scene.house.index(), initiative: try scene.initiative(), part: scene.part)
                .resultingFunctions
        }
        #expect(try resulting("huis") == ["stad"])
        #expect(try resulting("boerderij") == ["landbouw"])
        #expect(try resulting("huis", "boerderij", "boren") == ["stad", "landbouw"])
        #expect(try resulting("boren", "onbekend").isEmpty)
    }
}
