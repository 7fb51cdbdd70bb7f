import KompasTesting
import NormEngine
import PolicyModel
import Testing

/// Random tests against an evaluator of our own. `KOMPAS_SEED` repeats a run, `KOMPAS_LONG=1` makes it longer.
struct RandomFormulaTests {
    /// A house in which only the designations with a function and the activity that changes it matter.
    private func evaluator(_ world: World, _ house: RandomHouse) throws -> TestEvaluator {
        let scene = house.scene(world)
        return TestEvaluator(index: try scene.house.index(), initiative: try scene.initiative(), part: scene.part)
    }

    private func emptyHouse(using generator: inout SeededGenerator) -> RandomHouse {
        var house = RandomHouse(using: &generator)
        house.norms = []
        return house
    }

    @Test("A random test comes to what the rules say")
    func reference() throws {
        try PropertyRun.rounds(400, of: "formulas against the reference") { generator, seed in
            let world = World(using: &generator)
            let evaluator = try evaluator(world, emptyHouse(using: &generator))
            for _ in 0..<10 {
                let formula = Formula.random(size: 4, using: &generator)
                let outcome = evaluator.evaluate(try decode(PolicyModel.Test.self, formula.json), step: "proef")
                let expected = Truth(known: formula.value(in: world, changes: .init(declared: world.change)))
                #expect(outcome.truth == expected, "\(seed): \(formula.json) in \(world)")
                #expect(outcome.missing.isEmpty == (expected != .unknown), "\(seed): \(formula.json)")
            }
        }
    }

    @Test("Telling all that a test misses decides it, and telling only the rest changes nothing")
    func missingIsExact() throws {
        try PropertyRun.rounds(400, of: "what is missing") { generator, seed in
            let world = World(using: &generator)
            let told = world.refined(everything: true, using: &generator)
            let house = emptyHouse(using: &generator)
            let evaluator = try evaluator(world, house)
            for _ in 0..<10 {
                let formula = Formula.random(size: 4, using: &generator)
                let test = try decode(PolicyModel.Test.self, formula.json)
                let outcome = evaluator.evaluate(test, step: "proef")
                // A place without any function stays open, whatever is told.
                guard outcome.truth == .unknown, !formula.json.contains("function-change") else { continue }
                let missing = Set(outcome.missing.map(\.ref))
                #expect(missing.isSubset(of: world.unknowns), "\(seed): \(formula.json)")
                // A layer that is learnt to be hit can bring the question of depth with it.
                let asked = missing.contains { $0.hasPrefix("v") } ? missing.union(["reach"]) : missing
                let decided = try self.evaluator(world.learning(asked, from: told), house)
                #expect(decided.evaluate(test, step: "proef").truth != .unknown, "\(seed): \(formula.json)")
                let rest = try self.evaluator(world.learning(world.unknowns.subtracting(missing), from: told), house)
                let still = rest.evaluate(test, step: "proef")
                #expect(still.truth == .unknown, "\(seed): \(formula.json)")
                #expect(Set(still.missing) == Set(outcome.missing), "\(seed): \(formula.json)")
            }
        }
    }

    @Test("Telling what was not known never turns a decided test around")
    func monotone() throws {
        try PropertyRun.rounds(400, of: "monotone formulas") { generator, seed in
            let world = World(using: &generator)
            let told = world.refined(using: &generator)
            let house = emptyHouse(using: &generator)
            let before = try evaluator(world, house)
            let after = try evaluator(told, house)
            for _ in 0..<10 {
                let formula = Formula.random(size: 4, using: &generator)
                let test = try decode(PolicyModel.Test.self, formula.json)
                let truth = before.evaluate(test, step: "proef").truth
                guard truth != .unknown else { continue }
                #expect(after.evaluate(test, step: "proef").truth == truth, "\(seed): \(formula.json) in \(told)")
            }
        }
    }

    @Test("A random test survives being written and read")
    func coding() throws {
        try PropertyRun.rounds(200, of: "coding of tests") { generator, seed in
            let test = try decode(PolicyModel.Test.self, Formula.random(size: 5, using: &generator).json)
            let again = try decode(PolicyModel.Test.self, encoded(test))
            #expect(again == test, "\(seed)")
        }
    }
}
