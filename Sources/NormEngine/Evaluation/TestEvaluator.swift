public import PolicyModel

/// What became of the interests that meet in an initiative; asked for by triggers.
public enum CollisionState: Sendable { case notExamined, examined(Truth) }

/// Evaluates tests for one part of an initiative. Pure.
public struct TestEvaluator: Sendable {
    let index: HouseIndex
    let initiative: InitiativeInput
    let part: PartInput
    /// Kinds of change to assess as: the declared one and those that norms add.
    var changes: Set<ChangeKind>
    /// Kinds of change that norms would add if that could be decided, and the norm of each.
    var undecidedChanges: [ChangeKind: String] = [:]
    let collision: CollisionState

    public init(
        index: HouseIndex, initiative: InitiativeInput, part: PartInput, collision: CollisionState = .notExamined
    ) {
        self.index = index
        self.initiative = initiative
        self.part = part
        self.collision = collision
        changes = part.change.map { [$0] } ?? []
    }

    /// - Parameter step: the name under which the leaves stand in the trace.
    public func evaluate(_ test: Test, step: String) -> TestOutcome {
        switch test {
        case .all(let tests): return .all(tests.map { evaluate($0, step: step) })
        case .any(let tests): return .any(tests.map { evaluate($0, step: step) })
        case .not(let inner): return !evaluate(inner, step: step)
        case .anywhere: return TestOutcome(.yes)
        case .inside(let designation): return inside(designation, step: step)
        case .within(let designation, let metres): return within(designation, metres: metres, step: step)
        case .feature(let designation, let name): return feature(designation, name: name, step: step)
        case .attribute(let designation, let name, let comparison, let value):
            return attribute(designation, name: name, comparison: comparison, value: value, step: step)
        case .share(let designation, let comparison, let value):
            return share(designation, comparison: comparison, value: value, step: step)
        case .towards(let settlement, let designation, let metres):
            return towards(TowardsKey(settlement: settlement, designation: designation, metres: metres), step: step)
        case .openPlace(let question), .open(let question): return open(question, step: step)
        case .property(let test): return property(test, step: step)
        case .activity(let activities):
            let truth = Truth(index.anyOf(part.activities, isWithin: activities))
            return traced(TestOutcome(truth), step, "activity:" + activities.joined(separator: ","))
        case .change(let kinds): return change(kinds, step: step)
        case .phase(let phases): return phase(phases, step: step)
        case .initiator(let role): return initiator(role, step: step)
        case .functionChange: return functionChange(step: step)
        case .interestsCollide:
            guard case .examined(let truth) = collision else {
                return traced(.unknown(.exception, "interests-collide"), step, "interests-collide")
            }
            let outcome =
                truth == .unknown
                ? TestOutcome.unknown(.exception, "interests-collide") : TestOutcome(truth)
            return traced(outcome, step, "interests-collide")
        case .otherPart(let activities, let phases): return otherPart(activities, phases, step: step)
        }
    }

    /// The outcome with one step of trace added.
    func traced(
        _ outcome: TestOutcome, _ step: String, _ about: String, value: PropertyValue? = nil, unit: String? = nil
    ) -> TestOutcome {
        var result = outcome
        result.trace.append(TraceStep(step: step, about: about, result: outcome.truth, value: value, unit: unit))
        return result
    }
}
