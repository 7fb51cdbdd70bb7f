public import Assessment
public import NormEngine
public import PolicyContent
public import PolicyModel

/// All scenarios of a house, run.
public struct ScenarioSuite: Sendable {
    public var outcomes: [ScenarioRunner.Outcome]
    /// Norms that no scenario expects and finds, sorted.
    public var unreached: [String]
    public var norms: Int

    public init(scenarios: [Scenario], index: HouseIndex, layers: (any SpatialFactSource)?) {
        let runner = ScenarioRunner(index: index, layers: layers)
        outcomes = scenarios.map(runner.run)
        let reached = outcomes.reduce(into: Set<String>()) { $0.formUnion($1.reached) }
        unreached = index.house.norms.map(\.id).filter { !reached.contains($0) }.sorted()
        norms = index.house.norms.count
    }

    public var failed: [ScenarioRunner.Outcome] { outcomes.filter { !$0.isSuccess } }
}
