import Hummingbird

/// Published weighings: the list, each as page and as files, and a page that checks it.
struct RecordsRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        let list = RecordListPage(site: site)
        router.get("/afwegingen") { request, context in try await list.show(request, context) }
        let page = RecordPageRoute(site: site)
        router.get("/afwegingen/:number") { request, context in try await page.show(request, context) }
        let check = RecordCheckPage(site: site)
        router.get("/afwegingen/:number/controle") { request, context in try await check.show(request, context) }
        let files = RecordFiles(site: site)
        router.get("/afwegingen/:number/verslag.pdf") { request, context in try await files.pdf(request, context) }
        router.get("/afwegingen/:number/verslag.json") { request, context in try await files.json(request, context) }
        router.get("/afwegingen/:number/dossier.zip") { _, context in try await files.archive(context) }
    }
}
