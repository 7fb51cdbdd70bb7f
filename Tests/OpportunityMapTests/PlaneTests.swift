import Foundation
import Geometry
import KompasTesting
import MapLayers
import PolicyModel
import Testing

@testable import OpportunityMap

@Suite("Planes")
struct PlaneTests {
    private func grid(_ columns: Int, _ rows: Int, cell: Double = 10) throws -> CellGrid {
        try CellGrid(
            cellMetres: cell,
            covering: BoundingBox(minX: 0, minY: 0, maxX: Double(columns) * cell, maxY: Double(rows) * cell))
    }

    private func random(
        _ grid: CellGrid, share: Double, using generator: inout SeededGenerator
    ) -> BitPlane {
        let plane = BitPlane(grid: grid)
        for row in 0..<grid.rows {
            for column in 0..<grid.columns where Double.random(in: 0..<1, using: &generator) < share {
                plane.set(Cell(column: column, row: row))
            }
        }
        plane.seal()
        return plane
    }

    @Test("a grid begins and ends at multiples of the cell, and centres stand on millimetres")
    func grids() throws {
        let grid = try CellGrid(
            cellMetres: 25, covering: BoundingBox(minX: 101, minY: -3, maxX: 200, maxY: 50.01))
        #expect(grid.box == BoundingBox(minX: 100, minY: -25, maxX: 200, maxY: 75))
        #expect(grid.columns == 4 && grid.rows == 4 && grid.wordsPerRow == 1)
        #expect(grid.centre(of: Cell(column: 0, row: 0)) == Position(x: 112.5, y: -12.5))
        #expect(grid.cell(at: Position(x: 199.9, y: 74.9)) == Cell(column: 3, row: 3))
        #expect(grid.cell(at: Position(x: 200.1, y: 0)) == nil)
        #expect(throws: OpportunityError.cellSize(0.5)) { try CellGrid(cellMetres: 0.5, covering: grid.box) }
        #expect(throws: OpportunityError.cellSize(2.505)) { try CellGrid(cellMetres: 2.505, covering: grid.box) }
    }

    @Test("rows are set from one column to another over the borders of words")
    func setting() throws {
        let plane = BitPlane(grid: try grid(200, 3))
        plane.set(row: 1, from: 60, through: 130)
        plane.set(row: 1, from: -5, through: 0)
        plane.set(row: 1, from: 199, through: 500)
        plane.seal()
        #expect(plane.count == 71 + 1 + 1)
        #expect(plane[60, 1] && plane[130, 1] && plane[0, 1] && plane[199, 1])
        #expect(!plane[59, 1] && !plane[131, 1] && !plane[60, 0] && !plane[60, 2])
    }

    @Test("within a distance is what comparing every pair of cells says", arguments: [1, 2, 3, 4] as [UInt64])
    func distances(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let grid = try grid(150, 130)
        let plane = random(grid, share: seed == 4 ? 0.0003 : 0.004, using: &generator)
        let limits = [0.0, 10, 14.2, 33, 90, 700]
        let found = try DistancePlanes(source: plane, work: .quiet).within(limits)
        let cells = plane.cells()
        for row in stride(from: 0, to: grid.rows, by: 3) {
            for column in 0..<grid.columns {
                let square = cells.map {
                    ($0.column - column) * ($0.column - column) + ($0.row - row) * ($0.row - row)
                }.min()
                for (limit, plane) in zip(limits, found) {
                    let expected = square.map { Double($0).squareRoot() * 10 <= limit } ?? false
                    #expect(plane[column, row] == expected)
                }
            }
        }
    }

    @Test("a cell is in when GEOS says that its centre is", arguments: [5, 6, 7] as [UInt64])
    func drawing(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let grid = try grid(90, 90)
        for _ in 0..<20 {
            // Corners on centres and on borders of cells, so that edges run through centres.
            let corners = (0..<Int.random(in: 3...9, using: &generator)).map { _ in
                Position(
                    x: Double(Int.random(in: 10...170, using: &generator)) * 5,
                    y: Double(Int.random(in: 10...170, using: &generator)) * 5)
            }
            let middle = Position(
                x: corners.map(\.x).reduce(0, +) / Double(corners.count),
                y: corners.map(\.y).reduce(0, +) / Double(corners.count))
            var ring = corners.sorted {
                atan2($0.y - middle.y, $0.x - middle.x) < atan2($1.y - middle.y, $1.x - middle.x)
            }
            if let first = ring.first { ring.append(first) }
            let shape = try Shape.polygon([ring])
            guard try shape.fault() == nil else { continue }
            let piece = LayerProbe.PieceOutline(
                feature: 0, dimension: 2, box: shape.boundingBox, sequences: try shape.sequences(), lengthMetres: 0)
            let sketch = try Sketch.draw([(0, piece)], on: grid) { (_, point) throws(LayerFailure) in
                do throws(GeometryError) {
                    return try shape.intersects(point)
                } catch {
                    throw LayerFailure(why: error.message)
                }
            }
            for row in 0..<grid.rows {
                for column in 0..<grid.columns {
                    let centre = grid.centre(of: Cell(column: column, row: row))
                    let isIn = try shape.intersects(.point(x: centre.x, y: centre.y))
                    #expect(sketch.inside[column, row] == isIn)
                    let square = BoundingBox(
                        minX: centre.x - 5, minY: centre.y - 5, maxX: centre.x + 5, maxY: centre.y + 5)
                    let cell = try Shape.rectangle(square)
                    if sketch.interior[column, row] { #expect(try shape.subtracting(.rectangle(square)) != nil) }
                    if sketch.interior[column, row] {
                        #expect(abs(try shape.sharedAreaSquareMetres(with: cell) - 100) < 1e-6)
                    }
                    if !sketch.touched[column, row] { #expect(try !shape.intersects(cell)) }
                }
            }
        }
    }

    @Test("a centre within reach of a border is one that GEOS finds as near", arguments: [13, 14] as [UInt64])
    func borders(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let grid = try grid(140, 150)
        for _ in 0..<12 {
            // Level, upright and slanted lines, and single points; some reach beyond the grid.
            let path = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                Position(
                    x: Double(Int.random(in: -20...320, using: &generator)) * 5,
                    y: Double(Int.random(in: -20...320, using: &generator)) * 5)
            }
            let radius = [3.0, 10, 37.5, 400][Int.random(in: 0..<4, using: &generator)]
            let segments = zip(path, path.dropFirst() + path.suffix(1)).map {
                BorderSegment(feature: 0, from: $0, to: $1)
            }
            let isPoint = Set(path.map { [$0.x, $0.y] }).count == 1
            let shape = isPoint ? try Shape.point(x: path[0].x, y: path[0].y) : try Shape.line(path)
            let reach = BorderReach(grid: grid, segments: segments, work: .quiet)
            let planes = try reach.within([radius - BorderReach.hair, radius + BorderReach.hair, -1])
            #expect(planes[2].count == 0)
            for row in 0..<grid.rows {
                for column in 0..<grid.columns {
                    let centre = grid.centre(of: Cell(column: column, row: row))
                    let distance = try shape.distance(to: .point(x: centre.x, y: centre.y))
                    if planes[0][column, row] { #expect(distance <= radius) }
                    if !planes[1][column, row] { #expect(distance > radius) }
                    // Only what is nearer to the limit than a hair is left open.
                    if planes[0][column, row] != planes[1][column, row] { #expect(abs(distance - radius) < 2e-4) }
                }
            }
        }
    }

    @Test("a program gives what its expressions give, cell by cell", arguments: [8, 9, 10, 11] as [UInt64])
    func programs(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let grid = try grid(300, 140)
        let sources = (0..<8).map { PlaneSource.near(layer: "\($0)") }
        let planes = sources.enumerated().map { number, _ in
            random(grid, share: [0, 1, 0.5, 0.001, 0.999, 0.2, 0.7, 0.5][number], using: &generator)
        }
        var graph = BooleanGraph()
        var nodes = sources.map { graph.plane($0) } + [.yes, .no]
        for _ in 0..<60 {
            let (left, right) = (
                nodes.randomElement(using: &generator) ?? .no, nodes.randomElement(using: &generator) ?? .no
            )
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: nodes.append(graph.not(left))
            case 1, 2: nodes.append(graph.and(left, right))
            default: nodes.append(graph.or(left, right))
            }
        }
        let outputs = (0..<12).map { _ in nodes.randomElement(using: &generator) ?? .no }
        let domain = random(grid, share: 0.9, using: &generator)
        let program = PlaneProgram(graph, outputs: outputs)
        let byNumber = Dictionary(uniqueKeysWithValues: zip(sources, planes))
        let inputs = try program.sources.map { try #require(byNumber[$0]) }
        let run = ProgramRun(program: program, planes: inputs, domain: domain, work: .quiet)
        let result = try run.run()
        // Memory that is used again changes nothing.
        let again = try run.run(into: try run.run().planes)
        for (number, node) in outputs.enumerated() {
            var count = 0
            for row in 0..<grid.rows {
                for column in 0..<grid.columns {
                    let cell = Cell(column: column, row: row)
                    let expected = domain[cell] && graph.value(node) { byNumber[$0]?[cell] ?? false }
                    if expected { count += 1 }
                    if result.planes[number][cell] != expected || again.planes[number][cell] != expected {
                        Issue.record("output \(number) differs in \(cell)")
                        return
                    }
                }
            }
            #expect(result.counts[number] == count && result.planes[number].count == count)
        }
    }

    @Test("three truth values over two planes follow strong Kleene logic")
    func kleene() {
        var graph = BooleanGraph()
        let values: [(Truth, PlacedTruth)] = [
            (.yes, .yes), (.no, .no), (.unknown, PlacedTruth(certainly: .no, possibly: .yes)),
        ]
        func truth(_ placed: PlacedTruth) -> Truth {
            placed.certainly == .yes ? .yes : placed.possibly == .yes ? .unknown : .no
        }
        for (left, placedLeft) in values {
            #expect(truth(graph.not(placedLeft)) == !left)
            for (right, placedRight) in values {
                #expect(truth(graph.all([placedLeft, placedRight])) == (left && right))
                #expect(truth(graph.any([placedLeft, placedRight])) == (left || right))
            }
        }
    }

    @Test("planes come back from the cache as they were; a damaged file is none")
    func cache() throws {
        var generator = SeededGenerator(seed: 12)
        let grid = try grid(300, 700)
        let plane = random(grid, share: 0.3, using: &generator)
        for column in 0..<300 { for row in 0..<300 { plane.set(Cell(column: column, row: row)) } }
        plane.seal()
        try TemporaryFolder.use { folder in
            let cache = PlaneCache(folder: folder)
            #expect(cache.plane("a", grid: grid) == nil)
            cache.keep(plane, "a")
            let kept = try #require(cache.plane("a", grid: grid))
            #expect(kept.packedBytes() == plane.packedBytes() && kept.count == plane.count)
            #expect(cache.plane("b", grid: grid) == nil)
            let file = try #require(
                FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).first)
            var bytes = try Data(contentsOf: file)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: file)
            #expect(cache.plane("a", grid: grid) == nil)
        }
    }
}
