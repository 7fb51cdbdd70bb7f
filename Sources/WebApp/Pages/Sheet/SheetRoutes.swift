import Hummingbird

/// The Kompas sheet of a plan, a page for each finding, the questions that people answer, and the report as a file.
struct SheetRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        let sheet = SheetPage(site: site)
        router.get("/toets/:id") { request, context in try await sheet.show(request, context) }
        let answers = SheetAnswers(site: site)
        router.post("/toets/:id/vragen") { request, context in try await answers.send(request, context) }
        let finding = FindingPage(site: site)
        router.get("/toets/:id/bevinding/:finding") { request, context in try await finding.show(request, context) }
        router.post("/toets/:id/bevinding/:finding") { request, context in try await finding.contest(request, context) }
        router.post("/toets/:id/bevinding/:finding/intrekken") { _, context in try await finding.takeBack(context) }
        let files = SheetFiles(site: site)
        router.get("/toets/:id/rapport.json") { _, context in try await files.json(context) }
        router.get("/toets/:id/rapport.geojson") { _, context in try await files.geoJSON(context) }
        router.get("/toets/:id/rapport.html") { _, context in try await files.html(context) }
        router.get("/toets/:id/plan.geojson") { _, context in try await files.plan(context) }
    }
}
