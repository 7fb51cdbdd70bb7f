import Assessment
import Geometry
import Hummingbird

/// One field over places and policy.
struct ZoekenRoutes {
    let site: Site

    struct Model {
        var query: String
        var places: [PlekkenRoutes.Option]
        var placeMessage: String?
        /// The best of what the policy says, and where the rest is.
        var policy: [SearchPages.HitView]
        var policyCount: Int
        var policyHref: String
    }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/zoeken") { request, context in
            let query = request.queryFields.words("q") ?? ""
            var model = Model(
                query: query, places: [], placeMessage: nil, policy: [], policyCount: 0,
                policyHref: "/beleid/zoeken?q=" + PlaceAddress.encoded(query))
            if !query.isEmpty {
                find(query, &model)
                (model.policy, model.policyCount) = try SearchPages(house: site.house, day: site.today).best(query, 5)
            }
            return try site.page(
                PageSpec("zoeken/page", title: "Zoeken", model: model)
                    .with(styles: ["css/plek.css", "css/beleid.css"], scripts: ["js/place-field.js"]), request, context)
        }
    }

    private func find(_ query: String, _ model: inout Model) {
        switch PlaceFinder(house: site.house).find(query) {
        case .one(.point(let position)):
            model.places = [
                PlekkenRoutes.Option(
                    label: "RD \(Int(position.x)), \(Int(position.y))", kind: "punt", alias: nil,
                    href: "/plek?" + PlaceAddress.point(position).query)
            ]
        case .one, .choice:
            model.places = site.house.places.search(query, limit: 6).map { PlekkenRoutes.option($0, "/plek") }
        case .nothing: break
        case let other: model.placeMessage = PlaceWords(site.house).sentence(other, query: query)
        }
    }
}
