import OpportunityMap
import Reporting

/// Hectares per class, and per class over zones.
struct HectaresModel {
    struct Row {
        var swatch: String
        var label: String
        var hectares: String
        var margin: String
        var share: String
    }

    struct Column {
        var swatch: String
        var label: String
    }

    struct ZoneRow {
        var name: String
        var hectares: String
        var cells: [String]
    }

    var rows: [Row]
    /// Orders of use, rungs and functions: not drawn.
    var others: [Row]
    var total: String
    var cell: Int
    var divisions: [KansenModel.Link]
    var divisionTitle: String?
    var columns: [Column]
    var zones: [ZoneRow]

    init(_ kept: KeptMap, drawn: [OpportunityClass], query: KansenQuery, house: SiteHouse) {
        let words = MapWords(index: house.index)
        let table = kept.table
        func row(_ row: HectaresTable.Row) -> Row {
            Row(
                swatch: row.kind.swatchID, label: words.capitalised(row.kind),
                hectares: MapWords.hectares(row.hectares),
                margin: MapWords.hectares(row.marginHectares),
                share: MapWords.share(row.hectares, of: table.domainHectares))
        }
        let isDrawn = Set(kept.result.drawingOrder)
        rows = table.rows.filter { isDrawn.contains($0.kind) && $0.hectares > 0 }.map(row)
        others = table.rows.filter { !isDrawn.contains($0.kind) && $0.hectares > 0 }.map(row)
        total = MapWords.hectares(table.domainHectares)
        cell = query.cell
        let present = Set(table.zones.map(\.kind))
        let offered = KansenQuery.Division.allCases.filter { present.contains($0.kind) }
        divisions = offered.map { division in
            KansenModel.Link(
                label: division.label,
                href: query.address(house, with: [("verdeling", division.rawValue)]) + "#hectares",
                isCurrent: division == query.division)
        }
        guard let division = query.division, present.contains(division.kind) else {
            (divisionTitle, columns, zones) = (nil, [], [])
            return
        }
        divisionTitle = "Hectares per \(division.label.lowercased())"
        let shown = table.rows.filter { drawn.contains($0.kind) }
        columns = shown.map { Column(swatch: $0.kind.swatchID, label: words.capitalised($0.kind)) }
        zones = table.zones.indices.filter { table.zones[$0].kind == division.kind }.map { place in
            ZoneRow(
                name: Words.capitalised(table.zones[place].name),
                hectares: MapWords.hectares(table.zoneHectares[place]),
                cells: shown.map { MapWords.hectares($0.perZone[place]) })
        }
    }
}

extension KansenQuery.Division {
    var kind: Zone.Kind {
        switch self {
        case .municipality: .municipality
        case .region: .region
        case .town: .settlementRing
        }
    }
}
