public import Geometry

/// Traces the outlines of cells that are one: polygons along the edges of cells, with holes. Cells that only share a corner
/// are apart.
public struct PolygonTracer {
    /// Rings of positions, closed; the shell first, then its holes.
    public typealias Polygon = [[Position]]

    private let columns: Int
    private let rows: Int
    private let isSet: (Int, Int) -> Bool
    private let grid: CellGrid

    public init(_ plane: BitPlane) {
        grid = plane.grid
        columns = grid.columns
        rows = grid.rows
        isSet = { column, row in plane[column, row] }
    }

    /// A corner of cells, and in which direction an edge leaves it.
    private struct Step: Equatable {
        var x: Int
        var y: Int
        var direction: Direction
    }

    /// Counter-clockwise.
    private enum Direction: Int { case east, north, west, south }

    /// Edges that no ring holds yet: a bit per direction at every corner of cells.
    private struct OpenEdges {
        private var directions: [UInt8]
        private let width: Int

        init(columns: Int, rows: Int) {
            width = columns + 1
            directions = Array(repeating: 0, count: width * (rows + 1))
        }

        func contains(_ step: Step) -> Bool {
            directions[step.y * width + step.x] >> UInt8(step.direction.rawValue) & 1 == 1
        }

        mutating func insert(_ step: Step) {
            directions[step.y * width + step.x] |= 1 << UInt8(step.direction.rawValue)
        }

        mutating func remove(_ step: Step) {
            directions[step.y * width + step.x] &= ~(1 << UInt8(step.direction.rawValue))
        }

        /// The first edge that leaves a corner.
        func first(_ x: Int, _ y: Int) -> Step? {
            let bits = directions[y * width + x]
            guard bits != 0 else { return nil }
            return Direction(rawValue: bits.trailingZeroBitCount).map { Step(x: x, y: y, direction: $0) }
        }
    }

    private func cell(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && y >= 0 && x < columns && y < rows && isSet(x, y)
    }

    public func polygons() -> [Polygon] {
        // Edges with a cell on their left that is one and on their right one that is not; shells run counter-clockwise.
        var open = OpenEdges(columns: columns, rows: rows)
        for y in 0..<rows {
            for x in 0..<columns where isSet(x, y) {
                if !cell(x, y - 1) { open.insert(Step(x: x, y: y, direction: .east)) }
                if !cell(x + 1, y) { open.insert(Step(x: x + 1, y: y, direction: .north)) }
                if !cell(x, y + 1) { open.insert(Step(x: x + 1, y: y + 1, direction: .west)) }
                if !cell(x - 1, y) { open.insert(Step(x: x, y: y + 1, direction: .south)) }
            }
        }
        var shells: [(ring: [(Int, Int)], holes: [[(Int, Int)]])] = []
        var holes: [[(Int, Int)]] = []
        for y in 0...rows {
            for x in 0...columns {
                while let start = open.first(x, y) {
                    for ring in Self.simple(trace(from: start, &open)) {
                        if Self.doubledArea(ring) > 0 { shells.append((ring, [])) } else { holes.append(ring) }
                    }
                }
            }
        }
        assign(holes, to: &shells)
        return shells.map { shell in ([shell.ring] + shell.holes).map(positions) }
    }

    /// Follows edges, turning left first where cells meet in a corner, so that they stay apart.
    private func trace(from start: Step, _ open: inout OpenEdges) -> [(Int, Int)] {
        var ring: [(Int, Int)] = []
        var step = start
        var before: Direction?
        repeat {
            open.remove(step)
            if step.direction != before { ring.append((step.x, step.y)) }
            before = step.direction
            let (x, y) = Self.end(of: step)
            let turns = [1, 0, 3].map { (step.direction.rawValue + $0) % 4 }.compactMap(Direction.init(rawValue:))
            guard let next = turns.map({ Step(x: x, y: y, direction: $0) }).first(where: open.contains) else { break }
            step = next
        } while step != start
        // The start may lie in the middle of a straight edge.
        if ring.count > 2, before == start.direction { ring.removeFirst() }
        if let first = ring.first { ring.append(first) }
        return ring
    }

    /// A ring that comes back to a corner, in rings that do not: a hole that touches its shell or another hole there. A polygon
    /// may have such rings, and not one that touches itself.
    private static func simple(_ ring: [(Int, Int)]) -> [[(Int, Int)]] {
        struct Corner: Hashable { var x, y: Int }
        var rings: [[(Int, Int)]] = []
        var path: [(Int, Int)] = []
        var places: [Corner: Int] = [:]
        for corner in ring.dropLast() {
            if let place = places[Corner(x: corner.0, y: corner.1)] {
                let loop = path[place...]
                for (x, y) in loop { places[Corner(x: x, y: y)] = nil }
                rings.append(loop + [corner])
                path.removeSubrange(place...)
            }
            places[Corner(x: corner.0, y: corner.1)] = path.count
            path.append(corner)
        }
        if let first = path.first { rings.append(path + [first]) }
        return rings
    }

    private static func end(of step: Step) -> (Int, Int) {
        switch step.direction {
        case .east: (step.x + 1, step.y)
        case .north: (step.x, step.y + 1)
        case .west: (step.x - 1, step.y)
        case .south: (step.x, step.y - 1)
        }
    }

    private static func doubledArea(_ ring: [(Int, Int)]) -> Int {
        zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.0 * $1.1.1 - $1.1.0 * $1.0.1 }
    }

    /// A hole lies in the smallest shell around it.
    private func assign(_ holes: [[(Int, Int)]], to shells: inout [(ring: [(Int, Int)], holes: [[(Int, Int)]])]) {
        let boxes = shells.map { shell in
            (
                shell.ring.map(\.0).min() ?? 0, shell.ring.map(\.1).min() ?? 0, shell.ring.map(\.0).max() ?? 0,
                shell.ring.map(\.1).max() ?? 0
            )
        }
        let areas = shells.map { Self.doubledArea($0.ring) }
        for hole in holes {
            guard let corner = hole.min(by: { $0 < $1 }) else { continue }
            // The cell to the left of a hole's westernmost edge belongs to the shell.
            let (x, y) = (Double(corner.0) - 0.5, Double(corner.1) + 0.5)
            let around = shells.indices.filter { number in
                let box = boxes[number]
                return Double(box.0) < x && x < Double(box.2) && Double(box.1) < y && y < Double(box.3)
                    && Self.holds(shells[number].ring, x, y)
            }
            if let smallest = around.min(by: { areas[$0] < areas[$1] }) { shells[smallest].holes.append(hole) }
        }
    }

    private static func holds(_ ring: [(Int, Int)], _ x: Double, _ y: Double) -> Bool {
        var isInside = false
        for (one, other) in zip(ring, ring.dropFirst()) where one.0 == other.0 {
            let (low, high) = (Double(min(one.1, other.1)), Double(max(one.1, other.1)))
            if low < y, y < high, Double(one.0) > x { isInside.toggle() }
        }
        return isInside
    }

    private func positions(_ ring: [(Int, Int)]) -> [Position] {
        ring.map {
            Position(
                x: Double(grid.firstColumn + $0.0) * grid.cellMetres, y: Double(grid.firstRow + $0.1) * grid.cellMetres)
        }
    }
}
