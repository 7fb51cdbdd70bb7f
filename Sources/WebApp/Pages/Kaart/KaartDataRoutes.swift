import CanonicalJSON
import Geometry
import Hummingbird
import MapLayers
import Reporting

/// What the map in a page asks for: the layers, and what to find one's way by. docs/map-component.md tells how.
struct KaartDataRoutes {
    let site: Site
    private let kept = KeptAnswers(mostBytes: 48_000_000)
    private var catalogue: LayerCatalogue { site.house.catalogue }

    init(site: Site) { self.site = site }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/kaartdata/:file") { request, context in
            let file = try context.parameters.require("file")
            guard file.hasSuffix(".json") else { throw PageRefused.notFound }
            switch file {
            case "lagen.json": return try answer("lagen", request) { MapCatalogueJSON(site: site).json }
            case "basis.json": return try answer("basis", request) { try MapGround(site.house).json }
            default: return try layer(String(file.dropLast(".json".count)), request)
            }
        }
    }

    private func answer(_ key: String, _ request: Request, make: () throws -> JSONValue) throws -> Response {
        try kept.answer(key, contentType: "application/json", isForever: false, to: request) {
            Array(try make().compact().utf8)
        }
    }

    private func layer(_ id: String, _ request: Request) throws -> Response {
        guard let item = catalogue.items.first(where: { $0.id == id }) else { throw PageRefused.notFound }
        let fields = request.queryFields
        let view = try MapView(fields)
        let isForever = fields["v"] == item.version
        return try kept.answer(
            "\(id) \(view.key)", contentType: "application/geo+json", isForever: isForever, to: request
        ) {
            do throws(LayerFailure) {
                let drawn = try site.house.layers.drawing(
                    of: id, in: view.box, toleranceMetres: view.metresPerPixel / 2)
                return try Array(MapFeatures(drawn, metresPerPixel: view.metresPerPixel).json.compact().utf8)
            } catch {
                throw PageRefused.wrong("De kaartlaag kan niet worden gelezen: \(error.why).")
            }
        }
    }
}

/// The part of a layer that is asked for, and how finely.
struct MapView {
    /// Pixels along the longer side of a rectangle that is asked for without a level.
    private static let pixels = 2_048.0

    var box: BoundingBox
    var metresPerPixel: Double
    /// The same for every view that gets the same answer.
    var key: String

    init(_ fields: Form) throws {
        if let text = fields["blok"] {
            guard let block = MapBlock(text) else {
                throw PageRefused.wrong("`blok` moet niveau/kolom/rij zijn, bijvoorbeeld 6/1/4.")
            }
            self.init(box: block.box, metresPerPixel: block.metresPerPixel, key: block.text)
            return
        }
        let numbers = (fields["bbox"] ?? "").split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e7 }), numbers[0] < numbers[2],
            numbers[1] < numbers[3]
        else { throw PageRefused.wrong("Geef `bbox` als minX,minY,maxX,maxY in meters RD, of een `blok`.") }
        // Whole metres, outwards: what is asked a hair further on gets the same answer.
        let box = BoundingBox(
            minX: numbers[0].rounded(.down), minY: numbers[1].rounded(.down), maxX: numbers[2].rounded(.up),
            maxY: numbers[3].rounded(.up))
        // The finest level at which the rectangle still fits.
        let metres = max(box.width, box.height) / Self.pixels
        let level =
            MapBlock.levels.last { RDTileGrid.metresPerPixel(level: $0) >= metres } ?? MapBlock.levels.lowerBound
        self.init(
            box: box, metresPerPixel: RDTileGrid.metresPerPixel(level: level),
            key: [box.minX, box.minY, box.maxX, box.maxY].map { String(Int($0)) }.joined(separator: ","))
    }

    private init(box: BoundingBox, metresPerPixel: Double, key: String) {
        self.box = box
        self.metresPerPixel = metresPerPixel
        self.key = key
    }
}

/// Features as GeoJSON in RD, to a tenth of a pixel.
struct MapFeatures {
    let json: JSONValue

    init(_ drawn: [DrawnFeature], metresPerPixel: Double) throws(LayerFailure) {
        let decimals = metresPerPixel >= 10 ? 0 : metresPerPixel >= 1 ? 1 : 2
        do throws(GeometryError) {
            var features: [JSONValue] = []
            for item in drawn {
                features.append([
                    "type": "Feature", "id": .string(item.feature.id),
                    "properties": item.feature.name.map { ["name": .string($0)] } ?? .object(JSONObject()),
                    "geometry": try item.shape.geoJSON(in: .rd, decimals: decimals),
                ])
            }
            json = ["type": "FeatureCollection", "features": .array(features)]
        } catch {
            throw LayerFailure(why: error.message)
        }
    }
}
