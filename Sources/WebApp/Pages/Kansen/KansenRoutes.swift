import Accounts
import Assessment
import CanonicalJSON
import Hummingbird
import NIOCore
import OpportunityMap
import PolicyModel

/// Where does it fit: the opportunity map of an activity.
struct KansenRoutes {
    let site: Site
    private let page: KansenPage
    private let tiles = KeptAnswers(mostBytes: 32_000_000)

    /// A page waits so long for what is nearly there; after that it shows how far it is.
    private static let patience = 0.8
    /// A picture or a file waits longer: nobody sees how far it is.
    private static let longPatience = 120.0
    private static let longestPixels = 1_400

    init(site: Site) {
        self.site = site
        page = KansenPage(
            site: site, maker: KansenFormMaker(site.house), examples: KansenExamples(site.house.index).examples)
    }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/kansen") { try await show($0, $1) }
        router.get("/kansen/stand") { try await state($0, $1) }
        router.get("/kansen/tegel/:z/:x/:file") { try await tile($0, $1) }
        router.get("/kansen/kaart.png") { try await drawing($0, $1) }
        router.get("/kansen/vlak/:file") { request, context in
            let file = try context.parameters.require("file")
            guard file.hasSuffix(".png"), let look = OpportunityClass.look(String(file.dropLast(4))) else {
                throw PageRefused.notFound
            }
            return try Swatch.answer(look, kept: tiles, key: file, to: request)
        }
        router.get("/kansen/bestand/:file") { try await file($0, $1) }
    }

    // MARK: - The page

    private func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let query = KansenQuery(request.queryFields, site.house)
        var problems: [FieldError] = []
        if query.isChoosing || (!query.hasQuestion && query.errors.isEmpty) {
            if query.action == "toon", query.errors.isEmpty {
                problems = [FieldError("Kies ten minste één activiteit. Zoek met een gewoon woord.", field: "zoek")]
            }
            return try form(query, problems, request, context)
        }
        guard let asked = try KansenAsked(query, site, &problems) else {
            return try form(query, problems, request, context)
        }
        // One address for one question, whoever made it.
        let address = query.address(site.house)
        if request.uri.string != address,
            KansenQuery(Form(urlencoded: Self.query(address)), site.house).form != query.form
        {
            return .redirect(to: address, type: .normal)
        }
        let owner = site.owner(request, context)
        let room = site.maps
        let look: WorkLook<KeptMap>
        var difference: KeptDifference?
        if let pair = asked.pair {
            let seen = try await room.differences.wait(pair, for: owner, seconds: Self.patience)
            if case .ready(let kept) = seen { difference = kept }
            look = seen.map(\.before)
        } else {
            look = try await room.maps.wait(asked.key, for: owner, seconds: Self.patience)
        }
        guard case .ready(let kept) = look else { return try waiting(look.progress, asked, request, context) }
        let model = try page.answered(asked, kept, difference)
        return try site.page(
            PageSpec("kansen/page", title: model.title, model: model).with(
                styles: ["css/map.css", "css/plek.css", "css/plans.css", "css/kaart.css", "css/kansen.css"],
                scripts: ["js/place-field.js", "js/map/kompas-map.js", "js/kansen.js"]), request, context)
    }

    private static func query(_ address: String) -> String {
        address.firstIndex(of: "?").map { String(address[address.index(after: $0)...]) } ?? ""
    }

    private func form(
        _ query: KansenQuery, _ problems: [FieldError], _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        let model = page.choosing(query, problems)
        return try site.page(
            PageSpec("kansen/page", title: problems.isEmpty ? model.title : "Dit klopt nog niet", model: model).with(
                styles: ["css/map.css", "css/plek.css", "css/plans.css", "css/kaart.css", "css/kansen.css"],
                scripts: ["js/place-field.js"]
            ).with(status: problems.isEmpty ? .ok : .badRequest), request, context)
    }

    private func waiting(
        _ state: WaitState, _ asked: KansenAsked, _ request: Request, _ context: KompasRequestContext
    ) throws -> Response {
        let address = asked.query.address(site.house)
        return try WaitingPage(site: site).response(
            state, title: "De kaart wordt gemaakt", state: "/kansen/stand?" + Self.query(address), back: "/kansen",
            request, context)
    }

    /// How far the map is, for a script.
    private func state(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let asked = try self.asked(request)
        let owner = site.owner(request, context)
        let state =
            if let pair = asked.pair {
                site.maps.differences.look(pair, for: owner).progress
            } else {
                site.maps.maps.look(asked.key, for: owner).progress
            }
        return try WaitingPage.json(state)
    }

    // MARK: - Pictures and files

    /// What an address of a picture or a file asks.
    private func asked(_ request: Request) throws -> KansenAsked {
        var problems: [FieldError] = []
        guard let asked = try KansenAsked(KansenQuery(request.queryFields, site.house), site, &problems) else {
            throw PageRefused.wrong(problems.first?.text ?? "Kies eerst een activiteit.")
        }
        return asked
    }

    private func picture(
        _ asked: KansenAsked, _ request: Request, _ context: KompasRequestContext
    ) async throws -> CellPicture {
        let subject: PictureKey.Subject =
            if request.queryFields["laag"] == "verschil", let pair = asked.pair {
                .difference(pair)
            } else {
                .map(asked.key, asked.shown)
            }
        return try await site.maps.pictures.wait(
            PictureKey(subject: subject), for: site.owner(request, context), seconds: Self.longPatience
        ).value()
    }

    private func tile(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let place = try TilePlace(context)
        let key = "\(place.key)?\(request.uri.query ?? "")"
        let isForever = request.queryFields["v"] != nil
        return try await tiles.answer(key, contentType: "image/png", isForever: isForever, to: request) {
            let asked = try self.asked(request)
            let picture = try await self.picture(asked, request, context)
            return try picture.tilePNG(zoom: place.zoom, column: place.column, row: place.row) ?? TilePlace.empty
        }
    }

    /// The whole map, for a page without script and for paper.
    private func drawing(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let isForever = request.queryFields["v"] != nil
        return try await tiles.answer(
            "kaart?\(request.uri.query ?? "")", contentType: "image/png", isForever: isForever, to: request
        ) {
            try await self.picture(try self.asked(request), request, context).png(longest: Self.longestPixels)
        }
    }

    private func file(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let name = try context.parameters.require("file")
        guard let kind = MapFile(rawValue: name) else { throw PageRefused.notFound }
        let asked = try self.asked(request)
        let owner = site.owner(request, context)
        let room = site.maps
        if kind == .difference {
            guard let pair = asked.pair else {
                throw PageRefused.wrong("Er is geen tweede variant om mee te vergelijken.")
            }
            let kept = try await room.differences.wait(pair, for: owner, seconds: Self.longPatience).value()
            return try MapFile.response(Array(kept.difference.json.canonicalString.utf8), kind)
        }
        if kind == .png {
            let picture = try await self.picture(asked, request, context)
            return MapFile.response(try picture.png(longest: MapFile.pixels), kind)
        }
        let kept = try await room.maps.wait(asked.key, for: owner, seconds: Self.longPatience).value()
        return try await MapFileMaker(site: site).response(kind, kept)
    }
}
