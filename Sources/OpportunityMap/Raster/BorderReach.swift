import Geometry

/// Which centres lie within a distance of borders, by arithmetic on the borders themselves: row by row the stretch that each
/// segment reaches.
///
/// What rounding does to a stretch is far less than ``hair`` in distance; who needs the truth nearer than that asks GEOS.
struct BorderReach {
    /// Metres; a distance nearer to a limit than this is not decided by arithmetic.
    static let hair = 1e-4

    let grid: CellGrid
    let segments: [BorderSegment]
    let work: Work

    /// One plane for every radius, in metres. A negative radius gives no cells.
    func within(_ radii: [Double]) throws(OpportunityError) -> [BitPlane] {
        let planes = radii.map { _ in BitPlane(grid: grid) }
        let reach = radii.max() ?? -1
        if reach >= 0, !segments.isEmpty {
            // A band of rows is a row of tiles, so that no two bands share a word.
            let bands = perBand(reach)
            try Cores.forEach(bands.count, work: work) { (band) throws(OpportunityError) in
                let rows = (band * CellGrid.tileRows)..<min(grid.rows, (band + 1) * CellGrid.tileRows)
                for number in bands[band] {
                    for (radius, plane) in zip(radii, planes) where radius >= 0 {
                        draw(segments[number], radius, rows, plane)
                    }
                }
            }
        }
        for plane in planes { plane.seal() }
        return planes
    }

    /// The segments that reach each band of rows.
    private func perBand(_ reach: Double) -> [[Int]] {
        var bands: [[Int]] = Array(repeating: [], count: grid.tilesUp)
        let box = grid.box.grown(by: reach)
        for (number, segment) in segments.enumerated() {
            guard segment.box.intersects(box), let rows = rows(segment, reach, 0..<grid.rows) else { continue }
            for band in (rows.lowerBound / CellGrid.tileRows)...(rows.upperBound / CellGrid.tileRows) {
                bands[band].append(number)
            }
        }
        return bands
    }

    /// The rows among some that a segment may reach.
    @inline(__always)
    private func rows(_ segment: BorderSegment, _ radius: Double, _ limits: Range<Int>) -> ClosedRange<Int>? {
        let size = grid.cellMetres
        let first = Int(((min(segment.from.y, segment.to.y) - radius) / size - 0.5).rounded(.down)) - grid.firstRow
        let last = Int(((max(segment.from.y, segment.to.y) + radius) / size - 0.5).rounded(.up)) - grid.firstRow
        let (low, high) = (max(limits.lowerBound, first), min(limits.upperBound - 1, last))
        return low <= high ? low...high : nil
    }

    private func draw(_ segment: BorderSegment, _ radius: Double, _ limits: Range<Int>, _ plane: BitPlane) {
        guard let rows = rows(segment, radius, limits) else { return }
        let size = grid.cellMetres
        let capsule = Capsule(segment, radius)
        let (west, east) = (grid.box.minX, grid.box.maxX)
        for row in rows {
            guard let stretch = capsule.stretch(at: grid.y(ofRow: row)) else { continue }
            let left = max(west, stretch.left)
            let right = min(east, stretch.right)
            guard left <= right else { continue }
            let first = Int((left / size - 0.5).rounded(.up)) - grid.firstColumn
            let last = Int((right / size - 0.5).rounded(.down)) - grid.firstColumn
            plane.set(row: row, from: first, through: last)
        }
    }
}

/// A straight part of the border of a feature.
struct BorderSegment: Sendable {
    var feature: Int
    var from: Position
    var to: Position

    var box: BoundingBox {
        BoundingBox(
            minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x), maxY: max(from.y, to.y))
    }
}

/// All places within a radius of a segment.
private struct Capsule {
    /// Shorter than this along an axis counts as nothing along it.
    private static let level = 1e-9

    private let from: Position
    private let to: Position
    private let radius: Double
    private let square: Double
    private let along: Double
    private let up: Double
    private let span: Double

    init(_ segment: BorderSegment, _ radius: Double) {
        (from, to) = (segment.from, segment.to)
        self.radius = radius
        square = radius * radius
        along = abs(to.x - from.x) < Self.level ? 0 : to.x - from.x
        up = abs(to.y - from.y) < Self.level ? 0 : to.y - from.y
        span = (along * along + up * up).squareRoot()
    }

    /// The stretch of a level line that lies in it: one, for it has no hollows.
    @inline(__always)
    func stretch(at y: Double) -> (left: Double, right: Double)? {
        var (left, right) = (Double.infinity, -Double.infinity)
        for end in [from, to] {
            let rest = square - (y - end.y) * (y - end.y)
            guard rest >= 0 else { continue }
            let half = rest.squareRoot()
            left = min(left, end.x - half)
            right = max(right, end.x + half)
        }
        if let middle = middle(at: y) {
            left = min(left, middle.left)
            right = max(right, middle.right)
        }
        return left <= right ? (left, right) : nil
    }

    /// The same of the rectangle between both ends.
    @inline(__always)
    private func middle(at y: Double) -> (left: Double, right: Double)? {
        guard span > 0 else { return nil }
        let rise = y - from.y
        var (left, right) = (-Double.infinity, Double.infinity)
        // Not farther aside than the radius.
        if up == 0 {
            guard abs(rise) <= radius else { return nil }
        } else {
            let (one, other) = ((rise * along - radius * span) / up, (rise * along + radius * span) / up)
            (left, right) = (min(one, other), max(one, other))
        }
        // Beside the segment, not before or behind it.
        if along == 0 {
            let part = rise * up
            guard part >= 0, part <= up * up else { return nil }
        } else {
            let (one, other) = (-rise * up / along, (span * span - rise * up) / along)
            left = max(left, min(one, other))
            right = min(right, max(one, other))
        }
        return left <= right ? (from.x + left, from.x + right) : nil
    }
}
