import Accounts
import Casework
import Hummingbird
import Store

/// Moving a dossier on: to a second reader and back, closed and open again, assessed anew; and comments.
struct HandingRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets/:id/afweging/tweede-lezer") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            try desk.demand(.askReading, on: opened)
            guard opened.dossier.state == .deliberation else {
                return Response.redirect(to: CasePaths(opened.id).reading)
            }
            return try await asking(desk, opened, errors: [], request, context)
        }
        router.post("/toets/:id/afweging/tweede-lezer") { request, context in try await ask(request, context) }
        router.post("/toets/:id/afweging/terugnemen") { request, context in try await takeBack(request, context) }
        router.get("/toets/:id/afweging/sluiten") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            try desk.demand(.close, on: opened)
            return try closing(opened, errors: [], request, context)
        }
        router.post("/toets/:id/afweging/sluiten") { request, context in try await close(request, context) }
        router.post("/toets/:id/afweging/vernieuwen") { _, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            let renewed = try await desk.service.renewAssessment(in: opened.id, by: desk.actor)
            let isSame = renewed.assessment?.resultHash == opened.dossier.assessment?.resultHash
            context.session.notify(
                isSame
                    ? "Het plan is opnieuw getoetst. Er is niets veranderd."
                    : "Het plan is opnieuw getoetst met het beleid en de kaarten van nu. Lees de bevindingen opnieuw.")
            return Response.redirect(to: CasePaths(opened.id).weighing)
        }
        router.post("/toets/:id/afweging/opmerking") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            do {
                _ = try await desk.service.comment(context.form.text("comment"), in: opened.id, by: desk.actor)
            } catch let refused as CaseRefused where !refused.isForbidden {
                return try await DeliberationRoutes(site: site).page(
                    desk, opened, errors: [FieldError](refused), request, context)
            }
            context.session.notify("Uw opmerking staat erbij.")
            return Response.redirect(to: CasePaths(opened.id).weighing + "#opmerkingen")
        }
    }

    // MARK: - The second reader

    private func asking(
        _ desk: CaseDesk, _ opened: OpenCase, errors: [FieldError], _ request: Request,
        _ context: KompasRequestContext
    ) async throws -> Response {
        let readers = try await site.store.accounts().filter { $0.isActive && $0.roles.contains(.secondReader) }
        let points = desk.service.openPoints(of: opened.dossier, report: opened.json, for: desk.actor).beforeReading
        let model = AskingPage(
            opened, readers: readers, owner: try await site.store.owner(ofPlan: opened.id),
            missing: points.map { OpenPoint($0, opened) },
            unsaved: UnsavedList(try await CaseDrafts(desk).all(opened.id), opened), errors: errors,
            chosen: context.form["reader"], csrf: context.session.csrf)
        return try site.page(
            PageSpec("deliberation/asking", title: "Tweede lezer vragen", model: model)
                .with(styles: ["css/casework.css"], isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }

    private func ask(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let desk = try CaseDesk(site, context)
        let opened = try await desk.open(context)
        try desk.demand(.askReading, on: opened)
        guard let id = context.form["reader"], let reader = try await site.store.account(id: id), reader.isActive else {
            let error = FieldError("Kies een tweede lezer.", field: "reader")
            return try await asking(desk, opened, errors: [error], request, context)
        }
        do {
            _ = try await desk.service.askReading(of: CaseActor(reader), in: opened.id, by: desk.actor)
        } catch let refused as CaseRefused where !refused.isForbidden {
            return try await asking(desk, opened, errors: [FieldError](refused), request, context)
        }
        context.session.notify("Het dossier ligt nu bij \(reader.displayName).")
        return .redirect(to: CasePaths(opened.id).reading)
    }

    private func takeBack(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let desk = try CaseDesk(site, context)
        let opened = try await desk.open(context)
        do {
            _ = try await desk.service.takeBack(reason: context.form.text("reason"), in: opened.id, by: desk.actor)
        } catch let refused as CaseRefused where !refused.isForbidden {
            return try await ReadingRoutes(site: site).page(
                desk, opened, errors: [FieldError](refused), request, context)
        }
        context.session.notify("Het dossier is terug in de afweging.")
        return .redirect(to: CasePaths(opened.id).weighing)
    }

    // MARK: - Closing

    private func closing(
        _ opened: OpenCase, errors: [FieldError], _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        try site.page(
            PageSpec(
                "deliberation/closing", title: "Dossier sluiten",
                model: ClosingPage(
                    opened, reason: context.form.text("reason"), errors: errors, csrf: context.session.csrf)
            ).with(styles: ["css/casework.css"], isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }

    private func close(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let desk = try CaseDesk(site, context)
        let opened = try await desk.open(context)
        let reason = context.form.text("reason")
        let isClosed = opened.dossier.state == .closed
        do {
            if isClosed {
                _ = try await desk.service.reopen(reason: reason, in: opened.id, by: desk.actor)
            } else {
                _ = try await desk.service.close(reason: reason, in: opened.id, by: desk.actor)
            }
        } catch let refused as CaseRefused where !refused.isForbidden {
            return try closing(opened, errors: [FieldError](refused), request, context)
        }
        context.session.notify(isClosed ? "Het dossier is weer open." : "Het dossier is gesloten.")
        return .redirect(to: CasePaths(opened.id).weighing)
    }
}

struct AskingPage {
    var head: CaseHead
    var csrf: String
    var action: String
    var errors: [FieldError]
    /// What stands in the way, all at once.
    var missing: [OpenPoint]
    var hasMissing: Bool
    /// Colleagues who can read it; who wrote in it is named apart.
    var readers: [FormChoice]
    var hasReaders: Bool
    var writers: String?
    /// The one whose plan it is.
    var owner: String?
    var readerError: String?
    var back: String
    var unsaved: UnsavedList

    init(
        _ opened: OpenCase, readers all: [Account], owner: String?, missing: [OpenPoint],
        unsaved: UnsavedList, errors: [FieldError], chosen: String?,
        csrf: String
    ) {
        head = CaseHead(opened, .weighing, here: "Tweede lezer vragen")
        self.unsaved = unsaved
        self.csrf = csrf
        self.errors = errors
        self.missing = missing
        hasMissing = !missing.isEmpty
        action = CasePaths(opened.id).asking
        let others = all.filter { $0.id != opened.actor.account }
        let free = others.filter { !opened.dossier.editors.contains($0.id) && $0.id != owner }
        let wrote = others.filter { opened.dossier.editors.contains($0.id) }
        readers = free.enumerated().map { place, account in
            FormChoice(
                id: place == 0 ? "reader" : "reader-\(place + 1)", name: "reader", value: account.id,
                label: account.displayName, hint: account.organisation, isChosen: account.id == chosen)
        }
        hasReaders = !readers.isEmpty
        writers = wrote.isEmpty ? nil : wrote.map(\.displayName).joined(separator: ", ")
        self.owner = others.first { $0.id == owner }?.displayName
        readerError = errors.text(for: "reader")
        back = CasePaths(opened.id).weighing + "#tweede-lezer"
    }
}

struct ClosingPage {
    var head: CaseHead
    var csrf: String
    var action: String
    var errors: [FieldError]
    /// It is closed now, and can be opened again.
    var isClosed: Bool
    var reason: FormField
    var back: String

    init(_ opened: OpenCase, reason: String, errors: [FieldError], csrf: String) {
        isClosed = opened.dossier.state == .closed
        head = CaseHead(opened, .weighing, here: isClosed ? "Dossier heropenen" : "Dossier sluiten")
        self.csrf = csrf
        self.errors = errors
        action = CasePaths(opened.id).closing
        self.reason = FormField(
            "reason", "De reden", hint: "Alleen voor collega's; dit komt niet in het openbaar.", value: reason,
            errors: errors, rows: 4)
        back = CasePaths(opened.id).weighing
    }
}
