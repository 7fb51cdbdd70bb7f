import Casework
import Hummingbird
import PolicyModel

/// Saying whether the outcome deviates from a document that leaves room for it, and why.
struct DeviationEditor: CaseEditor {
    let site: Site

    func subject(_ context: KompasRequestContext, _ opened: OpenCase) throws -> CaseContext.DeviationOption {
        let id = try context.parameters.step("document")
        guard let option = opened.context.deviations.first(where: { $0.document == id }) else {
            throw PageRefused.notFound
        }
        return option
    }

    func name(of subject: CaseContext.DeviationOption, _: OpenCase) -> String { "Afwijken van: \(subject.title)" }

    func kept(_ subject: CaseContext.DeviationOption, _ opened: OpenCase) -> Versions<DeviationContent>? {
        opened.dossier.deviations.first { $0.document == subject.document }?.declared
    }

    func empty(_: CaseContext.DeviationOption, _: OpenCase) -> DeviationContent {
        DeviationContent(deviates: false, reason: "")
    }

    func content(_ form: Form, _: CaseContext.DeviationOption, _: OpenCase) -> DeviationContent {
        DeviationContent(deviates: form["deviates"] == "ja", reason: form.text("reason"))
    }

    func problems(_ form: Form) -> [FieldError] {
        var problems: [FieldError] = []
        if !["ja", "nee"].contains(form["deviates"]) {
            problems.append(FieldError("Kies of de uitkomst afwijkt.", field: "deviates"))
        }
        if form["deviates"] == "ja", form["reason"] == nil {
            problems.append(FieldError("Schrijf waarom de uitkomst afwijkt.", field: "reason"))
        }
        return problems
    }

    func save(
        _ content: DeviationContent, _ subject: CaseContext.DeviationOption, basedOn: Int, _ desk: CaseDesk,
        _ opened: OpenCase
    ) async throws {
        _ = try await desk.service.declareDeviation(
            subject.document, content, basedOn: basedOn, in: opened.id, by: desk.actor)
    }

    func page(_ editing: Editing<DeviationEditor>) -> PageSpec {
        PageSpec("deliberation/deviation", title: "Afwijken", model: DeviationPage(editing, today: site.today))
            .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func fields(base: DeviationContent?, mine: DeviationContent, theirs: DeviationContent, _: OpenCase)
        -> [MergePage.Field]
    {
        let word = { (deviates: Bool) in deviates ? "ja" : "nee" }
        return [
            .choice(
                "deviates", "Wijkt de uitkomst af?", base: base.map { word($0.deviates) }, mine: word(mine.deviates),
                theirs: word(theirs.deviates),
                options: [("ja", "De uitkomst wijkt af"), ("nee", "De uitkomst wijkt niet af")]),
            .text("reason", "De reden", base: base?.reason, mine: mine.reason, theirs: theirs.reason),
        ]
    }

    func next(_: Form, _: CaseContext.DeviationOption, _ opened: OpenCase) -> String {
        CasePaths(opened.id).weighing + "#afwijken"
    }
}

struct DeviationPage {
    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var title: String
    /// Who may deviate, and what the document then asks.
    var who: String
    var how: String
    var findings: [FindingLine]
    var choices: [FormChoice]
    var choiceError: String?
    var reason: FormField
    var signature: String?
    var back: String

    init(_ editing: Editing<DeviationEditor>, today: PolicyDate) {
        let opened = editing.opened
        let option = editing.subject
        head = CaseHead(opened, .weighing, here: "Afwijken")
        form = editing.frame
        errors = editing.errors
        title = option.title
        who = option.who
        how = option.how
        findings = option.findings.compactMap { opened.report.finding($0) }.map { FindingLine($0, opened) }
        // Nothing is chosen until somebody has said so.
        let isSaid = editing.kept != nil || !editing.errors.isEmpty || editing.draftFrom != nil
        choices = [
            FormChoice(
                id: "deviates", name: "deviates", value: "nee", label: "De uitkomst wijkt niet af van dit document",
                isChosen: isSaid && !editing.content.deviates),
            FormChoice(
                id: "deviates-ja", name: "deviates", value: "ja", label: "De uitkomst wijkt af van dit document",
                isChosen: isSaid && editing.content.deviates),
        ]
        choiceError = errors.text(for: "deviates")
        reason = FormField(
            "reason", "De reden", hint: "Nodig als de uitkomst afwijkt: welke andere opgave vraagt dit?",
            value: editing.content.reason, errors: editing.errors, rows: 6)
        signature = editing.kept.map { CaseWords.signature($0.current.by, $0.current.at) }
        back = CasePaths(opened.id).weighing + "#afwijken"
    }
}

/// Recording that the step was taken that a document asks of who deviates from it.
struct PresentedEditor: CaseEditor {
    let site: Site
    var states: Set<Dossier.State> { [.deliberation, .review, .approved] }

    struct Content: Sendable, Hashable {
        var day: String
        var note: String
    }

    func subject(_ context: KompasRequestContext, _ opened: OpenCase) throws -> CaseContext.DeviationOption {
        let option = try DeviationEditor(site: site).subject(context, opened)
        let declared = opened.dossier.deviations.first { $0.document == option.document }
        guard declared?.declared.content.deviates == true else { throw PageRefused.notFound }
        return option
    }

    func name(of subject: CaseContext.DeviationOption, _: OpenCase) -> String { subject.title }

    func empty(_: CaseContext.DeviationOption, _: OpenCase) -> Content {
        Content(day: DutchTime.digits(site.today), note: "")
    }

    func content(_ form: Form, _: CaseContext.DeviationOption, _: OpenCase) -> Content {
        Content(day: form.text("day"), note: form.text("note"))
    }

    func problems(_ form: Form) -> [FieldError] {
        guard DutchTime.day(digits: form.text("day")) == nil else { return [] }
        return [FieldError("Schrijf de dag als 21-11-2026.", field: "day")]
    }

    func save(
        _ content: Content, _ subject: CaseContext.DeviationOption, basedOn _: Int, _ desk: CaseDesk,
        _ opened: OpenCase
    ) async throws {
        guard let day = DutchTime.day(digits: content.day) else { return }
        _ = try await desk.service.presentDeviation(
            subject.document, day: day, today: site.today, note: content.note, in: opened.id, by: desk.actor)
    }

    func notice(_ opened: OpenCase) -> String {
        opened.dossier.state == .approved ? "Bewaard. De tweede lezer leest het dossier nu opnieuw." : "Bewaard."
    }

    func page(_ editing: Editing<PresentedEditor>) -> PageSpec {
        PageSpec("deliberation/presented", title: "De stap bij afwijken", model: PresentedPage(editing))
            .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func next(_: Form, _: CaseContext.DeviationOption, _ opened: OpenCase) -> String {
        CasePaths(opened.id).weighing + "#afwijken"
    }
}

struct PresentedPage {
    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var title: String
    var who: String
    var how: String
    var day: FormField
    var note: FormField
    var back: String

    init(_ editing: Editing<PresentedEditor>) {
        head = CaseHead(editing.opened, .weighing, here: "De stap bij afwijken")
        form = editing.frame
        errors = editing.errors
        title = editing.subject.title
        who = editing.subject.who
        how = editing.subject.how
        day = FormField(
            "day", "Op welke dag", hint: "Bijvoorbeeld 21-11-2026.", value: editing.content.day,
            errors: editing.errors)
        note = FormField(
            "note", "Hoe het is voorgelegd",
            hint: "Noem het stuk of de vergadering. Dit komt in het openbare verslag."
                + (editing.opened.dossier.state == .approved
                    ? " De tweede lezer was akkoord en leest het dossier daarna opnieuw." : ""),
            value: editing.content.note, errors: editing.errors, rows: 4)
        back = CasePaths(editing.opened.id).weighing + "#afwijken"
    }
}
