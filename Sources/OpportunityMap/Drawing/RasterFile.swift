internal import CanonicalJSON
internal import Geometry
import PolicyModel

extension OpportunityResult {
    /// The map as bands of bytes, for a program that writes rasters of a GIS: the length of a JSON header in eight bytes
    /// (little-endian), the header, then per band its rows from the north. Band 1 is the drawn class (0 nothing found, 255
    /// outside the house), the others are 1 where a class is, 0 where it is not, 255 outside.
    public func rasterFile(palette: Palette, label: (OpportunityClass) -> String) -> [UInt8] {
        let order = drawingOrder
        var bands: [JSONValue] = [["id": "drawn", "label": "getekende klasse"]]
        bands += classes.map { ["id": .string($0.kind.id), "label": .string(label($0.kind))] }
        var legend: [JSONValue] = [
            ["value": 0, "label": "niets gevonden", "colour": .string(palette.nothing.hexadecimal)]
        ]
        for (number, kind) in order.prefix(254).enumerated() {
            legend.append([
                "value": .number(Double(number + 1)), "label": .string(label(kind)),
                "colour": .string(palette.colour(of: kind).hexadecimal),
            ])
        }
        let header: JSONValue = [
            "columns": .number(Double(grid.columns)), "rows": .number(Double(grid.rows)),
            "cellMetres": .number(grid.cellMetres), "west": .number(grid.box.minX), "north": .number(grid.box.maxY),
            "bands": .array(bands), "legend": .array(legend),
        ]
        let text = Array(header.compact().utf8)
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) } + text
        bytes.reserveCapacity(bytes.count + grid.cellCount * (classes.count + 1))
        append(drawn(), to: &bytes)
        for item in classes {
            var cells = [UInt8](repeating: 255, count: grid.cellCount)
            for row in 0..<grid.rows {
                domain.forEach(inRow: row) { cells[row * grid.columns + $0] = item.plane[$0, row] ? 1 : 0 }
            }
            append(cells, to: &bytes)
        }
        return bytes
    }

    private func append(_ cells: [UInt8], to bytes: inout [UInt8]) {
        for row in (0..<grid.rows).reversed() {
            bytes += cells[(row * grid.columns)..<((row + 1) * grid.columns)]
        }
    }
}
