import CanonicalJSON
import Casework
import Hummingbird
import PolicyModel

/// Answering a question that only people can answer. The plan is then assessed again.
struct AnswerEditor: CaseEditor {
    let site: Site

    struct Content: Sendable, Hashable {
        /// `nil` until somebody chose.
        var value: Bool?
        var reason: String
    }

    func subject(_ context: KompasRequestContext, _: OpenCase) throws -> OpenQuestion {
        let id = try context.parameters.step("question")
        guard let question = site.house.house.openQuestions.first(where: { $0.question == id }) else {
            throw PageRefused.notFound
        }
        return question
    }

    func name(of subject: OpenQuestion, _: OpenCase) -> String { subject.asks }

    func empty(_ subject: OpenQuestion, _ opened: OpenCase) -> Content {
        let given = opened.dossier.answers.first { $0.question == subject.question }
        return Content(value: given?.value, reason: given?.reason?.text ?? "")
    }

    func content(_ form: Form, _: OpenQuestion, _: OpenCase) -> Content {
        Content(value: form["answer"].map { $0 == "ja" }, reason: form.text("reason"))
    }

    func save(
        _ content: Content, _ subject: OpenQuestion, basedOn _: Int, _ desk: CaseDesk, _ opened: OpenCase
    ) async throws {
        // A form without an answer has come back already.
        guard let value = content.value else { return }
        _ = try await desk.service.answer(
            subject.question, value, reason: content.reason, in: opened.id, by: desk.actor)
    }

    func problems(_ form: Form) -> [FieldError] {
        var problems: [FieldError] = []
        if !["ja", "nee"].contains(form["answer"]) { problems.append(FieldError("Kies ja of nee.", field: "answer")) }
        if form["reason"] == nil {
            problems.append(FieldError("Schrijf waarom u dit antwoord geeft.", field: "reason"))
        }
        return problems
    }

    func page(_ editing: Editing<AnswerEditor>) -> PageSpec {
        PageSpec("deliberation/answer", title: "Open vraag beantwoorden", model: AnswerPage(editing))
            .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func next(_: Form, _: OpenQuestion, _ opened: OpenCase) -> String { CasePaths(opened.id).weighing + "#open-vragen" }

    /// Withdrawing: the question is open again.
    func addWithdrawal(to router: Router<KompasRequestContext>) {
        router.post("/toets/:id/afweging/vraag/:question/intrekken") { _, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let question = try context.parameters.step("question")
            guard opened.dossier.answers.contains(where: { $0.question == question }) else {
                throw PageRefused.notFound
            }
            _ = try await desk.service.withdrawAnswer(question, in: opened.id, by: desk.actor)
            context.session.notify("Het antwoord is ingetrokken. Het plan is opnieuw getoetst.")
            return Response.redirect(to: CasePaths(opened.id).weighing + "#open-vragen")
        }
    }
}

struct AnswerPage {
    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var asks: String
    /// Findings that wait for this answer.
    var waiting: [FindingLine]
    var hasWaiting: Bool
    var choices: [FormChoice]
    var choiceError: String?
    var reason: FormField
    var back: String

    init(_ editing: Editing<AnswerEditor>) {
        let opened = editing.opened
        let question = editing.subject
        head = CaseHead(opened, .weighing, here: "Open vraag")
        form = editing.frame
        errors = editing.errors
        asks = question.asks
        waiting = opened.report.findings.filter { opened.asks(question.question, $0.id) }.map {
            FindingLine($0, opened)
        }
        hasWaiting = !waiting.isEmpty
        choices = [("ja", "Ja", true), ("nee", "Nee", false)].map { value, label, answer in
            FormChoice(
                id: value == "ja" ? "answer" : "answer-nee", name: "answer", value: value, label: label,
                isChosen: editing.content.value == answer)
        }
        choiceError = errors.text(for: "answer")
        reason = FormField(
            "reason", "Waarom", hint: "Zeg waarop dit antwoord berust: een onderzoek, een gesprek, uw eigen oordeel.",
            value: editing.content.reason, errors: editing.errors, rows: 5)
        back = CasePaths(opened.id).weighing + "#open-vragen"
    }
}

extension OpenCase {
    /// Whether a finding waits for the answer to a question, itself or in one of its conditions.
    func asks(_ question: String, _ finding: String) -> Bool {
        guard let number = report.number(of: finding), let json = self.json["findings"]?.array?[number - 1] else {
            return false
        }
        let unknown = (json["undecidedBecause"]?.array ?? []).contains {
            $0["cause"]?.string == "openQuestion" && $0["ref"]?.string == question
        }
        return unknown
            || (json["conditions"]?.array ?? []).contains { condition in
                condition["question"]?["id"]?.string == question && condition["state"]?.string == "open"
            }
    }
}
