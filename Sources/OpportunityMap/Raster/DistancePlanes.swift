/// Which cells lie within a distance of the cells of a plane, from centre to centre: an exact Euclidean distance transform
/// that keeps only on which side of each limit a cell stands.
///
/// First, per column, how many rows away the nearest cell is; then, per row, how far such a cell reaches to both sides.
struct DistancePlanes {
    let source: BitPlane
    let work: Work

    private var grid: CellGrid { source.grid }

    /// One plane for every limit, in metres. A negative limit gives no cells.
    func within(_ limits: [Double]) throws(OpportunityError) -> [BitPlane] {
        let planes = limits.map { _ in BitPlane(grid: grid) }
        let size = grid.cellMetres
        let squares = limits.map { $0 < 0 ? -1.0 : ($0 / size) * ($0 / size) }
        let reach = Int((max(0, limits.max() ?? 0) / size).rounded(.down))
        let bandRows = min(grid.rows, max(64, reach))
        let bands = (grid.rows + bandRows - 1) / bandRows
        if limits.contains(where: { $0 >= 0 }) {
            let widths = squares.map { Self.widths(square: $0, reach: reach) }
            let last = rowsWithCells
            guard !last.isEmpty else { return sealed(planes) }
            let near = columnsWithCells
            let columns = max(0, near.lowerBound - reach)..<min(grid.columns, near.upperBound + reach)
            try Cores.forEach(bands, work: work) { (band) throws(OpportunityError) in
                let rows = (band * bandRows)..<min(grid.rows, (band + 1) * bandRows)
                guard rows.upperBound + reach > last.lowerBound, rows.lowerBound - reach < last.upperBound else {
                    return
                }
                fill(rows, columns, reach: reach, widths: widths, planes)
            }
        }
        return sealed(planes)
    }

    private func sealed(_ planes: [BitPlane]) -> [BitPlane] {
        for plane in planes { plane.seal() }
        return planes
    }

    /// How many columns a cell so many rows away reaches; -1 when it does not.
    private static func widths(square: Double, reach: Int) -> [Int32] {
        (0...(reach + 1)).map { rows in
            let rest = square - Double(rows * rows)
            guard rest >= 0 else { return -1 }
            var width = Int32(rest.squareRoot())
            if Double((width + 1) * (width + 1)) <= rest { width += 1 }
            return width
        }
    }

    private var rowsWithCells: Range<Int> {
        func hasCells(_ row: Int) -> Bool {
            (0..<grid.wordsPerRow).contains { source.word(grid.place(row: row, word: $0)) != 0 }
        }
        guard let first = (0..<grid.rows).first(where: hasCells), let last = (0..<grid.rows).last(where: hasCells)
        else { return 0..<0 }
        return first..<(last + 1)
    }

    /// Columns beyond which no cell is one, on whole words.
    private var columnsWithCells: Range<Int> {
        var (first, last) = (grid.wordsPerRow, -1)
        for row in 0..<grid.rows {
            for word in 0..<grid.wordsPerRow where word < first || word > last {
                if source.word(grid.place(row: row, word: word)) != 0 {
                    (first, last) = (min(first, word), max(last, word))
                }
            }
        }
        return first <= last ? (first * 64)..<min(grid.columns, last * 64 + 64) : 0..<0
    }

    private func fill(
        _ rows: Range<Int>, _ range: Range<Int>, reach: Int, widths: [[Int32]], _ planes: [BitPlane]
    ) {
        let columns = range.count
        let first = range.lowerBound
        let far = Int32(reach + 1)
        let heights = UnsafeMutablePointer<Int32>.allocate(capacity: columns * rows.count)
        let latest = UnsafeMutablePointer<Int32>.allocate(capacity: columns)
        defer {
            heights.deallocate()
            latest.deallocate()
        }
        // From below: how far down the nearest cell lies.
        latest.initialize(repeating: -far - 1, count: columns)
        for row in max(0, rows.lowerBound - reach)..<rows.upperBound {
            source.forEach(inRow: row) { latest[$0 - first] = Int32(row) }
            guard row >= rows.lowerBound else { continue }
            let line = heights + (row - rows.lowerBound) * columns
            for column in 0..<columns { line[column] = min(far, Int32(row) - latest[column]) }
        }
        // From above, and the nearer of both.
        latest.update(repeating: Int32(grid.rows) + far + 1, count: columns)
        for row in (rows.lowerBound..<min(grid.rows, rows.upperBound + reach)).reversed() {
            source.forEach(inRow: row) { latest[$0 - first] = Int32(row) }
            guard row < rows.upperBound else { continue }
            let line = heights + (row - rows.lowerBound) * columns
            var nearest = far
            for column in 0..<columns {
                line[column] = min(line[column], latest[column] - Int32(row))
                nearest = min(nearest, line[column])
            }
            guard nearest < far else { continue }
            for (limit, plane) in planes.enumerated() where widths[limit][Int(nearest)] >= 0 {
                widths[limit].withUnsafeBufferPointer { Self.sweep(line, range, $0, plane, row) }
            }
        }
    }

    /// Sets the cells that a cell of the row reaches, first those to its right, then those to its left.
    private static func sweep(
        _ heights: UnsafeMutablePointer<Int32>, _ columns: Range<Int>, _ widths: UnsafeBufferPointer<Int32>,
        _ plane: BitPlane, _ row: Int
    ) {
        let (words, grid) = (plane.words, plane.grid)
        let first = columns.lowerBound
        // The bits of one word are gathered before it is written.
        var bits: UInt64 = 0
        var until = -1
        for column in columns {
            let width = Int(widths[Int(heights[column - first])])
            if width >= 0 { until = max(until, column + width) }
            if column <= until { bits |= 1 << UInt64(column & 63) }
            if column & 63 == 63 || column == columns.upperBound - 1 {
                words[grid.place(row: row, word: column >> 6)] |= bits
                bits = 0
            }
        }
        var from = columns.upperBound
        for column in columns.reversed() {
            let width = Int(widths[Int(heights[column - first])])
            if width >= 0 { from = min(from, column - width) }
            if column >= from { bits |= 1 << UInt64(column & 63) }
            if column & 63 == 0 || column == first {
                words[grid.place(row: row, word: column >> 6)] |= bits
                bits = 0
            }
        }
    }
}
