import Foundation
public import Geometry

/// What stands on a cell: a point, or a disc of some hectares around its centre.
public enum Footprint: Sendable, Hashable {
    case point
    case disc(hectares: Double)

    public static let hectares = 0.01...10_000.0
    private static let corners = 256

    /// The disc is a polygon of 256 corners that has exactly that area (to the tenth of a millimetre of its corners).
    var radiusMetres: Double {
        guard case .disc(let hectares) = self else { return 0 }
        let corners = Double(Self.corners)
        return (2 * hectares * 10_000 / (corners * sin(2 * .pi / corners))).squareRoot()
    }

    /// A disc that lies wholly in the footprint, and one that holds it: the outline is that of a polygon, on a tenth of a
    /// millimetre.
    var innerRadiusMetres: Double {
        self == .point ? 0 : radiusMetres * cos(.pi / Double(Self.corners)) - 0.001
    }
    var outerRadiusMetres: Double { self == .point ? 0 : radiusMetres + 0.001 }

    /// What an overlap must exceed to count, in square metres; see `SliverLimit`.
    var areaSquareMetres: Double {
        guard case .disc(let hectares) = self else { return 0 }
        return hectares * 10_000
    }

    /// The shape around a centre, the same that an assessment reads from GeoJSON.
    public func shape(at centre: Position) throws(GeometryError) -> Shape {
        guard self != .point else { return try .point(x: centre.x, y: centre.y) }
        return try .polygon([ring(at: centre)])
    }

    private func ring(at centre: Position) -> [Position] {
        let radius = radiusMetres
        var ring = (0..<Self.corners).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(Self.corners)
            return Position(
                x: Self.rounded(centre.x + radius * cos(angle)), y: Self.rounded(centre.y + radius * sin(angle)))
        }
        if let first = ring.first { ring.append(first) }
        return ring
    }

    /// To the tenth of a millimetre, as GeoJSON is written.
    private static func rounded(_ metres: Double) -> Double { (metres * 10_000).rounded() / 10_000 }

    /// How it stands in the name of a plane.
    var key: String {
        switch self {
        case .point: "point"
        case .disc(let hectares): "disc:\(hectares)"
        }
    }
}
