import Casework
import Hummingbird
import NormEngine
import PolicyModel

/// Answers of the initiator to questions that people must judge. In a weighing, officials answer them in the dossier.
struct SheetAnswers {
    let site: Site

    static let longestReason = 5_000

    func send(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let plan = try await PlanAccess(site: site).own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        let change = AnswerChange(
            form: context.form, questions: site.house.index.questions, day: site.today,
            role: PlanDraft(plan.input).initiatorRole ?? "initiatiefnemer")
        var outcome = AnswerChange.Outcome()
        _ = try await PlanSaver(site: site).change(plan) { outcome = change.apply(to: &$0) }
        if request.wantsJSON { return try AutosaveAnswer(savedAt: DutchTime.clock(site.now())).response() }
        context.session.notify(notice(outcome))
        return .redirect(to: PlanAddress.sheet(plan.id) + "#vragen")
    }

    private func notice(_ outcome: AnswerChange.Outcome) -> String {
        let kept =
            switch outcome.changed {
            case 0: "Er is niets veranderd."
            case 1: "Uw antwoord is bewaard, en het plan is opnieuw bekeken."
            default: "\(outcome.changed) antwoorden zijn bewaard, en het plan is opnieuw bekeken."
            }
        let replaced = outcome.replaced.map { question, answer in
            let asks = site.house.index.questionTexts[question] ?? question
            let words = answer.map { ($0.value ? "ja" : "nee") + ($0.reason.map { ": " + $0 } ?? "") } ?? "weet ik niet"
            return "In een ander venster stond intussen bij \u{2018}\(asks)\u{2019}: \(words)."
        }
        return ([kept] + replaced).joined(separator: " ")
    }
}

/// What a form changes in the answers of a plan. Only what was touched on the page counts, so that answers that were given
/// elsewhere in the meantime stay.
struct AnswerChange {
    struct Outcome {
        var changed = 0
        /// Answers that were given in the meantime and that this form replaced.
        var replaced: [(question: String, answer: PlanDraft.Answer?)] = []
    }

    let form: Form
    let questions: Set<String>
    let day: PolicyDate
    let role: String

    func apply(to draft: inout PlanDraft) -> Outcome {
        var outcome = Outcome()
        for question in questions.sorted() where form.isTicked("antwoord.\(question)") {
            let shown = form.text("stand.\(question)")
            let answer = answer(question)
            guard (answer?.mark ?? "") != shown else { continue }
            let current = draft.answers[question]
            guard current?.mark != answer?.mark else { continue }
            if (current?.mark ?? "") != shown { outcome.replaced.append((question, current)) }
            draft.answers[question] = answer
            outcome.changed += 1
        }
        return outcome
    }

    private func answer(_ question: String) -> PlanDraft.Answer? {
        let reason = String(form.text("reden.\(question)").trimmed.prefix(SheetAnswers.longestReason))
        guard let word = form["antwoord.\(question)"], ["ja", "nee"].contains(word) else { return nil }
        return PlanDraft.Answer(value: word == "ja", by: role, reason: reason.isEmpty ? nil : reason, on: day)
    }
}
