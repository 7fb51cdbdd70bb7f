import Foundation
import Geometry
import Testing

@Suite("Shapes")
struct ShapeTests {
    private func square(_ x: Double, _ y: Double, _ side: Double) throws -> Shape {
        try .rectangle(BoundingBox(minX: x, minY: y, maxX: x + side, maxY: y + side))
    }

    @Test("two squares that overlap by a quarter share, differ and unite exactly")
    func squares() throws {
        let left = try square(0, 0, 100)
        let right = try square(50, 50, 100)
        #expect(try left.intersection(with: right)?.areaSquareMetres == 2500)
        #expect(try left.sharedAreaSquareMetres(with: right) == 2500)
        #expect(try left.subtracting(right)?.areaSquareMetres == 7500)
        #expect(try Shape.union([left, right])?.areaSquareMetres == 17500)
        #expect(try left.intersection(with: square(500, 500, 1)) == nil)
    }

    @Test("a buffered point is a disc of 256 corners")
    func disc() throws {
        let disc = try Shape.point(x: 200_000, y: 500_000).buffer(metres: 100)
        let expected = 0.5 * 256 * sin(2 * Double.pi / 256) * 10_000
        #expect(abs(disc.areaSquareMetres - expected) < 1e-3)
        #expect(try square(0, 0, 10).buffered(metres: -5) == nil)
    }

    @Test("distances are those of the nearest places")
    func distances() throws {
        let one = try square(0, 0, 10)
        #expect(try one.distance(to: square(13, 14, 10)) == 5)
        #expect(try one.distance(to: square(10, 0, 10)) == 0)
        #expect(try PreparedShape(one).distance(to: square(13, 14, 10)) == 5)
    }

    @Test("a prepared shape answers as the shape itself does")
    func prepared() throws {
        let prepared = try PreparedShape(square(0, 0, 100))
        #expect(try prepared.covers(square(0, 0, 10)))
        #expect(try !prepared.containsProperly(square(0, 0, 10)))
        #expect(try prepared.containsProperly(square(1, 1, 10)))
        #expect(try prepared.intersects(square(100, 100, 10)))
        #expect(try !prepared.intersects(square(100.001, 100, 10)))
    }

    @Test("well-known binary reads back as the same shape, and rubbish is refused")
    func wkb() throws {
        let shape = try square(1, 2, 3)
        let bytes = try shape.wkb()
        #expect(try Shape(wkb: bytes).boundingBox == shape.boundingBox)
        #expect(throws: GeometryError.self) { try Shape(wkb: bytes.dropLast(9)) }
        #expect(throws: GeometryError.self) { try Shape(wkb: [UInt8]()) }
        #expect(throws: GeometryError.self) { try Shape(wkt: "POLYGON EMPTY") }
    }

    @Test("a bow tie has a fault and is repaired into two triangles")
    func repair() throws {
        let bowTie = try Shape(wkt: "POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))")
        #expect(try bowTie.fault() == ShapeFault(reason: "Self-intersection", place: Position(x: 5, y: 5)))
        #expect(try bowTie.repaired()?.areaSquareMetres == 50)
    }

    @Test("shapes are used by many tasks at once")
    func threads() async throws {
        let disc = try Shape.point(x: 0, y: 0).buffer(metres: 100)
        let ring = try #require(try disc.subtracting(Shape.point(x: 0, y: 0).buffer(metres: 50)))
        let expected = try ring.sharedAreaSquareMetres(with: square(0, 0, 200))
        try await withThrowingTaskGroup(of: Double.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    var area = 0.0
                    for _ in 0..<50 { area = try ring.sharedAreaSquareMetres(with: square(0, 0, 200)) }
                    return area
                }
            }
            for try await area in group { #expect(area == expected) }
        }
    }
}
