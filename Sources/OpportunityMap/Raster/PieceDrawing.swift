import Geometry
import MapLayers

/// Draws pieces on a grid: which centres they hold, and which cells they touch at all.
///
/// A centre less than a hair from an edge is not decided by arithmetic: ``Drawn/doubtful`` lists it, for GEOS to tell.
struct PieceDrawing {
    let grid: CellGrid

    struct Doubt: Hashable {
        var cell: Cell
        var piece: Int
    }

    /// Cells whose centre lies in a piece or on its border, but for the doubtful ones.
    func centres(of pieces: [(number: Int, piece: LayerProbe.PieceOutline)], into plane: BitPlane) -> [Doubt] {
        var doubts: Set<Doubt> = []
        var crossings: [[Double]] = []
        var margins: [[Double]] = []
        for (number, piece) in pieces {
            switch piece.dimension {
            case 2: draw(number, piece, plane, &crossings, &margins, &doubts)
            case 1: for cell in centresOn(piece) { doubts.insert(Doubt(cell: cell, piece: number)) }
            default:
                for position in piece.sequences.joined() {
                    if let cell = grid.cell(at: position) { doubts.insert(Doubt(cell: cell, piece: number)) }
                }
            }
        }
        return Array(doubts)
    }

    /// Fills a polygon row by row between its edges (even and odd), both rings and holes.
    private func draw(
        _ number: Int, _ piece: LayerProbe.PieceOutline, _ plane: BitPlane, _ crossings: inout [[Double]],
        _ margins: inout [[Double]], _ doubts: inout Set<Doubt>
    ) {
        let size = grid.cellMetres
        let firstRow = max(0, row(atOrAbove: piece.box.minY))
        let lastRow = min(grid.rows - 1, row(atOrAbove: piece.box.maxY))
        guard firstRow <= lastRow else { return }
        let count = lastRow - firstRow + 1
        while crossings.count < count {
            crossings.append([])
            margins.append([])
        }
        for sequence in piece.sequences {
            var place = 1
            while place < sequence.count {
                let (one, other) = (sequence[place - 1], sequence[place])
                place += 1
                let (low, high) = one.y <= other.y ? (one, other) : (other, one)
                var row = max(firstRow, row(atOrAbove: low.y))
                if low.y == high.y {
                    // Centres on a level edge lie on the border; exact, for nothing is computed.
                    if row <= lastRow, grid.y(ofRow: row) == low.y {
                        border(row, one.x, other.x, plane, number, &doubts)
                    }
                    continue
                }
                let slope = (high.x - low.x) / (high.y - low.y)
                let margin = 1e-6 + 1e-9 * abs(slope)
                while row <= lastRow {
                    let y = grid.y(ofRow: row)
                    if y >= high.y {
                        if y == high.y { doubt(row, high.x, 1e-6, number, &doubts) }
                        break
                    }
                    if y == low.y { doubt(row, low.x, 1e-6, number, &doubts) }
                    crossings[row - firstRow].append(low.x + (y - low.y) * slope)
                    margins[row - firstRow].append(margin)
                    row += 1
                }
            }
        }
        for offset in 0..<count {
            guard !crossings[offset].isEmpty else { continue }
            let row = firstRow + offset
            for (x, margin) in zip(crossings[offset], margins[offset]) { doubt(row, x, margin, number, &doubts) }
            Self.sort(&crossings[offset], &margins[offset])
            var pair = 0
            while pair + 1 < crossings[offset].count {
                let from = crossings[offset][pair] + margins[offset][pair]
                let to = crossings[offset][pair + 1] - margins[offset][pair + 1]
                pair += 2
                if from > to { continue }
                // Centres strictly between; the hair on both sides has been put in doubt.
                let first = Int((from / size - 0.5).rounded(.down)) + 1 - grid.firstColumn
                let last = Int((to / size - 0.5).rounded(.up)) - 1 - grid.firstColumn
                plane.set(row: row, from: first, through: last)
            }
            crossings[offset].removeAll(keepingCapacity: true)
            margins[offset].removeAll(keepingCapacity: true)
        }
    }

    private static func sort(_ values: inout [Double], _ others: inout [Double]) {
        for place in 1..<max(1, values.count) {
            let (value, other) = (values[place], others[place])
            var hole = place
            while hole > 0, values[hole - 1] > value {
                values[hole] = values[hole - 1]
                others[hole] = others[hole - 1]
                hole -= 1
            }
            values[hole] = value
            others[hole] = other
        }
    }

    /// Puts the centres within a hair of a crossing in doubt.
    @inline(__always)
    private func doubt(_ row: Int, _ x: Double, _ margin: Double, _ piece: Int, _ doubts: inout Set<Doubt>) {
        let size = grid.cellMetres
        let nearest = (x / size - 0.5).rounded()
        // Nearly always no centre is that near.
        if abs((nearest + 0.5) * size - x) > margin + 1e-6 { return }
        let first = max(0, Int(((x - margin) / size - 0.5 - 1e-6).rounded(.up)) - grid.firstColumn)
        let last = min(grid.columns - 1, Int(((x + margin) / size - 0.5 + 1e-6).rounded(.down)) - grid.firstColumn)
        guard first <= last else { return }
        for column in first...last { doubts.insert(Doubt(cell: Cell(column: column, row: row), piece: piece)) }
    }

    private func border(
        _ row: Int, _ one: Double, _ other: Double, _ plane: BitPlane, _ piece: Int, _ doubts: inout Set<Doubt>
    ) {
        let (left, right) = (min(one, other), max(one, other))
        let size = grid.cellMetres
        let first = max(0, Int(((left - 1e-6) / size - 0.5).rounded(.up)) - grid.firstColumn)
        let last = min(grid.columns - 1, Int(((right + 1e-6) / size - 0.5).rounded(.down)) - grid.firstColumn)
        guard first <= last else { return }
        for column in first...last {
            let x = grid.x(ofColumn: column)
            if left <= x, x <= right { plane.set(row: row, from: column, through: column) }
        }
    }

    /// The first row whose centre lies at a height or above it.
    @inline(__always)
    private func row(atOrAbove y: Double) -> Int {
        var row = Int((y / grid.cellMetres - 0.5).rounded(.down)) - grid.firstRow
        while grid.y(ofRow: row) < y { row += 1 }
        return row
    }
}

extension PieceDrawing {
    /// Marks every cell that a segment touches, and those less than a hair away.
    func touch(_ one: Position, _ other: Position, _ plane: BitPlane) {
        visitTouched(one, other) { plane.set(row: $0, from: $1, through: $2) }
    }

    /// Cells whose centre lies a hair from a line, or on it.
    private func centresOn(_ piece: LayerProbe.PieceOutline) -> Set<Cell> {
        var cells: Set<Cell> = []
        for sequence in piece.sequences {
            for (one, other) in zip(sequence, sequence.dropFirst()) {
                let (along, up) = (other.x - one.x, other.y - one.y)
                let square = along * along + up * up
                visitTouched(one, other) { row, first, last in
                    let (first, last) = (max(0, first), min(grid.columns - 1, last))
                    guard first <= last else { return }
                    for column in first...last {
                        let (x, y) = (grid.x(ofColumn: column) - one.x, grid.y(ofRow: row) - one.y)
                        let part = square > 0 ? min(1, max(0, (x * along + y * up) / square)) : 0
                        let (left, below) = (x - part * along, y - part * up)
                        if left * left + below * below < 1e-6 { cells.insert(Cell(column: column, row: row)) }
                    }
                }
            }
        }
        return cells
    }

    @inline(__always)
    private func visitTouched(
        _ one: Position, _ other: Position, _ visit: (_ row: Int, _ first: Int, _ last: Int) -> Void
    ) {
        let hair = 1e-5
        let size = grid.cellMetres
        let (low, high) = one.y <= other.y ? (one, other) : (other, one)
        let firstRow = max(0, Int(((low.y - hair) / size).rounded(.down)) - grid.firstRow)
        let lastRow = min(grid.rows - 1, Int(((high.y + hair) / size).rounded(.down)) - grid.firstRow)
        guard firstRow <= lastRow else { return }
        let slope = high.y > low.y ? (high.x - low.x) / (high.y - low.y) : 0
        for row in firstRow...lastRow {
            var left = min(low.x, high.x)
            var right = max(low.x, high.x)
            if high.y > low.y {
                let bottom = max(low.y, Double(grid.firstRow + row) * size - hair)
                let top = min(high.y, Double(grid.firstRow + row + 1) * size + hair)
                let (atBottom, atTop) = (low.x + (bottom - low.y) * slope, low.x + (top - low.y) * slope)
                // What rounding makes of a nearly level segment never goes beyond its ends.
                left = max(left, min(atBottom, atTop) - hair)
                right = min(right, max(atBottom, atTop) + hair)
                if left > right { (left, right) = (right, left) }
            }
            visit(
                row, Int(((left - hair) / size).rounded(.down)) - grid.firstColumn,
                Int(((right + hair) / size).rounded(.down)) - grid.firstColumn)
        }
    }
}
