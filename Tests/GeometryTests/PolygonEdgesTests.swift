import Foundation
import Geometry
import KompasTesting
import Testing

@Suite("Areas measured from edges")
struct PolygonEdgesTests {
    private func shared(_ one: String, _ other: String) throws -> Double {
        let edges = try #require(try PolygonEdges(Shape(wkt: one)))
        let others = try #require(try PolygonEdges(Shape(wkt: other)))
        return edges.sharedAreaSquareMetres(with: others)
    }

    @Test("squares, triangles and holes share what they share, whichever way their rings turn")
    func byHand() throws {
        let square = "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))"
        #expect(try shared(square, "POLYGON((5 5, 15 5, 15 15, 5 15, 5 5))") == 25)
        #expect(try shared(square, "POLYGON((5 5, 5 15, 15 15, 15 5, 5 5))") == 25)
        #expect(try shared(square, square) == 100)
        #expect(try shared(square, "POLYGON((10 0, 20 0, 20 10, 10 10, 10 0))") == 0)
        #expect(try shared(square, "POLYGON((0 10, 10 10, 10 20, 0 20, 0 10))") == 0)
        #expect(try shared(square, "POLYGON((0 0, 20 0, 0 20, 0 0))") == 100)
        #expect(try shared(square, "POLYGON((0 0, 10 0, 0 10, 0 0))") == 50)
        #expect(try shared(square, "POLYGON((-5 -5, 15 -5, 15 15, -5 15, -5 -5),(2 2, 4 2, 4 4, 2 4, 2 2))") == 96)
        #expect(try shared(square, "MULTIPOLYGON(((1 1, 2 1, 2 2, 1 2, 1 1)),((9 9, 11 9, 11 11, 9 11, 9 9)))") == 2)
        #expect(try PolygonEdges(Shape(wkt: "LINESTRING(0 0, 1 1)")).map { _ in true } == nil)
    }

    @Test("random stars in RD share the same area as by GEOS", arguments: [1, 2, 3] as [UInt64])
    func againstGEOS(_ seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        func star() throws -> Shape {
            let x = Double.random(in: 200_000...202_000, using: &generator)
            let y = Double.random(in: 500_000...502_000, using: &generator)
            let corners = Int.random(in: 3...80, using: &generator)
            var ring = (0..<corners).map { corner in
                let angle = 2 * Double.pi * Double(corner) / Double(corners)
                let radius = Double.random(in: 20...2000, using: &generator)
                return Position(x: x + radius * cos(angle), y: y + radius * sin(angle))
            }
            ring.append(ring[0])
            return try .polygon([ring])
        }
        for _ in 0..<500 {
            let (one, other) = (try star(), try star())
            let expected = try one.sharedAreaSquareMetres(with: other)
            let edges = try #require(try PolygonEdges(one))
            let area = edges.sharedAreaSquareMetres(with: try #require(try PolygonEdges(other)))
            #expect(abs(area - expected) <= max(1e-9 * expected, 1e-6))
        }
    }
}
