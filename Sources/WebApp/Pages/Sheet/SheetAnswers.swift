import NormEngine
import Casework
import Hummingbird
import PolicyModel

/// Answers of the initiator to questions that people must judge. In a weighing, officials answer them in the dossier.
struct SheetAnswers {
    let site: Site

    static let longestReason = 5_000

    func send(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let access = PlanAccess(site: site)
        let plan = try await access.own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        let form = context.form
        let today = site.today
        let role = PlanDraft(plan.input).initiatorRole ?? "initiatiefnemer"
        var count = 0
        _ = try await PlanSaver(site: site).change(plan) { draft in
            count = 0
            for question in site.house.index.questions where form.isTicked("antwoord.\(question)") {
                let reason = String(form.text("reden.\(question)").trimmed.prefix(Self.longestReason))
                let old = draft.answers[question]
                switch form["antwoord.\(question)"] {
                case "ja", "nee":
                    var answer = PlanDraft.Answer(
                        value: form["antwoord.\(question)"] == "ja", by: role, reason: reason.isEmpty ? nil : reason,
                        on: today)
                    if let old, old.value == answer.value, old.reason == answer.reason { answer = old }
                    draft.answers[question] = answer
                    if answer != old { count += 1 }
                default:
                    if draft.answers.removeValue(forKey: question) != nil { count += 1 }
                }
            }
        }
        if request.wantsJSON { return try AutosaveAnswer(savedAt: DutchTime.clock(site.now())).response() }
        context.session.notify(
            count == 0
                ? "Er is niets veranderd."
                : count == 1
                    ? "Uw antwoord is bewaard, en het plan is opnieuw bekeken."
                    : "\(count) antwoorden zijn bewaard, en het plan is opnieuw bekeken.")
        return .redirect(to: PlanAddress.sheet(plan.id) + "#vragen")
    }
}
