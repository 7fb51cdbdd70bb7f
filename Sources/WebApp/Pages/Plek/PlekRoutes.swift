import PolicyModel
import Assessment
import Hummingbird
import Reporting

/// *Mijn plek*: what policy says of a place, for who lives there. No account, no plan.
struct PlekRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/plek") { request, context in
            // Not kept: it depends on the day, and there are as many as there are points.
            try page(request, context)
        }
        router.get("/plek/klopt-niet") { request, context in try report(request, context) }
    }

    private func page(_ request: Request, _ context: KompasRequestContext) throws -> Response {
        let fields = request.queryFields
        if let text = fields.words("zoek") {
            guard case .one(let address) = PlaceFinder(house: site.house).find(text) else {
                return .redirect(to: "/plekken?q=" + PlaceAddress.encoded(text))
            }
            return .redirect(to: "/plek?" + address.query)
        }
        guard let address = PlaceAddress(fields) else {
            let isPoint = fields["x"] != nil || fields["y"] != nil
            return try form(
                isPoint ? PlaceWords(site.house).sentence(.noPlace, query: "") : nil, request, context)
        }
        return try answer(address, request, context)
    }

    // MARK: - Choosing

    struct FormModel {
        var message: String?
        var examples: [PlekkenRoutes.Option]
        var x: String
        var y: String
    }

    private func form(_ message: String?, _ request: Request, _ context: KompasRequestContext) throws -> Response {
        let fields = request.queryFields
        let model = FormModel(
            message: message, examples: HomeRoutes.largestTowns(site.house, 6), x: fields["x"] ?? "",
            y: fields["y"] ?? "")
        return try site.page(
            PageSpec("plek/form", title: "Mijn plek", model: model)
                .with(
                    styles: ["css/map.css", "css/plek.css"],
                    scripts: ["js/place-field.js", "js/map/kompas-map.js"]
                ).with(status: message == nil ? .ok : .notFound), request, context)
    }

    // MARK: - The answer

    private func answer(
        _ address: PlaceAddress, _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        if case .point(let position) = address, PlaceFinder(house: site.house).isOutside(position) {
            return try form(PlaceWords(site.house).sentence(.outside(position), query: ""), request, context)
        }
        let place: AskedPlace
        do { place = try AskedPlace(address, in: site.house) } catch PageRefused.notFound {
            guard case .town(let name) = address else { throw PageRefused.notFound }
            return try form(PlaceWords(site.house).sentence(.nothing, query: name), request, context)
        }
        let study = try site.house.assessor.study(place.shape, on: site.today)
        var page = PlekPage(site: site, place: place, answer: PlaceAnswer(study, index: site.house.index))
        return try site.page(
            PageSpec("plek/page", title: place.title, model: try page.model())
                .with(
                    styles: ["css/report.css", "css/map.css", "css/soil.css", "css/plek.css"],
                    scripts: ["js/map/kompas-map.js"]), request, context)
    }

    // MARK: - Klopt dit niet?

    struct ReportModel {
        var sentence: String?
        var source: String?
        var address: String
        var place: String
        var organisation: String
        var email: String?
        var mailto: String?
        var telephone: String?
        var page: String?
        var hasContact: Bool
    }

    private func report(_ request: Request, _ context: KompasRequestContext) throws -> Response {
        let fields = request.queryFields
        guard let address = PlaceAddress(fields) else { throw PageRefused.notFound }
        let place = try AskedPlace(address, in: site.house)
        let reported = ReportedSentence(fields["zin"] ?? "", index: site.house.index)
        let contact = site.settings.contact
        let full = (site.settings.address ?? "") + "/plek?" + address.query
        let model = ReportModel(
            sentence: reported?.text, source: reported?.source, address: full, place: place.title,
            organisation: site.settings.organisation ?? site.house.house.authority.name, email: contact.email,
            mailto: contact.email.map { Self.mailto($0, full, reported) }, telephone: contact.telephone,
            page: contact.page,
            hasContact: contact.email != nil || contact.telephone != nil || contact.page != nil)
        return try site.page(
            PageSpec("plek/klopt-niet", title: "Klopt dit niet?", model: model).with(styles: ["css/plek.css"]),
            request, context)
    }

    private static func mailto(_ email: String, _ address: String, _ reported: ReportedSentence?) -> String {
        let body = [
            "Ik zag dit in Kompas:", reported?.text, reported.map { "Bron: \($0.source ?? "")" }, address, "",
            "Dit klopt volgens mij niet, omdat ...",
        ].compactMap { $0 }.joined(separator: "\n")
        return "mailto:\(email)?subject=\(PlaceAddress.encoded("Klopt dit niet?"))&body=\(PlaceAddress.encoded(body))"
    }
}
