import Accounts
import Casework
import Hummingbird
import Store

/// The chain of everything that happened: where it is, what came last, and whether it is whole.
struct AuditRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/beheer/logboek") { request, context in
            try context.require(.administrator)
            return try await page(nil, [], request, context)
        }
        router.post("/beheer/logboek") { request, context in
            try context.require(.administrator)
            var known: ChainHead?
            if let text = context.form["stand"] {
                guard let head = ChainHead(text) else {
                    let error = FieldError(
                        "Schrijf de stand zoals Kompas hem eerder gaf: 64 cijfers en letters, @ en een nummer.",
                        field: "stand")
                    return try await page(nil, [error], request, context)
                }
                known = head
            }
            return try await page(try await site.store.verify(known: known), [], request, context)
        }
    }

    private func page(
        _ report: ChainReport?, _ errors: [FieldError], _ request: Request, _ context: KompasRequestContext
    ) async throws -> Response {
        let page = AuditPage(
            head: try await site.store.head(), events: try await site.store.lastEvents(30), report: report,
            known: context.form.text("stand"), errors: errors, csrf: context.session.csrf)
        return try site.page(
            PageSpec("administration/audit", title: "Keten en logboek", model: page)
                .with(styles: ["css/casework.css", "css/administration.css"], isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }
}

struct AuditPage {
    let crumbs: [CaseHead.Link] = []
    let here = "Keten en logboek"
    struct Event {
        var sequence: Int
        var moment: String
        var what: String
        var roles: String
        /// The first characters of the id: enough to see what belongs together.
        var dossier: String
    }

    struct Result {
        var isWhole: Bool
        var counts: String
        var given: String?
        var faults: [String]
    }

    var csrf: String
    var errors: [FieldError]
    var head: String
    var count: String
    var result: Result?
    var known: FormField
    var events: [Event]
    var hasEvents: Bool

    init(
        head: ChainHead, events kept: [CaseEvent], report: ChainReport?, known: String, errors: [FieldError],
        csrf: String
    ) {
        self.csrf = csrf
        self.errors = errors
        self.head = head.description
        count = CaseWords.count(head.sequence, "gebeurtenis", "gebeurtenissen")
        self.known = FormField(
            "stand", "Een stand die u eerder noteerde",
            hint: "Dan is ook te zien of er aan het eind iets is afgehaald.",
            value: known, errors: errors, isOptional: true)
        result = report.map { report in
            Result(
                isWhole: report.isWhole,
                counts: [
                    CaseWords.count(report.events, "gebeurtenis", "gebeurtenissen"),
                    CaseWords.count(report.dossiers, "dossier", "dossiers"),
                    CaseWords.count(report.texts, "tekst", "teksten")
                        + (report.erasedTexts > 0 ? " (waarvan \(report.erasedTexts) rechtmatig gewist)" : ""),
                    CaseWords.count(report.records, "gepubliceerde afweging", "gepubliceerde afwegingen"),
                ].joined(separator: ", "),
                given: report.known.map { "De stand die u opgaf, is gebeurtenis \($0.sequence)." },
                faults: report.faults.map(\.text))
        }
        events = kept.map { event in
            Event(
                sequence: event.sequence, moment: DutchTime.text(event.at), what: AuditWords.text(event.fact.kind),
                roles: CaseWords.roles(event.roles), dossier: String(event.dossier.prefix(6)))
        }
        hasEvents = !events.isEmpty
    }
}

/// Kinds of events in words that say nothing about a dossier.
enum AuditWords {
    static func text(_ kind: CaseFact.Kind) -> String {
        switch kind {
        case .dossierOpened: "dossier geopend"
        case .assessmentMade: "plan getoetst"
        case .cellSaved: "vak geschreven"
        case .cellUndone: "vak teruggenomen"
        case .itemSaved: "dilemma of voorwaarde geschreven"
        case .findingContested: "bevinding betwist"
        case .contestWithdrawn: "betwisting ingetrokken"
        case .questionAnswered: "vraag beantwoord"
        case .answerWithdrawn: "antwoord ingetrokken"
        case .commentAdded: "opmerking geplaatst"
        case .outcomeSaved: "uitkomst gekozen"
        case .detailsSaved: "gegevens van het verslag ingevuld"
        case .deviationDeclared: "afwijken vastgelegd"
        case .deviationPresented: "stap bij afwijken vastgelegd"
        case .readingRequested: "tweede lezer gevraagd"
        case .readingApproved: "tweede lezer akkoord"
        case .readingRefused: "tweede lezer gaf terug"
        case .takenBack: "teruggenomen"
        case .published: "gepubliceerd"
        case .superseded: "vervangen"
        case .closed: "gesloten"
        case .reopened: "heropend"
        case .textsErased: "teksten gewist"
        }
    }
}
