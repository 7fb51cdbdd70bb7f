import Hummingbird
import PolicyModel
import Reporting

/// The policy house: its front page, lists, the page of each record, search and overviews.
struct BeleidRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/beleid") { request, context in
            try await kept(request, context) {
                spec("beleid/house", "Beleid", HousePages(house: site.house, day: site.today).front())
            }
        }
        router.get("/beleid/zoeken") { request, context in
            let model = try SearchPages(house: site.house, day: site.today).page(request.queryFields)
            return try site.page(spec("beleid/search", model.title, model), request, context)
        }
        router.get("/beleid/spanningen") { request, context in
            let number = request.queryFields["pagina"].flatMap { Int($0) } ?? 1
            guard let model = TensionPages(house: site.house, day: site.today).page(number) else {
                throw PageRefused.notFound
            }
            return try await kept(request, context) { spec("beleid/tensions", "Wat kan schuren", model) }
        }
        router.get("/beleid/dekking") { request, context in
            try await kept(request, context) {
                spec("beleid/coverage", "Dekking", CoveragePages(house: site.house, day: site.today).page())
            }
        }
        router.get("/beleid/:list") { request, context in try await list(request, context) }
        router.get("/beleid/:list/:id") { request, context in try await record(request, context) }
        router.get("/beleid/:list/:id/:part") { request, context in try await principle(request, context) }
    }

    private func list(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let segment = try context.parameters.require("list")
        guard let kind = PolicyAddress.kind(segment) else {
            guard let kind = RecordKind(rawValue: segment), !kind.isPart else { throw PageRefused.notFound }
            return .redirect(to: PolicyAddress.list(kind), type: .permanent)
        }
        let title = Words.capitalised(Words.kinds(kind))
        switch kind {
        case .term: return .redirect(to: PolicyAddress.list(.term), type: .permanent)
        case .document:
            return try await kept(request, context) {
                spec("beleid/documents", title, DocumentPages(house: site.house, day: site.today).page())
            }
        case .inconsistency:
            return try await kept(request, context) {
                spec("beleid/inconsistencies", title, InconsistencyPages(house: site.house, day: site.today).page())
            }
        default:
            return try await kept(request, context) {
                spec("beleid/list", title, ListPages(house: site.house, day: site.today).page(kind))
            }
        }
    }

    private func record(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let segment = try context.parameters.require("list")
        let id = try context.parameters.require("id")
        guard let kind = PolicyAddress.kind(segment) ?? RecordKind(rawValue: segment), !kind.isPart,
            let record = site.house.book.records[RecordKey(kind, id)]
        else { throw PageRefused.notFound }
        let address = PolicyAddress.page(record.key)
        guard request.uri.path == address else { return .redirect(to: address, type: .permanent) }
        return try await kept(request, context) {
            let page = ObjectPages(house: site.house, day: site.today).page(record)
            let spec = spec("beleid/object", record.title, page)
            return page.sections.contains { $0.drawing != nil } ? spec.with(styles: ["css/map.css"]) : spec
        }
    }

    private func principle(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let id = try context.parameters.require("part")
        guard PolicyAddress.kind(try context.parameters.require("list")) == .frame,
            case .frame(let frame)? = site.house.book.records[RecordKey(.frame, try context.parameters.require("id"))]?
                .value,
            let principle = frame.principles.first(where: { $0.id == id })
        else { throw PageRefused.notFound }
        return try await kept(request, context) {
            spec(
                "beleid/object", principle.title,
                ObjectPages(house: site.house, day: site.today).page(principle, of: frame))
        }
    }

    private func kept(
        _ request: Request, _ context: KompasRequestContext, _ spec: () throws -> PageSpec
    ) async throws -> Response {
        try await site.cache.page(request, context) { try site.page(spec(), request, context) }
    }

    private func spec(_ template: String, _ title: String, _ model: some Any) -> PageSpec {
        PageSpec(template, title: title, model: model).with(styles: ["css/beleid.css"])
    }
}
