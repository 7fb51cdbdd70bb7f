internal import Foundation
internal import Geometry

/// Large features with few positions, made once, so that a map of a whole region need not join thousands of pieces.
enum Overviews {
    /// How far lines may lie from where they are, the finest first; half a pixel at two levels of the map, a little rounded
    /// down.
    static let tolerances = [0.75, 3.0]

    /// Features with fewer positions are joined from their pieces as fast.
    static let fewestVertices = 5_000

    /// The overviews of a shape, by tolerance; none for one that is not large.
    static func make(of shape: Shape) throws(GeometryError) -> [(toleranceMetres: Double, shape: Shape)] {
        guard shape.vertexCount >= fewestVertices else { return [] }
        var overviews: [(Double, Shape)] = []
        var finer = shape
        for tolerance in tolerances {
            // From the finer one, so that the sum of both is what may be off.
            finer = try finer.simplified(metres: overviews.isEmpty ? tolerance : tolerance - tolerances[0])
            overviews.append((tolerance, finer))
        }
        return overviews
    }

    /// The coarsest that is fine enough.
    static func tolerance(for asked: Double) -> Double? { tolerances.last { $0 <= asked } }
}
