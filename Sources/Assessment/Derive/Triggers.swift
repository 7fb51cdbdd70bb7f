import NormEngine
import PolicyModel

/// Evaluates the triggers of the frames over all parts: one part that says yes is enough.
struct TriggerEvaluator {
    let index: HouseIndex
    let initiative: InitiativeInput
    let collision: Truth

    func results() -> [TriggerResult] {
        index.house.frames.flatMap { frame in
            frame.triggers.compactMap { trigger -> TriggerResult? in
                let source = trigger.source ?? frame.source
                if let source, index.validity(ofDocument: source.document, on: initiative.asOf) == .no { return nil }
                return result(of: trigger, source: source)
            }
        }
    }

    private func result(of trigger: Frame.Trigger, source: SourceReference?) -> TriggerResult {
        let outcomes = initiative.parts.map { part in
            TestEvaluator(index: index, initiative: initiative, part: part, collision: .examined(collision))
                .evaluate(trigger.when, step: "when")
        }
        let truth = Truth.any(outcomes.map(\.truth))
        let deciding = outcomes.filter { $0.truth == truth }
        let missing = Set(truth == .unknown ? deciding.flatMap(\.missing) : [])
        let status = source.flatMap { index.status(ofDocument: $0.document, on: initiative.asOf) }
        let questions = trigger.when.openQuestions.filter { question in
            missing.contains(Unknown(cause: .openQuestion, ref: question.question))
        }
        return TriggerResult(
            id: trigger.id, title: trigger.title, state: truth == .yes ? .yes : truth == .no ? .no : .undecided,
            obligatory: trigger.obligatory, onceAdopted: status == .draft,
            because: truth == .unknown
                ? missing.sorted().map { "\($0.cause.rawValue):\($0.ref)" }
                : reasons(deciding, truth) + (trigger.interpretation.map { [$0] } ?? []),
            open: questions.map { ReportQuestion(id: $0.question, question: trigger.title, asks: $0.asks) },
            source: source.map(index.view))
    }

    /// The leaves of the trace that say the same as the whole.
    private func reasons(_ outcomes: [TestOutcome], _ truth: Truth) -> [String] {
        guard truth == .yes else { return [] }
        return Array(Set(outcomes.flatMap(\.trace).filter { $0.result == .yes }.map(\.about))).sorted()
    }
}
