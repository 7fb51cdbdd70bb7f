import Geometry
import PolicyModel
import Assessment
import CanonicalJSON
import Hummingbird
import NIOCore

/// Finding a place by name or by coordinates: a page for everybody, and JSON for the field that completes as one types.
struct PlekkenRoutes {
    let site: Site

    struct Option {
        var label: String
        var kind: String
        var alias: String?
        var href: String
    }

    struct Model {
        var query: String
        var options: [Option]
        var message: String?
        /// Where a chosen place leads: a page that takes a place after `?`.
        var target: String
    }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/plekken") { request, context in
            request.wantsJSON ? try json(request) : try page(request, context)
        }
    }

    /// The pages that may be asked for with a place.
    private static let targets: Set<String> = ["/plek", "/kaart"]

    private func page(_ request: Request, _ context: KompasRequestContext) throws -> Response {
        let fields = request.queryFields
        let query = fields.words("q") ?? ""
        let target = fields["naar"].flatMap { Self.targets.contains($0) ? $0 : nil } ?? "/plek"
        var model = Model(query: query, options: [], message: nil, target: target)
        if !query.isEmpty {
            switch PlaceFinder(house: site.house).find(query) {
            case .one(let address): return .redirect(to: "\(target)?\(address.query)")
            case .choice(let matches, let isExact):
                model.options = matches.map { Self.option($0, target) }
                model.message =
                    isExact ? "Er zijn er meer die zo heten. Kies wat u bedoelt." : "Bedoelt u een van deze?"
            case let other: model.message = PlaceWords(site.house).sentence(other, query: query)
            }
        }
        return try site.page(
            PageSpec("plekken/page", title: "Plek zoeken", model: model)
                .with(styles: ["css/plek.css"], scripts: ["js/place-field.js"]), request, context)
    }

    static func option(_ match: PlaceDirectory.Match, _ target: String) -> Option {
        Option(
            label: match.entry.name, kind: PlaceName.kind(match.entry), alias: match.alias,
            href: "\(target)?\(PlaceAddress(match.entry).query)")
    }

    private func json(_ request: Request) throws -> Response {
        let query = request.queryFields.words("q") ?? ""
        var options: [JSONValue] = []
        var message: String?
        switch PlaceFinder(house: site.house).find(query) {
        case .one(.point(let position)):
            options = [Self.json("RD \(Int(position.x)), \(Int(position.y))", "punt", nil, .point(position))]
        case .one, .choice:
            options = site.house.places.search(query).map { match in
                Self.json(match.entry.name, PlaceName.kind(match.entry), match.alias, PlaceAddress(match.entry))
            }
        case let other: message = query.isEmpty ? nil : PlaceWords(site.house).sentence(other, query: query)
        }
        let answer: JSONValue = [
            "message": message.map { .string($0) } ?? .null, "results": .array(options),
        ]
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: answer.compact())))
    }

    private static func json(_ label: String, _ kind: String, _ alias: String?, _ address: PlaceAddress) -> JSONValue {
        [
            "alias": alias.map { .string($0) } ?? .null, "kind": .string(kind), "label": .string(label),
            "query": .string(address.query),
        ]
    }
}

/// What is said when a place was not found.
struct PlaceWords {
    private let authority: String

    init(_ house: SiteHouse) { authority = house.house.authority.name }

    func sentence(_ found: FoundPlace, query: String) -> String? {
        switch found {
        case .one, .choice: nil
        case .outside(let position):
            "De plek \(Int(position.x)), \(Int(position.y)) ligt buiten het gebied van \(authority). Kijk of de getallen kloppen, of vraag het bij wie daar beleid maakt."
        case .noPlace:
            "Deze getallen zijn geen plek in Nederland. Schrijf RD, bijvoorbeeld 233000, 556000, of graden, bijvoorbeeld 52.99, 6.56."
        case .nothing:
            "Er is geen plek met de naam \u{2018}\(query)\u{2019}. Kompas kent geen adressen en postcodes. Kijk of de naam goed geschreven is, zoek een plaats in de buurt, of kies de plek op de kaart."
        }
    }
}
