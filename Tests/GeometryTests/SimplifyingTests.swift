import Foundation
import Geometry
import KompasTesting
import Testing

@Suite("Simplifying shapes") struct SimplifyingTests {
    @Test("a position that lies on its line goes, one that lies farther off than allowed stays")
    func positions() throws {
        let line = try Shape.line([
            Position(x: 0, y: 0), Position(x: 50, y: 0.4), Position(x: 100, y: 0), Position(x: 150, y: 5),
            Position(x: 200, y: 0),
        ])
        #expect(
            try line.simplified(metres: 1).positions() == [
                Position(x: 0, y: 0), Position(x: 100, y: 0), Position(x: 150, y: 5), Position(x: 200, y: 0),
            ])
        #expect(try line.simplified(metres: 0).vertexCount == 5)
    }

    @Test("a point stays what it is")
    func point() throws {
        #expect(try Shape.point(x: 3, y: 4).simplified(metres: 100).positions() == [Position(x: 3, y: 4)])
    }

    /// Stars with a hole, of which the rays are thinner than the tolerance.
    @Test("a valid shape stays valid and keeps its hole, however much goes", arguments: 1...20)
    func valid(_ seed: UInt64) throws {
        var numbers = SeededGenerator(seed: seed)
        let star = (0..<200).map { step in
            let angle = Double(step) / 200 * 2 * Double.pi
            let radius = step.isMultiple(of: 2) ? 1000 : Double.random(in: 400...990, using: &numbers)
            return Position(x: 1e5 + radius * cos(angle), y: 5e5 + radius * sin(angle))
        }
        let hole = [(-50, -50), (50, -50), (50, 50), (-50, 50)].map { Position(x: 1e5 + $0.0, y: 5e5 + $0.1) }
        let shape = try Shape.polygon([star + [star[0]], hole + [hole[0]]])
        #expect(try shape.fault() == nil)
        let tolerance = Double.random(in: 1...300, using: &numbers)
        let simple = try shape.simplified(metres: tolerance)
        #expect(try simple.fault() == nil)
        #expect(simple.vertexCount <= shape.vertexCount)
        // Two rings of at least four positions each.
        #expect(simple.vertexCount >= 8)
        let middle = try Shape.point(x: 1e5, y: 5e5)
        #expect(try !simple.intersects(middle))
    }
}
