import Assessment
import Geometry
import Hummingbird
import MapLayers
import NormEngine
import PolicyModel
import Reporting

/// The first page: two doors, one field, and the house as a drawing.
struct HomeRoutes {
    let site: Site

    struct Model {
        var authority: String
        var map: String
        var towns: [PlekkenRoutes.Option]
    }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/") { request, context in
            try await site.cache.page(request, context) {
                let model = Model(
                    authority: site.house.house.authority.name, map: map, towns: Self.largestTowns(site.house, 4))
                return try site.page(
                    PageSpec("home/page", title: "Begin", model: model)
                        .with(styles: ["css/map.css", "css/plek.css", "css/home.css"], scripts: ["js/place-field.js"]),
                    request,
                    context)
            }
        }
    }

    /// The main uses of the ground, in light lines.
    private var map: String {
        let index = site.house.index
        guard let map = HouseMap(index: index, layers: site.house.layers) else { return "" }
        let functions = Set(index.functionDesignations.filter { $0.kind == .policy }.map(\.id))
        let shown = site.house.catalogue.items.filter { functions.contains($0.designation) && $0.failure == nil }
            .prefix(3).enumerated().map { HouseMap.Layer(id: $0.element.id, mark: $0.offset) }
        return map.drawing(shown, label: "Een kaart van \(index.house.authority.name) met de grootste plaatsen.").markup
    }

    /// The towns with the largest shape, by size.
    static func largestTowns(_ house: SiteHouse, _ count: Int) -> [PlekkenRoutes.Option] {
        var sizes: [(name: String, size: Double)] = []
        let extent = MapGround.extent(of: house)
        let towns = Set(house.house.designations.filter { $0.kind == .settlement }.map(\.id))
        for layer in house.layers.layers where towns.contains(layer.designation) {
            for drawn in (try? house.layers.drawing(of: layer.id, in: extent, toleranceMetres: 10)) ?? [] {
                if let name = drawn.feature.name { sizes.append((name, drawn.shape.areaSquareMetres)) }
            }
        }
        return sizes.sorted { ($1.size, $0.name) < ($0.size, $1.name) }.prefix(count).map { town in
            PlekkenRoutes.Option(
                label: town.name, kind: "kern", alias: nil, href: "/plek?" + PlaceAddress.town(town.name).query)
        }
    }
}
