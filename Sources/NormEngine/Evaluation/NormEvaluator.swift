import PolicyModel

/// Evaluates every norm that is about the activities of a part. Pure: the same input gives the same output,
/// whatever the order of the files of the house.
public struct NormEvaluator: Sendable {
    let index: HouseIndex
    let initiative: InitiativeInput

    public init(index: HouseIndex, initiative: InitiativeInput) {
        self.index = index
        self.initiative = initiative
    }

    public func evaluate(_ part: PartInput) -> PartEvaluation {
        let declared = TestEvaluator(index: index, initiative: initiative, part: part)
        let norms = index.norms(about: part.activities)
        let readings = readings(norms, declared: declared)
        var findings: [Finding] = []
        var notApplied: [NotApplied] = []
        for norm in norms {
            let tests = norm.effect == .assessAs ? declared : readings[norm.source.document] ?? declared
            let result = outcome(of: norm, tests: tests, yielding: [])
            if let because = result.refusedAt {
                notApplied.append(NotApplied(norm: norm.id, part: part.id, because: because, detail: result.detail))
            } else {
                findings.append(finding(norm, part: part, result: result, tests: tests))
            }
        }
        return PartEvaluation(part: part.id, findings: findings, notApplied: notApplied)
    }

    /// As which kinds of change each document wants the part assessed. A document says so for its own norms only: what a
    /// draft asks changes no finding of a document that was adopted.
    private func readings(_ norms: [Norm], declared: TestEvaluator) -> [String: TestEvaluator] {
        var readings: [String: TestEvaluator] = [:]
        // All with the declared change, so that their order does not matter.
        for norm in norms where norm.effect == .assessAs {
            guard let kind = norm.assessAs else { continue }
            var tests = readings[norm.source.document] ?? declared
            switch outcome(of: norm, tests: declared, yielding: []).truth {
            case .yes: tests.changes.insert(kind)
            case .unknown: tests.undecidedChanges[kind] = min(norm.id, tests.undecidedChanges[kind] ?? norm.id)
            case .no: break
            }
            readings[norm.source.document] = tests
        }
        return readings
    }

    /// The conjunction of all steps, stopped at the first no.
    private struct StepwiseOutcome {
        var truth: Truth = .yes
        var refusedAt: NotApplied.Because?
        var detail: String?
        var missing: [Unknown] = []
        var trace: [TraceStep] = []
        var certain = true
        var uncertain: [String] = []

        mutating func add(_ outcome: TestOutcome, _ step: NotApplied.Because) {
            trace += outcome.trace
            truth = truth && outcome.truth
            switch outcome.truth {
            case .no:
                refusedAt = step
                detail = outcome.trace.last { $0.result == .no }?.about ?? outcome.trace.last?.about
            case .unknown: missing += outcome.missing
            case .yes: break
            }
            if !outcome.certain {
                certain = false
                uncertain += outcome.uncertainDesignations
            }
        }
    }

    private func outcome(of norm: Norm, tests: TestEvaluator, yielding: Set<String>) -> StepwiseOutcome {
        var result = StepwiseOutcome()
        result.add(validity(of: norm), .validity)
        guard result.refusedAt == nil else { return result }
        result.trace.append(
            TraceStep(step: "activity", about: "activity:" + tests.part.activities.joined(separator: ","), result: .yes)
        )
        if !norm.change.isEmpty {
            result.add(tests.change(norm.change, step: "change"), .change)
            guard result.refusedAt == nil else { return result }
        }
        if !norm.phase.isEmpty {
            result.add(tests.phase(norm.phase, step: "phase"), .phase)
            guard result.refusedAt == nil else { return result }
        }
        if let depth = norm.depth {
            result.add(tests.depth(depth, step: "depth"), .depth)
            guard result.refusedAt == nil else { return result }
        }
        if let place = norm.where {
            result.add(tests.evaluate(place, step: "where"), .where)
            guard result.refusedAt == nil else { return result }
        }
        if let when = norm.when {
            result.add(tests.evaluate(when, step: "when"), .when)
            guard result.refusedAt == nil else { return result }
        }
        if !norm.yieldsTo.isEmpty {
            result.add(exception(of: norm, tests: tests, yielding: yielding.union([norm.id])), .exception)
        }
        return result
    }

    /// Yes when nothing that the norm yields to applies; unknown when that cannot be said.
    private func exception(of norm: Norm, tests: TestEvaluator, yielding: Set<String>) -> TestOutcome {
        let outcomes = norm.yieldsTo.map { id -> TestOutcome in
            let about = "norm:" + id
            guard let other = index.norms[id], !yielding.contains(id),
                index.scope(other.activities, covers: tests.part.activities)
            else { return tests.traced(TestOutcome(.yes), "exception", about) }
            switch outcome(of: other, tests: tests, yielding: yielding).truth {
            case .yes: return tests.traced(TestOutcome(.no), "exception", about)
            case .unknown: return tests.traced(.unknown(.exception, id), "exception", about)
            case .no: return tests.traced(TestOutcome(.yes), "exception", about)
            }
        }
        return .all(outcomes)
    }

    func validity(of norm: Norm) -> TestOutcome {
        let status = index.status(ofDocument: norm.source.document, on: initiative.asOf)
        var truth = index.validity(ofDocument: norm.source.document, on: initiative.asOf)
        if let from = norm.valid?.from, initiative.asOf < from { truth = .no }
        if let until = norm.valid?.until, initiative.asOf >= until { truth = .no }
        var outcome =
            truth == .unknown
            ? TestOutcome.unknown(.statusUncertain, norm.source.document) : TestOutcome(truth)
        outcome.trace = [
            TraceStep(
                step: "validity", about: "document:" + norm.source.document, result: truth,
                value: status.map { .text($0.rawValue) })
        ]
        return outcome
    }

    private func finding(_ norm: Norm, part: PartInput, result: StepwiseOutcome, tests: TestEvaluator) -> Finding {
        let status = index.status(ofDocument: norm.source.document, on: initiative.asOf)
        let force = index.force(of: norm, status: status)
        let conditions = norm.conditions.map { condition(of: $0, tests: tests) }
        return Finding(
            norm: norm, part: part.id, truth: result.truth, missing: Array(Set(result.missing)).sorted(),
            status: status, force: force, label: index.label(effect: norm.effect, force: force, status: status),
            conditions: conditions, conditionsState: Self.together(conditions), trace: result.trace,
            certain: result.certain, uncertainDesignations: Array(Set(result.uncertain)).sorted())
    }

    private func condition(of condition: NormCondition, tests: TestEvaluator) -> ConditionResult {
        if let question = condition.question, let answer = initiative.answers[question] {
            return ConditionResult(condition: condition, state: answer.value ? .met : .notMet, basis: .human)
        }
        guard condition.kind == .measurable, let test = condition.test else {
            return ConditionResult(condition: condition, state: .open, basis: nil)
        }
        switch tests.evaluate(test, step: "condition").truth {
        case .yes: return ConditionResult(condition: condition, state: .met, basis: .computed)
        case .no: return ConditionResult(condition: condition, state: .notMet, basis: .computed)
        case .unknown: return ConditionResult(condition: condition, state: .open, basis: nil)
        }
    }

    private static func together(_ conditions: [ConditionResult]) -> ConditionsState {
        if conditions.isEmpty { return .none }
        if conditions.contains(where: { $0.state == .notMet }) { return .someNotMet }
        return conditions.contains { $0.state == .open } ? .open : .allMet
    }
}
