import Foundation
import Geometry
import KompasTesting
import Testing

@testable import OpportunityMap

@Suite("Drawing maps")
struct DrawingTests {
    private func plane(_ rows: [String], x: Double = 100, y: Double = 200) throws -> BitPlane {
        let grid = try CellGrid(
            cellMetres: 10,
            covering: BoundingBox(
                minX: x, minY: y, maxX: x + Double(rows[0].count) * 10, maxY: y + Double(rows.count) * 10))
        let plane = BitPlane(grid: grid)
        for (number, row) in rows.reversed().enumerated() {
            for (column, mark) in row.enumerated() where mark == "#" { plane.set(Cell(column: column, row: number)) }
        }
        plane.seal()
        return plane
    }

    private func area(_ polygons: [PolygonTracer.Polygon]) throws -> Double {
        try polygons.reduce(0) { $0 + (try Shape.polygon($1)).areaSquareMetres }
    }

    @Test("outlines follow the edges of cells, with holes, and corners that touch stay apart")
    func tracing() throws {
        let ring = try plane(["#####", "#...#", "#.#.#", "#...#", "#####"])
        let polygons = PolygonTracer(ring).polygons()
        #expect(polygons.map(\.count).sorted() == [1, 2])
        #expect(try area(polygons) == 17 * 100)
        let shell = try #require(polygons.first { $0.count == 2 })
        // Only corners: no position in the middle of a straight edge.
        #expect(shell.map(\.count) == [5, 5])
        #expect(Set(shell[0].map(\.x)) == [100, 150] && Set(shell[0].map(\.y)) == [200, 250])

        let corner = PolygonTracer(try plane(["#.", ".#"])).polygons()
        #expect(corner.count == 2)
        #expect(try corner.allSatisfy { try Shape.polygon($0).fault() == nil })
    }

    @Test("outlines of random cells are valid and have their area", arguments: [1, 2, 3] as [UInt64])
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<30).map { _ in
            String((0..<40).map { _ in Double.random(in: 0..<1, using: &generator) < 0.55 ? "#" : "." })
        }
        let cells = try plane(rows)
        let polygons = PolygonTracer(cells).polygons()
        #expect(try area(polygons) == Double(cells.count) * 100)
        #expect(try polygons.allSatisfy { try Shape.polygon($0).fault() == nil })
    }

    @Test("a picture has the colour of each cell, north above, and is a PNG")
    func picture() throws {
        let cells = try plane(["#.", "##"], x: 155_000, y: 463_000)
        let painter = MapPainter(cells, colour: Palette.Colour(1, 2, 3))
        let pixels = painter.picture(cells.grid.box, width: 2, height: 2)
        #expect(pixels == [1, 2, 3, 255, 0, 0, 0, 0, 1, 2, 3, 255, 1, 2, 3, 255])
        #expect(try painter.png().starts(with: [0x89, 0x50, 0x4E, 0x47]))
        // Tile 0/0 holds the whole country; a tile far in the north-west holds nothing of it.
        #expect(painter.tile(zoom: 0, column: 0, row: 0)?.count == 256 * 256 * 4)
        #expect(painter.tile(zoom: 6, column: 0, row: 0) == nil)
        #expect(painter.tile(zoom: 99, column: 0, row: 0) == nil)
    }
}
