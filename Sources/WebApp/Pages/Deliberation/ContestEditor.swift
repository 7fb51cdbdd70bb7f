import Casework
import Hummingbird

/// Contesting a finding: it stays where it is, with the reason beside it, and what follows from it no longer counts.
struct ContestEditor: CaseEditor {
    let site: Site

    struct Content: Sendable, Hashable { var reason: String }

    func subject(_ context: KompasRequestContext, _ opened: OpenCase) throws -> CaseReport.Finding {
        guard let finding = opened.report.finding(try context.parameters.step("finding")) else {
            throw PageRefused.notFound
        }
        return finding
    }

    func name(of subject: CaseReport.Finding, _: OpenCase) -> String { subject.title }

    func empty(_ subject: CaseReport.Finding, _ opened: OpenCase) -> Content {
        Content(reason: opened.dossier.contests.first { $0.finding == subject.id }?.reason.text ?? "")
    }

    func content(_ form: Form, _: CaseReport.Finding, _: OpenCase) -> Content { Content(reason: form.text("reason")) }

    func save(
        _ content: Content, _ subject: CaseReport.Finding, basedOn _: Int, _ desk: CaseDesk, _ opened: OpenCase
    ) async throws {
        _ = try await desk.service.contest(subject.id, reason: content.reason, in: opened.id, by: desk.actor)
    }

    func page(_ editing: Editing<ContestEditor>) -> PageSpec {
        PageSpec("deliberation/contest", title: "Bevinding betwisten", model: ContestPage(editing))
            .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func next(_: Form, _: CaseReport.Finding, _ opened: OpenCase) -> String {
        CasePaths(opened.id).weighing + "#betwist"
    }

    /// Withdrawing: the finding counts again.
    func addWithdrawal(to router: Router<KompasRequestContext>) {
        router.post("/toets/:id/afweging/betwisten/:finding/intrekken") { _, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let finding = try context.parameters.step("finding")
            guard opened.dossier.contests.contains(where: { $0.finding == finding }) else { throw PageRefused.notFound }
            _ = try await desk.service.withdrawContest(finding, in: opened.id, by: desk.actor)
            context.session.notify("De betwisting is ingetrokken. Het plan is opnieuw getoetst.")
            return Response.redirect(to: CasePaths(opened.id).weighing + "#betwist")
        }
    }
}

struct ContestPage {
    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var finding: FindingLine
    var reason: FormField
    var back: String

    init(_ editing: Editing<ContestEditor>) {
        head = CaseHead(editing.opened, .weighing, here: "Bevinding betwisten")
        form = editing.frame
        errors = editing.errors
        finding = FindingLine(editing.subject, editing.opened)
        // This is the page that it leads to.
        finding.contest = nil
        reason = FormField(
            "reason", "Waarom klopt dit niet?",
            hint: "Bijvoorbeeld: de kaart ligt hier verkeerd, de regel is vervallen, of het gaat om iets anders.",
            value: editing.content.reason, errors: editing.errors, rows: 6)
        back = CasePaths(editing.opened.id).weighing + "#betwist"
    }
}
