package import PolicyModel

/// The steps of a norm apart, for one who evaluates it over many places at once.
extension NormEvaluator {
    /// What the steps that ask neither after the place nor after the kind of change say about a part: validity, phase and
    /// depth.
    package func stepsWithoutPlace(of norm: Norm, tests: TestEvaluator) -> [TestOutcome] {
        var outcomes = [validity(of: norm)]
        if !norm.phase.isEmpty { outcomes.append(tests.phase(norm.phase, step: "phase")) }
        if let depth = norm.depth { outcomes.append(tests.depth(depth, step: "depth")) }
        return outcomes
    }
}
