import Casework
import Hummingbird
import Store

/// Writing what the record says of itself: the question, what it is in law, who decides on what mandate, and what
/// somebody can do who does not agree.
struct DetailsEditor: CaseEditor {
    let site: Site

    func subject(_: KompasRequestContext, _: OpenCase) {}

    func name(of _: Void, _: OpenCase) -> String { "Wat het verslag over zichzelf zegt" }

    func kept(_: Void, _ opened: OpenCase) -> Versions<DetailsContent>? { opened.dossier.details }

    /// What is the same in most records of the organisation stands there already.
    func empty(_: Void, _: OpenCase) async throws -> DetailsContent {
        let usual = try await site.store.settings().usualDetails
        return DetailsContent(
            question: "", legalCharacter: usual.legalCharacter, decidedBy: usual.decidedBy, mandate: usual.mandate,
            remedies: usual.remedies)
    }

    func content(_ form: Form, _: Void, _: OpenCase) -> DetailsContent {
        DetailsContent(
            question: form.text("question"), legalCharacter: form.text("legalCharacter"),
            decidedBy: form.text("decidedBy"), mandate: form.text("mandate"), remedies: form.text("remedies"),
            supersedes: form["supersedes"])
    }

    func save(
        _ content: DetailsContent, _: Void, basedOn: Int, _ desk: CaseDesk, _ opened: OpenCase
    ) async throws {
        _ = try await desk.service.saveDetails(content, basedOn: basedOn, in: opened.id, by: desk.actor)
    }

    func page(_ editing: Editing<DetailsEditor>) async throws -> PageSpec {
        let records = try await site.store.records().filter {
            $0.supersededBy == nil && $0.dossier != editing.opened.id
        }
        return PageSpec(
            "deliberation/details", title: "Gegevens van het verslag", model: DetailsPage(editing, records: records)
        ).with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func fields(base: DetailsContent?, mine: DetailsContent, theirs: DetailsContent, _: OpenCase)
        -> [MergePage.Field]
    {
        let texts = DetailsPage.labels.map { name, label, rows, path in
            MergePage.Field.text(
                name, label, base: base?[keyPath: path], mine: mine[keyPath: path], theirs: theirs[keyPath: path],
                isLong: rows > 1)
        }
        let numbers = Set([mine.supersedes, theirs.supersedes].compactMap(\.self)).sorted()
        return texts + [
            .choice(
                "supersedes", "Vervangt een eerdere afweging", base: base?.supersedes ?? "",
                mine: mine.supersedes ?? "", theirs: theirs.supersedes ?? "",
                options: [("", "geen")] + numbers.map { ($0, "Afweging \($0)") })
        ]
    }

    func next(_: Form, _: Void, _ opened: OpenCase) -> String { CasePaths(opened.id).weighing + "#verslag" }
}

struct DetailsPage {
    /// Names, labels, lines, and where they stand in the content.
    static let labels: [(String, String, Int, any KeyPath<DetailsContent, String> & Sendable)] = [
        ("question", "De vraag die is afgewogen", 3, \.question),
        ("legalCharacter", "De juridische aard", 4, \.legalCharacter),
        ("decidedBy", "Wie beslist", 1, \.decidedBy),
        ("mandate", "Op grond waarvan", 3, \.mandate),
        ("remedies", "Wat iemand kan doen die het er niet mee eens is", 3, \.remedies),
    ]

    private static let hints = [
        "question": "In een of twee zinnen, zo dat een buitenstaander ze begrijpt.",
        "legalCharacter": "Wat deze afweging wel en niet is. Een afweging is uit zichzelf geen besluit.",
        "decidedBy": "Een functie of een bestuursorgaan, geen naam. Bijvoorbeeld: het college.",
        "mandate": "De wet, het besluit of het mandaat waarop dit berust.",
        "remedies": "Bijvoorbeeld bezwaar, beroep, inspraak of een gesprek.",
    ]

    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var fields: [FormField]
    /// Published records that this one can take the place of.
    var records: [FormChoice]
    var hasRecords: Bool
    /// None is superseded.
    var supersedesNothing: Bool
    var recordError: String?
    var signature: String?
    var back: String

    init(_ editing: Editing<DetailsEditor>, records kept: [KeptRecord]) {
        head = CaseHead(editing.opened, .weighing, here: "Gegevens van het verslag")
        form = editing.frame
        errors = editing.errors
        fields = Self.labels.map { name, label, rows, path in
            FormField(
                name, label, hint: Self.hints[name], value: editing.content[keyPath: path], errors: editing.errors,
                rows: rows, isOptional: name == "remedies")
        }
        let chosen = editing.content.supersedes
        records = kept.enumerated().map { place, record in
            FormChoice(
                id: "supersedes-\(place + 1)", name: "supersedes", value: record.number,
                label: "\(record.number): \(CaseWords.title(record.record.title?.text))",
                isChosen: record.number == chosen)
        }
        hasRecords = !records.isEmpty
        supersedesNothing = chosen == nil
        recordError = errors.text(for: "supersedes")
        signature = editing.kept.map { CaseWords.signature($0.current.by, $0.current.at) }
        back = CasePaths(editing.opened.id).weighing + "#verslag"
    }
}
