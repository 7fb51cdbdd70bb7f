import Assessment
import Casework
import PolicyModel
import Reporting

/// Questions that people must judge: those that are open, with what waits for them, and those that were answered.
struct QuestionList: Sendable {
    struct Question: Sendable {
        var id: String
        var asks: String
        /// Links to the findings that wait for it, as markup.
        var findings: String
        /// What waits for it, or what was answered.
        var note: String
        var isYes: Bool
        var isNo: Bool
        var isUnknown: Bool
        var isAnswered: Bool
        var reason: String
        /// By this the server knows whether somebody else answered in the meantime.
        var mark: String
        /// It can be answered here.
        var canAnswer: Bool
    }

    /// First what was answered, then what most findings wait for.
    var questions: [Question]
    /// The first open ones, for the first screen.
    var first: [Question]
    var hasMore: Bool
    var hasAny: Bool
    /// How many are open.
    var count: Int

    static let mostOnFirstScreen = 5

    /// - Parameter known: questions that the house knows; an answer to another one would not count.
    init(
        _ questions: [OpenMatters.Question], answers: [InitiativeSummary.Answered], fragments: SheetFragments,
        known: Set<String>
    ) {
        let open = questions.enumerated().filter { known.contains($0.element.id) }
            .sorted { (-$0.element.findings.count, $0.offset) < (-$1.element.findings.count, $1.offset) }
            .map { _, question in
                Question(
                    id: question.id, asks: question.asks, findings: fragments.references(question.findings).markup,
                    note: Self.waiting(question.findings.count), isYes: false, isNo: false, isUnknown: true,
                    isAnswered: false, reason: "", mark: "", canAnswer: true)
            }
        let answered = answers.map { answer in
            Question(
                id: answer.question, asks: answer.asks, findings: "", note: Self.words(answer), isYes: answer.value,
                isNo: !answer.value, isUnknown: false, isAnswered: true, reason: answer.reason ?? "",
                mark: PlanDraft.Answer(value: answer.value, reason: answer.reason).mark, canAnswer: true)
        }
        self.questions = answered + open
        first = Array(open.prefix(Self.mostOnFirstScreen))
        hasMore = open.count > first.count
        hasAny = !self.questions.isEmpty
        count = open.count
    }

    /// The same for who may only read.
    var readOnly: QuestionList {
        var list = self
        for position in list.questions.indices { list.questions[position].canAnswer = false }
        return list
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
