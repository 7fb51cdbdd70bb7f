import Casework
import Hummingbird
import Store

/// Telling a plan step by step, and what one does with plans as a whole.
struct PlansRoutes {
    let site: Site
    private let access: PlanAccess
    private let steps: StepHandler

    init(site: Site) {
        self.site = site
        access = PlanAccess(site: site)
        steps = StepHandler(site: site)
    }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets") { request, context in try await PlanListPage(site: site).show(request, context) }
        router.get("/toets/nieuw") { request, context in try await steps.showNew(request, context) }
        router.post("/toets/nieuw") { request, context in try await steps.sendNew(request, context) }
        for step in PlanStep.allCases {
            let path = RouterPath("/toets/:id/\(step.rawValue)")
            router.get(path) { request, context in try await steps.show(step, request, context) }
            router.post(path) { request, context in try await steps.send(step, request, context) }
        }
        let upload = PlaceUpload(site: site)
        router.post("/toets/:id/waar/bestand") { request, context in try await upload.send(request, context) }
        let whole = PlanActions(site: site, access: access)
        router.get("/toets/:id/onderdeel-weg") { request, context in try await whole.askPart(request, context) }
        router.post("/toets/:id/onderdeel-weg") { _, context in try await whole.removePart(context) }
        router.get("/toets/:id/verwijderen") { request, context in try await whole.askDelete(request, context) }
        router.post("/toets/:id/verwijderen") { _, context in try await whole.delete(context) }
        router.post("/toets/:id/terugzetten") { _, context in try await whole.putBack(context) }
        router.post("/toets/:id/kopie") { _, context in try await whole.copy(context) }
        router.get("/toets/:id/indienen") { request, context in try await whole.askHandIn(request, context) }
        router.post("/toets/:id/indienen") { request, context in try await whole.handIn(request, context) }
        router.post("/toets/:id/terugtrekken") { _, context in try await whole.takeBack(context) }
    }
}
