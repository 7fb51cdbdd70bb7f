public import Geometry

/// Cells that hang together by their sides.
public struct CellArea: Sendable, Hashable {
    public var hectares: Double
    /// The cell of it that is nearest to its middle.
    public var centre: Position
}

extension BitPlane {
    /// The area of its cells.
    public var hectares: Double { Double(count) * grid.cellHectares }

    /// The largest areas of cells that hang together; of equals the most southern.
    public func areas(limit: Int) -> [CellArea] {
        let runs = AreaRuns(self)
        let sizes = runs.sizes.enumerated().filter { $0.element > 0 }
            .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.prefix(limit)
        return sizes.map { root, size in
            CellArea(hectares: Double(size) * grid.cellHectares, centre: grid.centre(of: runs.middle(of: root)))
        }
    }
}

/// Runs of cells a row, joined to those that touch them in the row below.
private struct AreaRuns {
    private struct Run {
        var row: Int
        var columns: Range<Int>
    }

    private var runs: [Run] = []
    private var parents: [Int] = []
    /// Cells by the run that stands for an area; zero for other runs.
    private(set) var sizes: [Int] = []

    init(_ plane: BitPlane) {
        var below = 0..<0
        for row in 0..<plane.grid.rows {
            let first = runs.count
            plane.forEach(inRow: row) { column in
                if runs.count > first, let last = runs.last, last.columns.upperBound == column {
                    runs[runs.count - 1].columns = last.columns.lowerBound..<(column + 1)
                } else {
                    runs.append(Run(row: row, columns: column..<(column + 1)))
                    parents.append(parents.count)
                }
            }
            join(below, first..<runs.count)
            below = first..<runs.count
        }
        sizes = [Int](repeating: 0, count: runs.count)
        for number in runs.indices {
            let area = root(number)
            sizes[area] += runs[number].columns.count
        }
    }

    private mutating func join(_ below: Range<Int>, _ above: Range<Int>) {
        var (low, high) = (below.lowerBound, above.lowerBound)
        while low < below.upperBound, high < above.upperBound {
            if runs[low].columns.overlaps(runs[high].columns) {
                let (one, other) = (root(low), root(high))
                parents[max(one, other)] = min(one, other)
            }
            if runs[low].columns.upperBound < runs[high].columns.upperBound { low += 1 } else { high += 1 }
        }
    }

    private mutating func root(_ number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    private func found(_ number: Int) -> Int {
        var number = number
        while parents[number] != number { number = parents[number] }
        return number
    }

    /// The cell of an area that is nearest to the mean of all.
    func middle(of area: Int) -> Cell {
        let own = runs.indices.filter { found($0) == area }.map { runs[$0] }
        var (count, columns, rows) = (0.0, 0.0, 0.0)
        for run in own {
            let length = Double(run.columns.count)
            count += length
            columns += length * (Double(run.columns.lowerBound + run.columns.upperBound - 1) / 2)
            rows += length * Double(run.row)
        }
        let (column, row) = (columns / max(1, count), rows / max(1, count))
        var best = (cell: Cell(column: 0, row: 0), square: Double.infinity)
        for run in own {
            let nearest = min(max(Int(column.rounded()), run.columns.lowerBound), run.columns.upperBound - 1)
            let (x, y) = (Double(nearest) - column, Double(run.row) - row)
            if x * x + y * y < best.square { best = (Cell(column: nearest, row: run.row), x * x + y * y) }
        }
        return best.cell
    }
}

extension BitPlane {
    /// A plane of some cells.
    public convenience init(grid: CellGrid, cells: [Cell]) {
        self.init(grid: grid)
        for cell in cells { set(cell) }
        seal()
    }
}
