internal import Geometry
internal import PolicyModel

/// One part of an initiative made ready for comparing with many layers. Belongs to one thread.
final class Place {
    let shape: Shape
    let prepared: PreparedShape
    /// The single points, when the place consists of points.
    let points: [Shape]
    /// The edges of a polygon with few of them; `nil` otherwise.
    let edges: PolygonEdges?

    var box: BoundingBox { shape.boundingBox }
    var dimension: Int { shape.kind.dimension }
    /// Square metres, metres or number of points.
    var measure: Double { shape.measure }

    init(_ shape: Shape) throws(GeometryError) {
        self.shape = shape
        prepared = try PreparedShape(shape)
        points = shape.kind.dimension == 0 ? try shape.parts() : []
        let edges = try PolygonEdges(shape)
        self.edges = edges.flatMap { $0.count <= PolygonEdges.quickLimit ? $0 : nil }
    }

    /// What an overlap must exceed to count; see ``SliverLimit``.
    func sliverLimit(_ kind: OverlapMeasure.Kind) -> Double {
        switch kind {
        case .area: SliverLimit.squareMetres(ofPartWith: shape.areaSquareMetres)
        case .length: SliverLimit.metres(ofPartWith: dimension == 1 ? shape.lengthMetres : .infinity)
        case .point: 0
        }
    }
}

/// Overlaps too small to mean anything: drawings of the same line never agree to the last centimetre.
public enum SliverLimit {
    /// Square metres that an overlap must exceed: 1 m², or a millionth of a larger part; for a part of less than
    /// 2 m² half of that part.
    public static func squareMetres(ofPartWith area: Double) -> Double { min(max(1, 1e-6 * area), area / 2) }

    /// Metres that an overlap along a line must exceed: 0.1 m; for a part shorter than 0.2 m half of that part.
    public static func metres(ofPartWith length: Double) -> Double { min(0.1, length / 2) }
}
