import Casework
import Hummingbird
import Store

/// The second reader: reads everything, declares to have no interest, lets it pass or sends it back with a comment.
struct ReadingRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets/:id/meelezen") { request, context in
            let desk = try CaseDesk(site, context)
            return try await page(desk, try await desk.open(context), errors: [], request, context)
        }
        router.post("/toets/:id/meelezen") { request, context in try await decide(request, context) }
    }

    func page(
        _ desk: CaseDesk, _ opened: OpenCase, errors: [FieldError], _ request: Request,
        _ context: KompasRequestContext
    ) async throws -> Response {
        let record = try desk.service.preview(of: opened.dossier, report: opened.json)
        let page = ReadingPage(
            opened, record: try RecordPreview(record, opened, site), seen: try record.contentHash,
            ownsPlan: try await site.store.owner(ofPlan: opened.id) == desk.actor.account, form: context.form,
            errors: errors, csrf: context.session.csrf)
        return try site.page(
            PageSpec("casework/reading", title: "Meelezen", model: page)
                .with(styles: RecordPreview.styles, isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }

    private func decide(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let desk = try CaseDesk(site, context)
        let opened = try await desk.open(context)
        try desk.demand(.read, on: opened)
        let noInterest = context.form.isTicked("noInterest")
        let comment = context.form.text("comment")
        do {
            switch context.form["besluit"] {
            case "akkoord":
                _ = try await desk.service.approve(
                    noInterest: noInterest, comment: comment, seen: context.form.text("seen"), in: opened.id,
                    by: desk.actor)
                context.session.notify("U bent akkoord. De behandelaar kan nu publiceren.")
            case "terug":
                _ = try await desk.service.refuse(
                    noInterest: noInterest, comment: comment, in: opened.id, by: desk.actor)
                context.session.notify("Het dossier is met uw opmerking terug bij de behandelaars.")
            default:
                let error = FieldError("Kies: akkoord, of terug naar de afweging.")
                return try await page(desk, opened, errors: [error], request, context)
            }
        } catch let refused as CaseRefused where !refused.isForbidden {
            return try await page(desk, opened, errors: [FieldError](refused), request, context)
        }
        return .redirect(to: CasePaths(opened.id).reading)
    }
}

struct ReadingPage {
    /// One round with a second reader.
    struct Round {
        var reader: String
        var askedBy: String
        var result: String
        var said: String?
    }

    struct Remark {
        var text: String
        var signature: String
    }

    var head: CaseHead
    var csrf: String
    var errors: [FieldError]
    var action: String
    var takeBackAction: String
    /// Where things stand, in one sentence.
    var status: String
    /// The dossier waits for this very person.
    var canDecide: Bool
    /// Why this person cannot be the second reader after all.
    var blocked: String?
    var canTakeBack: Bool
    var canAsk: Bool
    var askHref: String
    /// The hash of just this preview.
    var seen: String
    var record: RecordPreview
    var rounds: [Round]
    var hasRounds: Bool
    var remarks: [Remark]
    var hasRemarks: Bool
    var noInterest: Bool
    var noInterestError: String?
    var comment: FormField
    var reason: FormField
    /// Taking back was tried and refused: the form stands open.
    var isTakingBack: Bool

    init(
        _ opened: OpenCase, record: RecordPreview, seen: String, ownsPlan: Bool, form: Form, errors: [FieldError],
        csrf: String
    ) {
        let dossier = opened.dossier
        let paths = CasePaths(opened.id)
        head = CaseHead(opened, .reading)
        self.csrf = csrf
        self.errors = errors
        self.record = record
        self.seen = seen
        action = paths.reading
        takeBackAction = paths.weighing + "/terugnemen"
        let hasWritten = dossier.editors.contains(opened.actor.account)
        let isAsked = dossier.state == .review && dossier.allows(.read, by: opened.actor)
        canDecide = isAsked && !hasWritten && !ownsPlan
        blocked = Self.blocked(isAsked: isAsked, hasWritten: hasWritten, ownsPlan: ownsPlan)
        let isOfficial = dossier.allows(.askReading, by: opened.actor)
        canTakeBack = isOfficial && [.review, .approved].contains(dossier.state)
        canAsk = isOfficial && dossier.state == .deliberation
        askHref = paths.asking
        status = Self.status(dossier, isAsked: isAsked)
        rounds = dossier.readings.map { reading in
            Round(
                reader: CaseWords.person(reading.reader),
                askedBy: CaseWords.signature(reading.askedBy, reading.askedAt), result: Self.words(reading),
                said: CaseWords.text(reading.comment)?.nilIfEmpty)
        }
        hasRounds = !rounds.isEmpty
        remarks = dossier.comments.map { comment in
            Remark(text: CaseWords.text(comment.text) ?? "", signature: CaseWords.signature(comment.by, comment.at))
        }
        hasRemarks = !remarks.isEmpty
        noInterest = form.isTicked("noInterest")
        noInterestError = errors.text(for: "noInterest")
        comment = FormField(
            "comment", "Uw opmerking", hint: "Nodig als u het dossier teruggeeft. Alleen voor collega's.",
            value: form.text("comment"), errors: errors, rows: 6)
        reason = FormField(
            "reason", "Waarom neemt u het dossier terug?", hint: "Alleen voor collega's.", value: form.text("reason"),
            errors: errors, rows: 3)
        isTakingBack = reason.error != nil
    }

    private static func blocked(isAsked: Bool, hasWritten: Bool, ownsPlan: Bool) -> String? {
        guard isAsked else { return nil }
        if ownsPlan { return "Dit is uw eigen plan. U kunt het daarom niet als tweede lezer beoordelen." }
        guard hasWritten else { return nil }
        return "U hebt zelf aan dit dossier geschreven en kunt het daarom niet als tweede lezer beoordelen."
    }

    private static func status(_ dossier: Dossier, isAsked: Bool) -> String {
        switch dossier.state {
        case .deliberation:
            dossier.reading?.result == .refused
                ? "De tweede lezer gaf het dossier terug. Het is weer in afweging."
                : "Het dossier is in afweging en nog niet aan een tweede lezer gegeven."
        case .review:
            isAsked
                ? "Dit dossier wacht op u."
                : "Het dossier wacht op de tweede lezer: \(dossier.reading.map { CaseWords.person($0.reader) } ?? "onbekend")."
        case .approved: "De tweede lezer is akkoord."
        case .published, .superseded: "De afweging is gepubliceerd."
        case .closed: "Het dossier is gesloten."
        }
    }

    private static func words(_ reading: Dossier.Reading) -> String {
        let moment = reading.endedAt.map { " op \(DutchTime.text($0))" } ?? ""
        switch reading.result {
        case .open: return "leest nu"
        case .approved: return "akkoord\(moment)"
        case .refused: return "teruggegeven\(moment)"
        case .takenBack: return "teruggenomen door de behandelaar\(moment)"
        }
    }
}
