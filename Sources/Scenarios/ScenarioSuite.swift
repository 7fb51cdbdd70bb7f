public import Assessment
import Dispatch
public import NormEngine
public import PolicyContent
import PolicyModel
import Synchronization

/// All scenarios of a house, run.
public struct ScenarioSuite: Sendable {
    public var outcomes: [ScenarioRunner.Outcome]
    /// Norms that no scenario expects and finds, sorted.
    public var unreached: [String]
    public var norms: Int

    public init(scenarios: [Scenario], index: HouseIndex, layers: (any SpatialFactSource)?) {
        let runner = ScenarioRunner(index: index, layers: layers)
        // Scenarios know nothing of each other: on all cores, kept in their order.
        let found = Mutex<[Int: ScenarioRunner.Outcome]>([:])
        DispatchQueue.concurrentPerform(iterations: scenarios.count) { number in
            let outcome = runner.run(scenarios[number])
            found.withLock { $0[number] = outcome }
        }
        outcomes = found.withLock { found in scenarios.indices.compactMap { found[$0] } }
        let reached = outcomes.reduce(into: Set<String>()) { $0.formUnion($1.reached) }
        unreached = index.house.norms.map(\.id).filter { !reached.contains($0) }.sorted()
        norms = index.house.norms.count
    }

    public var failed: [ScenarioRunner.Outcome] { outcomes.filter { !$0.isSuccess } }
}
