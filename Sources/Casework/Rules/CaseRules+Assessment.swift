import Foundation
import PolicyModel

/// What changes the assessment itself: contests and answers. Whoever applies these events assesses again.
extension CaseRules {
    func contest(_ finding: String, reason given: String) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        var typed = TypedTexts()
        if !context.findings.contains(finding) { typed.add(.unknownFinding(finding)) }
        let reason = typed.text(given, .reason, isNeeded: true)
        try typed.check()
        let fact = CaseFact.FindingContested(finding: finding, isGivenWithPlan: false)
        return [draft(.findingContested(fact), as: .deliberate, [TextDraft("reason", .contest, reason)])]
    }

    func withdrawContest(_ finding: String) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        guard dossier.contests.contains(where: { $0.finding == finding }) else {
            throw CaseRefused([.notContested(finding)])
        }
        return [draft(.contestWithdrawn(CaseFact.ContestWithdrawn(finding: finding)), as: .deliberate)]
    }

    func answer(_ question: String, _ value: Bool, reason given: String) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        var typed = TypedTexts()
        if !context.questions.contains(question) { typed.add(.unknownQuestion(question)) }
        let reason = typed.text(given, .reason, isNeeded: true)
        try typed.check()
        let fact = CaseFact.QuestionAnswered(question: question, value: value, isGivenWithPlan: false)
        return [draft(.questionAnswered(fact), as: .deliberate, [TextDraft("reason", .answer, reason)])]
    }

    func withdrawAnswer(_ question: String) throws -> [EventDraft] {
        try demand(.deliberate, in: [.deliberation])
        guard dossier.answers.contains(where: { $0.question == question }) else {
            throw CaseRefused([.notAnswered(question)])
        }
        return [draft(.answerWithdrawn(CaseFact.AnswerWithdrawn(question: question)), as: .deliberate)]
    }
}
