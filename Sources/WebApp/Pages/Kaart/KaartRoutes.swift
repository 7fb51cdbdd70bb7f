import Assessment
import Geometry
import Hummingbird
import MapLayers
import NormEngine
import PolicyModel
import Reporting

/// All layers on one map, with a legend that leads to policy, and for a chosen place what lies there.
struct KaartRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/kaart") { request, context in
            let query = KaartQuery(request.queryFields, site.house)
            return try site.page(
                PageSpec("kaart/page", title: "Kaart", model: try KaartPage(site: site, query: query).model())
                    .with(
                        styles: ["css/map.css", "css/plek.css", "css/kaart.css"],
                        scripts: ["js/place-field.js", "js/map/kompas-map.js", "js/kaart.js"]), request, context)
        }
    }
}

/// The state of the map as an address holds it.
struct KaartQuery {
    enum Depth: String, CaseIterable {
        case all = "alles"
        case surface = "boven"
        case underground = "onder"

        var label: String {
            switch self {
            case .all: "Alles"
            case .surface: "Boven de grond"
            case .underground: "Onder de grond"
            }
        }

        func shows(_ stratum: Stratum) -> Bool {
            switch self {
            case .all: true
            case .surface: stratum.isSurface
            case .underground: stratum.isUnderground
            }
        }
    }

    var layers: [String]
    var depth: Depth
    var centre: Position?
    var zoom: Double?
    /// The place that was chosen.
    var place: Position?
    var placeText: String
    /// Why the place that was asked for was not found.
    var message: String?
    /// More layers were asked for than a map can show.
    var isFull: Bool

    init(_ fields: Form, _ house: SiteHouse) {
        var wanted: [String] = []
        let known = Set(house.catalogue.items.filter { $0.failure == nil }.map(\.id))
        for id in fields.all("lagen").flatMap({ $0.split(separator: ",").map(String.init) })
        where known.contains(id) && !wanted.contains(id) { wanted.append(id) }
        isFull = wanted.count > HouseMap.mostLayers
        layers = Array(wanted.prefix(HouseMap.mostLayers))
        depth = fields["diepte"].flatMap(Depth.init(rawValue:)) ?? .all
        let number = { (name: String) in fields[name].flatMap(Double.init).flatMap { abs($0) < 1e7 ? $0 : nil } }
        if let x = number("x"), let y = number("y") { centre = Position(x: x, y: y) }
        zoom = number("z").map { min(max($0, 0), 14) }
        placeText = fields.words("plek") ?? ""
        if let address = PlaceAddress(fields), address.isNamed {
            choose(address, house)
        } else if !placeText.isEmpty {
            find(house)
        }
    }

    private mutating func find(_ house: SiteHouse) {
        switch PlaceFinder(house: house).find(placeText) {
        case .one(let address): choose(address, house)
        case .choice(let matches, _):
            let names = matches.prefix(5).map { "\($0.entry.name) (\(PlaceName.kind($0.entry)))" }
            message = "Bedoelt u \(names.joined(separator: ", "))? Schrijf de naam voluit."
        case let other: message = PlaceWords(house).sentence(other, query: placeText)
        }
    }

    private mutating func choose(_ address: PlaceAddress, _ house: SiteHouse) {
        guard let asked = try? AskedPlace(address, in: house) else { return }
        place = asked.middle
        if case .point = address {} else { placeText = asked.title }
    }
}

extension PlaceAddress {
    /// A name and not a point: on the map `x` and `y` are the middle of the view.
    var isNamed: Bool {
        if case .point = self { return false }
        return true
    }
}

/// Makes the page with the map.
struct KaartPage {
    let site: Site
    let query: KaartQuery
    private var house: SiteHouse { site.house }

    /// Layers that are on when an address names none.
    private static let startLayers = 3

    init(site: Site, query: KaartQuery) {
        self.site = site
        var query = query
        if query.layers.isEmpty, query.place == nil, query.centre == nil {
            query.layers = Self.start(site.house, query)
        }
        self.query = query
    }

    /// The main uses of the ground, or below it whatever lies there.
    private static func start(_ house: SiteHouse, _ query: KaartQuery) -> [String] {
        let functions = Set(house.index.functionDesignations.filter { $0.kind == .policy }.map(\.id))
        let items = house.catalogue.items.filter { $0.failure == nil }
        let wanted =
            query.depth == .underground
            ? items.filter { $0.stratum == .underground } : items.filter { functions.contains($0.designation) }
        return wanted.prefix(startLayers).map(\.id)
    }

    func model() throws -> KaartModel {
        let groups = house.catalogue.groups.enumerated().map { group($0.element, number: $0.offset + 1) }
            .filter { !$0.items.isEmpty || !$0.missing.isEmpty }
        return KaartModel(
            query: query.placeText, message: query.message,
            depth: KaartQuery.Depth.allCases.map {
                KaartModel.Choice(value: $0.rawValue, label: $0.label, isChosen: $0 == query.depth)
            }, depthValue: query.depth.rawValue, groups: groups, onIds: query.layers.joined(separator: " "),
            place: try query.place.map(place), view: view, chosen: query.place.map { "\($0.x) \($0.y)" },
            map: drawing,
            remark: query.isFull ? "Er kunnen \(HouseMap.mostLayers) kaartlagen tegelijk aan staan." : nil,
            count: groups.reduce(0) { $0 + $1.items.count })
    }

    private var view: String {
        if let centre = query.centre { return "\(centre.x) \(centre.y) \(query.zoom ?? 8)" }
        return query.place.map { "\($0.x) \($0.y) \(query.zoom ?? 8)" } ?? ""
    }

    /// For who has no script.
    private var drawing: String {
        let shown = query.layers.enumerated().map { HouseMap.Layer(id: $0.element, mark: $0.offset) }
        let titles = shown.compactMap { layer in house.catalogue.items.first { $0.id == layer.id }?.title }
        let label = "Een kaart van \(house.house.authority.name)"
        return HouseMap(index: house.index, layers: house.layers)?
            .drawing(
                shown, chosen: query.place,
                label: titles.isEmpty ? label : "\(label) met \(titles.joined(separator: ", "))"
            )
            .markup ?? ""
    }

    // MARK: - Legend

    private func group(_ group: LayerCatalogue.Group, number: Int) -> KaartModel.Group {
        let items = group.layers.filter { query.depth.shows($0.stratum) }.map { item in
            KaartModel.Item(
                id: item.id, title: item.title, summary: item.summary?.replacing("`", with: ""),
                href: PolicyAddress.designation(item.designation),
                isOn: query.layers.contains(item.id), mark: query.layers.firstIndex(of: item.id).map { $0 + 1 },
                isRough: item.widthMetres > 0, stratum: item.stratum.rawValue, precision: Self.precision(item))
        }
        let missing = group.missing.filter { query.depth.shows($0.stratum) }.map {
            KaartModel.Missing(title: $0.title, href: PolicyAddress.designation($0.designation))
        }
        let on = items.count(where: \.isOn)
        return KaartModel.Group(
            id: "groep-\(number)", title: group.title, items: items, missing: missing,
            missingTitle: missing.count == 1 ? "1 zonder kaart" : "\(missing.count) zonder kaart",
            isOpen: on > 0, onCount: on > 0 ? on : nil)
    }

    private static func precision(_ item: LayerCatalogue.Item) -> String {
        if let failure = item.failure { return "Niet te lezen: \(failure)." }
        let width = item.widthMetres > 0 ? "lijn kan \(Numbers.length(item.widthMetres)) verschillen" : "precies"
        return "\(item.basis), \(width)"
    }

    // MARK: - What lies at the chosen place

    private func place(_ position: Position) throws -> KaartModel.Place {
        let finder = PlaceFinder(house: house)
        let address = PlaceAddress.point(PlaceFinder.rounded(position))
        let coordinates = "RD \(Int(position.x)), \(Int(position.y))"
        guard !finder.isOutside(position) else {
            return KaartModel.Place(
                title: coordinates, coordinates: coordinates, lies: [], near: [],
                unknown: PlaceWords(house).sentence(.outside(position), query: ""), href: "")
        }
        let asked = try AskedPlace(address, in: house)
        let study = try house.assessor.study(.point(x: position.x, y: position.y), on: site.today)
        let answer = PlaceAnswer(study, index: house.index)
        let shown = Set(
            house.catalogue.items.filter { query.depth.shows($0.stratum) }.map(\.designation))
        let count = answer.unknown.count
        return KaartModel.Place(
            title: asked.title, coordinates: coordinates,
            lies: answer.here.filter { shown.contains($0.designation) }.map(lies),
            near: answer.nearby.filter { shown.contains($0.designation) }.map(lies),
            unknown: count > 0 ? "Van \(count) aanduidingen is niet bekend of ze hier liggen." : nil,
            href: "/plek?" + address.query)
    }

    private func lies(_ lies: PlaceAnswer.Lies) -> KaartModel.Lies {
        KaartModel.Lies(
            title: lies.title, href: PolicyAddress.designation(lies.designation),
            names: lies.names.isEmpty ? nil : lies.names.joined(separator: ", "), remark: LiesWords.remark(lies))
    }
}
