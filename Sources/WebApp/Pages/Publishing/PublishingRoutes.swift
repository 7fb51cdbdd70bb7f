import Casework
import Hummingbird
import PolicyModel

/// Publishing: first everything that becomes public, then the button. What is published never changes.
struct PublishingRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets/:id/publiceren") { request, context in
            let desk = try CaseDesk(site, context)
            return try page(desk, try await desk.open(context), errors: [], request, context)
        }
        router.post("/toets/:id/publiceren") { request, context in try await publish(request, context) }
    }

    private func page(
        _ desk: CaseDesk, _ opened: OpenCase, errors: [FieldError], _ request: Request,
        _ context: KompasRequestContext
    ) throws -> Response {
        let record = try desk.service.preview(of: opened.dossier, report: opened.json)
        let points = desk.service.openPoints(of: opened.dossier, report: opened.json, for: desk.actor)
        let page = PublishingPage(
            opened, record: try RecordPreview(record, opened, site), seen: try record.contentHash,
            missing: points.beforePublication, errors: errors, csrf: context.session.csrf)
        return try site.page(
            PageSpec("casework/publishing", title: "Publiceren", model: page)
                .with(styles: RecordPreview.styles, isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }

    private func publish(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let desk = try CaseDesk(site, context)
        let opened = try await desk.open(context)
        try desk.demand(.publish, on: opened)
        guard context.form.isTicked("gelezen") else {
            let error = FieldError("Vink aan dat u hebt gelezen wat openbaar wordt.", field: "gelezen")
            return try page(desk, opened, errors: [error], request, context)
        }
        do {
            let kept = try await desk.service.publish(
                opened.id, seen: context.form.text("seen"), year: site.today.year, by: desk.actor)
            context.session.notify("De afweging is gepubliceerd onder nummer \(kept.number).")
            return .redirect(to: "/afwegingen/\(kept.number)")
        } catch let refused as CaseRefused where !refused.isForbidden {
            return try page(desk, opened, errors: [FieldError](refused), request, context)
        }
    }
}

struct PublishingPage {
    var head: CaseHead
    var csrf: String
    var errors: [FieldError]
    var action: String
    /// The hash of just this preview.
    var seen: String
    var record: RecordPreview
    /// It can be published now, by this person.
    var canPublish: Bool
    /// Why not, in one sentence.
    var status: String?
    var missing: [OpenPoint]
    var hasMissing: Bool
    var number: String?
    var numberHref: String?
    var canSupersede: Bool
    var superseding: String
    var supersedes: String?
    var tickError: String?

    init(
        _ opened: OpenCase, record: RecordPreview, seen: String, missing problems: [CaseProblem], errors: [FieldError],
        csrf: String
    ) {
        let dossier = opened.dossier
        let paths = CasePaths(opened.id)
        head = CaseHead(opened, .publishing)
        self.csrf = csrf
        self.errors = errors
        self.record = record
        self.seen = seen
        action = paths.publishing
        let isDone = dossier.publication != nil
        missing = isDone ? [] : problems.map { OpenPoint($0, opened) }
        hasMissing = !missing.isEmpty
        let isOfficial = dossier.allows(.publish, by: opened.actor)
        canPublish = isOfficial && dossier.state == .approved && missing.isEmpty
        status = Self.status(dossier.state, isOfficial: isOfficial)
        number = dossier.publication?.number
        numberHref = number.map { "/afwegingen/\($0)" }
        canSupersede = dossier.state == .published && isOfficial
        superseding = paths.superseding
        supersedes = dossier.details?.content.supersedes
        tickError = errors.text(for: "gelezen")
    }

    private static func status(_ state: Dossier.State, isOfficial: Bool) -> String? {
        switch state {
        case .deliberation: "De afweging is nog niet klaar. Hieronder staat wat nu openbaar zou worden."
        case .review: "De tweede lezer is nog aan het lezen. Hieronder staat wat openbaar wordt."
        case .approved: isOfficial ? nil : "De tweede lezer is akkoord. Een behandelaar kan publiceren."
        case .published, .superseded: "Deze afweging is gepubliceerd. Hieronder staat wat openbaar is."
        case .closed: "Dit dossier is gesloten zonder publicatie. Er wordt niets openbaar."
        }
    }
}
