import Accounts
import Assessment
import CanonicalJSON
public import PolicyModel

extension CaseworkService {
    /// Opens a dossier on a plan that was handed in, or on one's own. The plan may change afterwards; the dossier does not.
    ///
    /// - Parameters:
    ///   - planVersion: the version that was on the page.
    ///   - isOwnInitiative: the organisation that weighs is itself the initiator.
    ///   - day: the day whose policy is applied when the plan does not say.
    public func open(
        plan id: String, planVersion: Int, isOwnInitiative: Bool, day: PolicyDate, by actor: CaseActor
    ) async throws -> Dossier {
        try await store.command { transaction in
            guard let plan = try transaction.plan(id: id), plan.state == .submitted || plan.owner == actor.account
            else {
                throw CaseNotFound()
            }
            guard Permissions.allows(.openDossier, by: actor) else { throw CaseRefused([.notAllowed(.openDossier)]) }
            if try transaction.dossier(id: id) != nil { throw CaseRefused([.alreadyOpened]) }
            guard plan.version == planVersion else { throw CaseRefused([.planChanged]) }
            for draft in try opening(plan, isOwnInitiative, plan.asOf ?? day, actor) { try transaction.append(draft) }
            return try Self.dossier(id, transaction)
        }
    }

    private func opening(_ plan: Plan, _ isOwnInitiative: Bool, _ day: PolicyDate, _ actor: CaseActor) throws
        -> [EventDraft]
    {
        let frozen = FrozenRequest(plan.input, house: house)
        let at = now()
        let roles = Permissions.acting(.openDossier, actor)
        func draft(_ fact: CaseFact, _ texts: [TextDraft]) -> EventDraft {
            EventDraft(
                dossier: plan.id, fact: fact, at: at, actor: actor, roles: roles,
                texts: texts.filter { !$0.text.isEmpty }
            )
        }
        let title = TypedTexts.tidy(plan.title.isEmpty ? frozen.title ?? "" : plan.title)
        var drafts = [
            draft(
                .dossierOpened(
                    CaseFact.DossierOpened(
                        planVersion: plan.version, day: day.description, isDemonstration: plan.demo,
                        isOwnInitiative: isOwnInitiative)), [TextDraft("title", .title, title)])
        ]
        for answer in frozen.answers {
            let fact = CaseFact.QuestionAnswered(
                question: answer.question, value: answer.value, isGivenWithPlan: true)
            drafts.append(draft(.questionAnswered(fact), [TextDraft("reason", .answer, answer.reason)]))
        }
        for contest in frozen.contests {
            let fact = CaseFact.FindingContested(finding: contest.finding, isGivenWithPlan: true)
            drafts.append(draft(.findingContested(fact), [TextDraft("reason", .contest, contest.reason)]))
        }
        let input = FrozenRequest.input(
            frozen.input, answers: frozen.answers.map { ($0.question, $0.value, true) },
            contests: frozen.contests.map { ($0.finding, true) })
        let request = AssessmentRequest(input: input, demo: plan.demo)
        let (fact, report) = try assessed(request, on: day, .opening)
        drafts.append(draft(.assessmentMade(fact), [report]))
        return drafts
    }

    /// Runs rules, appends what they say, and assesses again with the answers and contests that then hold.
    func runAndAssess(
        _ id: String, _ actor: CaseActor, _ cause: CaseFact.AssessmentMade.Cause,
        _ decide: @escaping @Sendable (CaseRules) throws -> [EventDraft]
    ) async throws -> Dossier {
        try await store.command { transaction in
            let before = try rules(id, actor, transaction)
            for draft in try decide(before) { try transaction.append(draft) }
            let dossier = try Self.dossier(id, transaction)
            let earlier = try Self.report(of: dossier, transaction)
            let request = earlier["request"] ?? .null
            let input = FrozenRequest.input(
                request["input"] ?? .null,
                answers: dossier.answers.map { ($0.question, $0.value, $0.isGivenWithPlan) },
                contests: dossier.contests.map { ($0.finding, $0.isGivenWithPlan) })
            guard let day = dossier.day else { throw CaseNotFound() }
            let (fact, report) = try assessed(
                AssessmentRequest(
                    input: input, crs: request["crs"]?.string, demo: request["demo"]?.bool ?? false), on: day, cause)
            try transaction.append(before.draft(.assessmentMade(fact), as: .deliberate, [report]))
            return try Self.dossier(id, transaction)
        }
    }

    private func assessed(
        _ request: AssessmentRequest, on day: PolicyDate, _ cause: CaseFact.AssessmentMade.Cause
    ) throws -> (CaseFact.AssessmentMade, TextDraft) {
        let report = try assess(request, day)
        let fact = CaseFact.AssessmentMade(
            cause: cause, resultHash: report.receipt.resultHash ?? "", inputHash: report.receipt.inputHash,
            house: report.receipt.house, houseHash: report.receipt.houseHash)
        return (fact, TextDraft("report", .report, String(decoding: report.canonicalJSON, as: UTF8.self)))
    }
}
