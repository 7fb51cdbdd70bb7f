public import CanonicalJSON
import Geometry
import NormEngine
import PolicyModel

/// Hectares of each class, in all and per zone.
public struct HectaresTable: Sendable {
    public struct Row: Sendable {
        public var kind: OpportunityClass
        public var hectares: Double
        /// How far that may be off by the size of the cells alone.
        public var marginHectares: Double
        /// Hectares by place of the zone.
        public var perZone: [Double]
    }

    public let rows: [Row]
    public let zones: [Zone]
    public let domainHectares: Double
    public let zoneHectares: [Double]

    public init(_ result: OpportunityResult, zones: [Zone] = []) {
        self.zones = zones
        let size = result.grid.cellHectares
        domainHectares = result.domainHectares
        zoneHectares = zones.map { Double($0.plane.count(and: result.domain)) * size }
        rows = result.classes.map { item in
            Row(
                kind: item.kind, hectares: item.hectares, marginHectares: result.marginHectares(of: item.plane),
                perZone: item.cellCount == 0
                    ? zones.map { _ in 0 } : zones.map { Double(item.plane.count(and: $0.plane)) * size })
        }
    }
}

extension OpportunityResult {
    /// The summary of a map, in canonical JSON order.
    public func json(_ table: HectaresTable) -> JSONValue {
        let box = grid.box
        return [
            "schema": "kompas/opportunity/1", "asOf": .string(activity.question.asOf.description),
            "activities": .array(activity.question.part.activities.map { .string($0) }),
            "grid": [
                "crs": "EPSG:28992", "cellMetres": .number(grid.cellMetres), "columns": .number(Double(grid.columns)),
                "rows": .number(Double(grid.rows)),
                "box": [.number(box.minX), .number(box.minY), .number(box.maxX), .number(box.maxY)],
            ],
            "footprint": footprint.json,
            "hectares": .number(Self.rounded(table.domainHectares)),
            "classes": .array(
                table.rows.map { row in
                    [
                        "id": .string(row.kind.id), "hectares": .number(Self.rounded(row.hectares)),
                        "margin": .number(Self.rounded(row.marginHectares)),
                    ]
                }),
            "zones": .array(
                table.zones.indices.map { number in
                    let zone = table.zones[number]
                    var classes = JSONObject()
                    for row in table.rows where row.perZone[number] > 0 {
                        classes[row.kind.id] = .number(Self.rounded(row.perZone[number]))
                    }
                    return [
                        "kind": .string(zone.kind.rawValue), "id": .string(zone.id), "name": .string(zone.name),
                        "hectares": .number(Self.rounded(table.zoneHectares[number])), "classes": .object(classes),
                    ]
                }),
            "drawingOrder": .array(drawingOrder.map { .string($0.id) }),
            "everywhere": .array(
                everywhere.map { item in
                    [
                        "norm": .string(item.norm), "effect": .string(item.effect.rawValue),
                        "state": .string(item.applies ? "applies" : "undecided"),
                    ]
                }),
        ]
    }

    /// To a tenth of a square metre: hectares of whole cells.
    static func rounded(_ hectares: Double) -> Double { (hectares * 100_000).rounded() / 100_000 }
}

extension Footprint {
    var json: JSONValue {
        switch self {
        case .point: ["kind": "point"]
        case .disc(let hectares): ["kind": "disc", "hectares": .number(hectares)]
        }
    }
}
