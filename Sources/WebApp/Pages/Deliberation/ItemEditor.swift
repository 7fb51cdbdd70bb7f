import Casework
import Hummingbird

/// Writing a dilemma, or a condition with who sees to it and when.
struct ItemEditor: CaseEditor {
    let site: Site
    let kind: ListedItem.Kind

    /// `nil` for a new one.
    typealias Subject = ListedItem?

    var states: Set<Dossier.State> { [.deliberation] }

    func subject(_ context: KompasRequestContext, _ opened: OpenCase) throws -> ListedItem? {
        let id = try context.parameters.step("item")
        if id == "nieuw" { return nil }
        let items = kind == .dilemma ? opened.dossier.dilemmas : opened.dossier.conditions
        guard let item = items.first(where: { $0.id == id }) else { throw PageRefused.notFound }
        return item
    }

    func name(of _: ListedItem?, _: OpenCase) -> String { kind == .dilemma ? "Dilemma" : "Voorwaarde" }

    func kept(_ subject: ListedItem?, _: OpenCase) -> Versions<ItemContent>? { subject?.versions }

    func empty(_: ListedItem?, _: OpenCase) -> ItemContent { ItemContent(text: "") }

    func content(_ form: Form, _ subject: ListedItem?, _: OpenCase) -> ItemContent {
        ItemContent(
            text: form.text("text"), who: form.text("who"), when: form.text("when"), tension: form["tension"],
            isRemoved: subject != nil && form.isTicked("verwijder"))
    }

    func save(
        _ content: ItemContent, _ subject: ListedItem?, basedOn: Int, _ desk: CaseDesk, _ opened: OpenCase
    ) async throws {
        if let subject {
            _ = try await desk.service.changeItem(
                subject.id, content, basedOn: basedOn, in: opened.id, by: desk.actor)
        } else {
            _ = try await desk.service.addItem(kind, content, in: opened.id, by: desk.actor)
        }
    }

    func page(_ editing: Editing<ItemEditor>) -> PageSpec {
        let page = ItemPage(editing, kind)
        return PageSpec("deliberation/item", title: page.title, model: page)
            .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func fields(base: ItemContent?, mine: ItemContent, theirs: ItemContent, _ opened: OpenCase) -> [MergePage.Field] {
        let text = MergePage.Field.text("text", "De tekst", base: base?.text, mine: mine.text, theirs: theirs.text)
        guard kind == .condition else {
            return [
                text,
                .choice(
                    "tension", "De spanning waar het over gaat", base: base?.tension ?? "", mine: mine.tension ?? "",
                    theirs: theirs.tension ?? "",
                    options: [("", "geen")] + opened.report.tensions.map { ($0.id, $0.about) }),
            ]
        }
        return [
            text,
            .text("who", "Wie ervoor zorgt", base: base?.who, mine: mine.who, theirs: theirs.who, isLong: false),
            .text("when", "Wanneer", base: base?.when, mine: mine.when, theirs: theirs.when, isLong: false),
        ]
    }

    func next(_: Form, _: ListedItem?, _ opened: OpenCase) -> String {
        CasePaths(opened.id).weighing + (kind == .dilemma ? "#dilemmas" : "#voorwaarden")
    }
}

/// The page of a dilemma or a condition.
struct ItemPage {
    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var title: String
    var explanation: String
    var text: FormField
    /// Conditions only.
    var lines: [FormField]
    /// Dilemmas only: the tensions to choose from.
    var tensions: [FormChoice]
    var hasTensions: Bool
    var hasChosen: Bool
    var canRemove: Bool
    var signature: String?
    var back: String

    init(_ editing: Editing<ItemEditor>, _ kind: ListedItem.Kind) {
        let isDilemma = kind == .dilemma
        let isNew = editing.subject == nil
        let content = editing.content
        let name = isDilemma ? "Dilemma" : "Voorwaarde"
        title = isNew ? "\(isDilemma ? "Nieuw dilemma" : "Nieuwe voorwaarde")" : "\(name) wijzigen"
        explanation =
            isDilemma
            ? "Schrijf wat tegen elkaar in gaat, en waarom beide iets waard zijn. Een dilemma hoeft niet te zijn opgelost."
            : "Schrijf wat er moet gebeuren, wie daarvoor zorgt en wanneer het klaar is. Iedereen kan het straks lezen: noem functies, geen namen."
        head = CaseHead(editing.opened, .weighing, here: title)
        form = editing.frame
        errors = editing.errors
        text = FormField(
            "text", isDilemma ? "Het dilemma" : "De voorwaarde", value: content.text, errors: errors, rows: 6)
        lines =
            isDilemma
            ? []
            : [
                FormField(
                    "who", "Wie ervoor zorgt", hint: "Bijvoorbeeld: de initiatiefnemer.", value: content.who,
                    errors: errors),
                FormField(
                    "when", "Wanneer", hint: "Bijvoorbeeld: voor de aanleg begint.", value: content.when, errors: errors
                ),
            ]
        tensions =
            isDilemma
            ? editing.opened.report.tensions.enumerated().map { place, tension in
                FormChoice(
                    id: "tension-\(place + 1)", name: "tension", value: tension.id, label: tension.about,
                    isChosen: tension.id == content.tension)
            } : []
        hasTensions = !tensions.isEmpty
        hasChosen = tensions.contains(where: \.isChosen)
        canRemove = !isNew
        signature = editing.kept.map { CaseWords.signature($0.current.by, $0.current.at) }
        back = CasePaths(editing.opened.id).weighing + (isDilemma ? "#dilemmas" : "#voorwaarden")
    }
}
