import Geometry

/// How much work it is to draw a circle around every position of a shape: circles that overlap are taken together in
/// pairs, and that costs time and memory.
enum CircleWork {
    /// The most positions around which circles are drawn, and the most that what comes of it may have.
    static let mostPositions = 10_000
    static let mostGrown = 50_000
    /// The most pairs that are near each other. Points have a whole circle each; along a line or an edge most of it falls
    /// away early.
    static let mostPairsOfPoints = 150_000
    static let mostPairs = 2_000_000

    static func isTooMuch(_ shape: Shape, radius: Double) throws(GeometryError) -> Bool {
        guard shape.vertexCount <= mostPositions else { return true }
        let most = shape.kind.dimension == 0 ? mostPairsOfPoints : mostPairs
        return pairs(try shape.positions(), radius: radius) > most
    }

    /// How many pairs of positions lie so near that their circles can overlap: counted by squares with sides of two
    /// radii, so never too few.
    static func pairs(_ positions: [Position], radius: Double) -> Int {
        struct Square: Hashable {
            var x: Double
            var y: Double
        }
        var counts: [Square: Int] = [:]
        for position in positions {
            counts[
                Square(x: (position.x / (2 * radius)).rounded(.down), y: (position.y / (2 * radius)).rounded(.down)),
                default: 0] += 1
        }
        var pairs = 0
        for (square, count) in counts {
            for x in [-1.0, 0, 1] {
                for y in [-1.0, 0, 1] {
                    pairs += count * (counts[Square(x: square.x + x, y: square.y + y)] ?? 0)
                }
            }
        }
        return pairs
    }
}
