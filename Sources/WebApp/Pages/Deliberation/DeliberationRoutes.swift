import Casework
import Hummingbird

/// Weighing a plan: the page with everything in it, and a page for each thing that is written.
struct DeliberationRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets/:id/afweging") { request, context in
            let desk = try CaseDesk(site, context)
            let opened: OpenCase
            do { opened = try await desk.open(context) } catch is CaseNotFound {
                // A plan that was handed in: whoever may open a dossier on it is shown how.
                return try await TakingUpRoutes(site: site).instead(of: context)
            }
            return try await page(desk, opened, errors: [], request, context)
        }
        CellEditor(site: site).add("/toets/:id/afweging/:frame/:principle/:question", to: router)
        CellEditor(site: site).addUndo(to: router)
        ItemEditor(site: site, kind: .dilemma).add("/toets/:id/afweging/dilemma/:item", to: router)
        ItemEditor(site: site, kind: .condition).add("/toets/:id/afweging/voorwaarde/:item", to: router)
        OutcomeEditor(site: site).add("/toets/:id/afweging/uitkomst", to: router)
        DetailsEditor(site: site).add("/toets/:id/afweging/verslag", to: router)
        DeviationEditor(site: site).add("/toets/:id/afweging/afwijking/:document", to: router)
        PresentedEditor(site: site).add("/toets/:id/afweging/afwijking/:document/gezet", to: router)
        ContestEditor(site: site).add("/toets/:id/afweging/betwisten/:finding", to: router)
        ContestEditor(site: site).addWithdrawal(to: router)
        AnswerEditor(site: site).add("/toets/:id/afweging/vraag/:question", to: router)
        AnswerEditor(site: site).addWithdrawal(to: router)
        DossierSheetRoutes(site: site).add(to: router)
        DraftRoutes(site: site).add(to: router)
        HandingRoutes(site: site).add(to: router)
        HistoryRoutes(site: site).add(to: router)
        ReadingRoutes(site: site).add(to: router)
        PublishingRoutes(site: site).add(to: router)
        SupersedingRoutes(site: site).add(to: router)
    }

    /// - Parameter errors: what is wrong with a comment that was sent.
    func page(
        _ desk: CaseDesk, _ opened: OpenCase, errors: [FieldError], _ request: Request,
        _ context: KompasRequestContext
    ) async throws -> Response {
        let record = try desk.service.preview(of: opened.dossier, report: opened.json)
        let page = DeliberationPage(
            opened, house: site.house.house,
            points: desk.service.openPoints(of: opened.dossier, report: opened.json, for: desk.actor),
            earlier: try await desk.service.earlierCases(for: record),
            unsaved: UnsavedList(try await CaseDrafts(desk).all(opened.id), opened),
            comment: context.form.text("comment"),
            errors: errors, csrf: context.session.csrf)
        return try site.page(
            PageSpec("deliberation/page", title: "Afweging: \(opened.title)", model: page)
                .with(styles: ["css/casework.css"], isPrivate: true)
                .with(status: errors.isEmpty ? .ok : .unprocessableContent), request, context)
    }
}
