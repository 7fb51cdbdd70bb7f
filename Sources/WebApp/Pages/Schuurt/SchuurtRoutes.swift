import CanonicalJSON
import Hummingbird
import NormEngine
import OpportunityMap
import PolicyModel

/// Where it rubs: where tasks, protection and opportunities stack.
struct SchuurtRoutes {
    let site: Site
    private let tiles = KeptAnswers(mostBytes: 16_000_000)

    private static let patience = 0.8
    private static let longPatience = 120.0
    private static let longestPixels = 1_400

    init(site: Site) { self.site = site }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/schuurt") { try await show($0, $1) }
        router.get("/schuurt/stand") { request, context in
            let key = try self.key(request)
            return try WaitingPage.json(site.maps.pressures.look(key, for: site.owner(request, context)).progress)
        }
        router.get("/schuurt/tegel/:z/:x/:file") { request, context in
            let place = try TilePlace(context)
            return try await picture("\(place.key)?\(request.uri.query ?? "")", request, context) {
                try $0.tilePNG(zoom: place.zoom, column: place.column, row: place.row) ?? TilePlace.empty
            }
        }
        router.get("/schuurt/kaart.png") { request, context in
            try await picture("kaart?\(request.uri.query ?? "")", request, context) {
                try $0.png(longest: Self.longestPixels)
            }
        }
        router.get("/schuurt/vlak/:file") { request, context in
            let file = try context.parameters.require("file")
            guard file.hasSuffix(".png") else { throw PageRefused.notFound }
            let name = String(file.dropLast(4))
            guard let look = name == "niets" ? OpportunityClass.look(name) : PressureBands.look(named: name) else {
                throw PageRefused.notFound
            }
            return try Swatch.answer(look, kept: tiles, key: file, to: request)
        }
        router.get("/schuurt/bestand/:file") { try await file($0, $1) }
    }

    private func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let query = SchuurtQuery(request.queryFields)
        if let problem = query.errors.first { throw PageRefused.wrong(problem.text) }
        let seen = try await site.maps.pressures.wait(
            query.key(today: site.today), for: site.owner(request, context), seconds: Self.patience)
        guard case .ready(let kept) = seen else {
            return try WaitingPage(site: site).response(
                seen.progress, title: "De kaart wordt gemaakt",
                state: KansenQuery.address("/schuurt/stand", query.questionPairs), back: "/", request, context)
        }
        let model = SchuurtPage(site: site).model(query, kept)
        return try site.page(
            PageSpec("schuurt/page", title: "Waar schuurt het?", model: model).with(
                styles: ["css/map.css", "css/plek.css", "css/kaart.css", "css/kansen.css"],
                scripts: ["js/place-field.js", "js/map/kompas-map.js", "js/kansen.js"]), request, context)
    }

    private func key(_ request: Request) throws -> PressureKey {
        let query = SchuurtQuery(request.queryFields)
        if let problem = query.errors.first { throw PageRefused.wrong(problem.text) }
        return query.key(today: site.today)
    }

    private func picture(
        _ name: String, _ request: Request, _ context: KompasRequestContext,
        draw: (CellPicture) throws -> [UInt8]
    ) async throws -> Response {
        let isForever = request.queryFields["v"] != nil
        return try await tiles.answer(name, contentType: "image/png", isForever: isForever, to: request) {
            let picture = try await site.maps.pictures.wait(
                PictureKey(subject: .pressure(try key(request))), for: site.owner(request, context),
                seconds: Self.longPatience
            ).value()
            return try draw(picture)
        }
    }

    private func file(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let name = try context.parameters.require("file")
        guard ["schuurt.json", "schuurt.geojson"].contains(name) else { throw PageRefused.notFound }
        let kept = try await site.maps.pressures.wait(
            try key(request), for: site.owner(request, context), seconds: Self.longPatience
        ).value()
        if name == "schuurt.json" {
            return MapFile.response(
                Array(try kept.pressure.json.canonicalString.utf8), type: "application/json", name: name)
        }
        let pressure = kept.pressure
        let bytes = try await site.maps.atWork { Array(try Self.polygons(pressure).canonicalString.utf8) }
        return MapFile.response(bytes, type: "application/geo+json", name: name)
    }

    /// A feature per hot spot, with the norms that meet there.
    private static func polygons(_ pressure: PressureMap) -> JSONValue {
        PolygonFile.collection(
            pressure.hotSpots.enumerated().map { number, spot in
                let claims = spot.claims.map { pressure.claims[$0] }
                return PolygonFile.feature(
                    BitPlane(grid: pressure.grid, cells: spot.cells), id: String(number + 1),
                    [
                        "rank": .number(Double(number + 1)), "claims": .number(Double(claims.count)),
                        "hectares": .number(spot.hectares), "cellMetres": .number(pressure.grid.cellMetres),
                        "norms": .array(claims.flatMap(\.norms).map { .string($0) }),
                        "kinds": .array(claims.map { .string($0.kind.rawValue) }),
                    ])
            })
    }
}
