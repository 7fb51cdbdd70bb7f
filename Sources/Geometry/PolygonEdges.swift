internal import CGEOS

/// The edges of a polygon, ready for measuring how much area it shares with another one.
///
/// GEOS builds the whole shape of an intersection before it can be measured, some 60 microseconds for two small
/// polygons. The area alone needs no shape: a polygon is a sum of signed strips between each edge and a base line below
/// it, so the shared area is the sum over all pairs of edges of the shared area of their strips. That sum has no special
/// cases, holes and several parts included. Its rounding error stays below 1e-6 m² for shapes of a few kilometres;
/// tests hold it against GEOS.
public struct PolygonEdges: Sendable {
    /// Pairs grow with the product of both numbers: beyond this GEOS is faster.
    public static let quickLimit = 512

    /// An edge from left to right.
    struct Edge: Sendable {
        var leftX: Double
        var leftY: Double
        var rightX: Double
        var rightY: Double
        /// 1 for an edge with the inside below it, -1 for one with the inside above it.
        var sign: Double
    }

    let edges: [Edge]
    public let boundingBox: BoundingBox
    public var count: Int { edges.count }

    /// `nil` for a shape that is no polygon.
    public init?(_ shape: Shape) throws(GeometryError) {
        guard shape.kind.dimension == 2 else { return nil }
        boundingBox = shape.boundingBox
        edges = try GEOSContext.use { (context) throws(GeometryError) in
            var edges: [Edge] = []
            for polygon in context.parts(of: shape.owner.pointer) {
                for (place, ring) in context.rings(of: polygon).enumerated() {
                    Self.append(try context.positions(ofSimple: ring), isShell: place == 0, to: &edges)
                }
            }
            return edges
        }
    }

    private static func append(_ ring: [Position], isShell: Bool, to edges: inout [Edge]) {
        guard let origin = ring.first else { return }
        var doubledArea = 0.0
        for (one, next) in zip(ring, ring.dropFirst()) {
            doubledArea += (one.x - origin.x) * (next.y - origin.y) - (next.x - origin.x) * (one.y - origin.y)
        }
        let turn: Double = (doubledArea > 0) == isShell ? 1 : -1
        for (one, next) in zip(ring, ring.dropFirst()) {
            if one.x < next.x {
                edges.append(Edge(leftX: one.x, leftY: one.y, rightX: next.x, rightY: next.y, sign: -turn))
            } else if one.x > next.x {
                edges.append(Edge(leftX: next.x, leftY: next.y, rightX: one.x, rightY: one.y, sign: turn))
            }
        }
    }

    /// Square metres that both share.
    public func sharedAreaSquareMetres(with other: PolygonEdges) -> Double {
        let left = max(boundingBox.minX, other.boundingBox.minX)
        let right = min(boundingBox.maxX, other.boundingBox.maxX)
        guard left < right else { return 0 }
        let base = min(boundingBox.minY, other.boundingBox.minY)
        let ours = edges.filter { $0.rightX > left && $0.leftX < right }
        var area = 0.0
        ours.withUnsafeBufferPointer { ours in
            for theirs in other.edges where theirs.rightX > left && theirs.leftX < right {
                for edge in ours where edge.rightX > theirs.leftX && edge.leftX < theirs.rightX {
                    area += edge.sign * theirs.sign * Self.sharedStrip(edge, theirs, base)
                }
            }
        }
        return max(0, area)
    }

    /// Square metres between the base line and the lower of two edges, where they stand above each other.
    @inline(__always)
    private static func sharedStrip(_ one: Edge, _ other: Edge, _ base: Double) -> Double {
        let left = max(one.leftX, other.leftX)
        let right = min(one.rightX, other.rightX)
        let slope = (one.rightY - one.leftY) / (one.rightX - one.leftX)
        let otherSlope = (other.rightY - other.leftY) / (other.rightX - other.leftX)
        let oneLeft = one.leftY - base + slope * (left - one.leftX)
        let oneRight = one.leftY - base + slope * (right - one.leftX)
        let otherLeft = other.leftY - base + otherSlope * (left - other.leftX)
        let otherRight = other.leftY - base + otherSlope * (right - other.leftX)
        let above = oneLeft - otherLeft
        let aboveRight = oneRight - otherRight
        let width = right - left
        if above <= 0, aboveRight <= 0 { return (oneLeft + oneRight) * width / 2 }
        if above >= 0, aboveRight >= 0 { return (otherLeft + otherRight) * width / 2 }
        let crossing = above / (above - aboveRight)
        let height = oneLeft + (oneRight - oneLeft) * crossing
        let (lowerLeft, lowerRight) = above < 0 ? (oneLeft, otherRight) : (otherLeft, oneRight)
        return ((lowerLeft + height) * crossing + (height + lowerRight) * (1 - crossing)) * width / 2
    }
}
