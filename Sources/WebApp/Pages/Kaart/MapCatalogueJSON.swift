import CanonicalJSON
import Geometry
import MapLayers
import NormEngine
import PolicyModel
import Reporting

/// What the map in a page must know beforehand: how large the house is, which layers there are, and whether there is a base
/// map.
struct MapCatalogueJSON {
    let site: Site

    var json: JSONValue {
        let settings = site.settings.baseMap
        let background: JSONValue =
            settings.isOn
            ? [
                "attribution": .string(settings.attribution),
                "levels": .number(Double(BaseMapTile.levels.upperBound + 1)),
            ]
            : .null
        return [
            "name": .string(site.house.house.title), "extent": extent, "background": background,
            "layers": .array(site.house.catalogue.items.filter { $0.failure == nil }.map(Self.layer)),
        ]
    }

    private var extent: JSONValue {
        let box = MapGround.extent(of: site.house)
        return .array([.number(box.minX), .number(box.minY), .number(box.maxX), .number(box.maxY)])
    }

    private static func layer(_ item: LayerCatalogue.Item) -> JSONValue {
        [
            "id": .string(item.id), "title": .string(item.title), "widthMetres": .number(item.widthMetres),
            "stratum": .string(item.stratum.rawValue), "version": .string(item.version),
            "address": .string(PolicyAddress.designation(item.designation)),
        ]
    }
}

/// What one finds one's way by: the outline of the house, its neighbours and its towns.
struct MapGround {
    /// Half a pixel of the view of a whole province.
    private static let toleranceMetres = 15.0

    let json: JSONValue

    init(_ house: SiteHouse) throws {
        let roles: [(kind: Designation.Kind, role: String)] = [
            (.outline, "omtrek"), (.neighbour, "buur"), (.municipality, "gemeente"), (.settlement, "kern"),
        ]
        let box = Self.extent(of: house).grown(by: 100_000)
        var features: [JSONValue] = []
        for (kind, role) in roles {
            let designations = Set(house.index.house.designations.filter { $0.kind == kind }.map(\.id))
            for layer in house.layers.layers where designations.contains(layer.designation) {
                let drawn = try? house.layers.drawing(of: layer.id, in: box, toleranceMetres: Self.toleranceMetres)
                for item in drawn ?? [] {
                    features.append([
                        "type": "Feature", "id": .string("\(layer.id)/\(item.feature.id)"),
                        "properties": [
                            "role": .string(role), "name": .string(item.feature.name ?? ""),
                            "size": .number(item.shape.areaSquareMetres.rounded()),
                        ],
                        "geometry": try item.shape.geoJSON(in: .rd, decimals: 0),
                    ])
                }
            }
        }
        json = ["type": "FeatureCollection", "features": .array(features)]
    }

    /// The rectangle around the house; around the Netherlands when its outline cannot be read.
    static func extent(of house: SiteHouse) -> BoundingBox {
        let outlines = house.layers.layers.filter { $0.designation == house.house.outline }
        let box = outlines.compactMap { try? house.layers.extent(of: $0.id) }.reduce(BoundingBox.empty) { $0.union($1) }
        return box.isEmpty ? BoundingBox(minX: 0, minY: 300_000, maxX: 300_000, maxY: 625_000) : box
    }
}
