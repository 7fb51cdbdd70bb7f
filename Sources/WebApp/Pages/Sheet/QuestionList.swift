import Assessment
import Casework
import PolicyModel
import Reporting

/// Questions that people must judge: those that are open, with what waits for them, and those that were answered.
struct QuestionList {
    struct Question {
        var id: String
        var asks: String
        /// Links to the findings that wait for it, as markup.
        var findings: String
        var waiting: String
        var isYes: Bool
        var isNo: Bool
        var isUnknown: Bool
        var reason: String
        var answered: String
        var isAnswered: Bool
    }

    var open: [Question]
    var answered: [Question]
    /// The first few, for the first screen.
    var first: [Question]
    var hasMore: Bool
    /// Where the form is sent; `nil` for who may only read.
    var action: String?
    var isEmpty: Bool { open.isEmpty && answered.isEmpty }
    var hasAny: Bool
    var count: Int
    /// By this the server knows whether somebody else answered in the meantime.
    var basis: String

    static let mostOnFirstScreen = 5

    init(
        _ questions: [OpenMatters.Question], answers: [InitiativeSummary.Answered], draft: PlanDraft,
        fragments: SheetFragments, action: String?, waitsFor known: Set<String>
    ) {
        // What most findings wait for comes first; otherwise the order of the report.
        open = questions.enumerated().filter { known.contains($0.element.id) }
            .sorted { (-$0.element.findings.count, $0.offset) < (-$1.element.findings.count, $1.offset) }
            .map { _, question in
                Question(
                    id: question.id, asks: question.asks, findings: fragments.references(question.findings).markup,
                    waiting: Self.waiting(question.findings.count), isYes: false, isNo: false, isUnknown: true,
                    reason: "", answered: "", isAnswered: false)
            }
        answered = answers.map { answer in
            Question(
                id: answer.question, asks: answer.asks, findings: "", waiting: "", isYes: answer.value,
                isNo: !answer.value, isUnknown: false, reason: answer.reason ?? "",
                answered: Self.words(answer), isAnswered: true)
        }
        first = Array(open.prefix(Self.mostOnFirstScreen))
        hasMore = open.count > first.count
        self.action = action
        hasAny = !open.isEmpty || !answered.isEmpty
        count = open.count
        basis = draft.answersFingerprint
    }

    private static func waiting(_ findings: Int) -> String {
        switch findings {
        case 0: ""
        case 1: "1 bevinding wacht hierop"
        default: "\(findings) bevindingen wachten hierop"
        }
    }

    private static func words(_ answer: InitiativeSummary.Answered) -> String {
        let who = [answer.by, answer.on.map(DutchTime.text)].compactMap { $0 }.joined(separator: ", ")
        return (answer.value ? "Ja" : "Nee") + (who.isEmpty ? "" : " (\(who))")
    }
}
