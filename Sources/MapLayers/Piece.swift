internal import Geometry

/// A part of a feature small enough to be compared quickly. The pieces of a feature never overlap.
struct Piece: Sendable {
    /// Place of its feature in the layer.
    var feature: Int
    /// 0 for a point, 1 for a line, 2 for a polygon.
    var dimension: Int
    var box: BoundingBox
    /// Square metres, metres, or 1.
    var measure: Double
    /// Fills its box wholly: nothing need be computed for a place inside it.
    var isFull: Bool
}

/// Cuts shapes into pieces.
enum PieceCutter {
    /// Positions that a piece has at most; found by measuring.
    static let vertexLimit = 96
    private static let depthLimit = 24

    static func cut(_ shape: Shape, vertexLimit: Int = vertexLimit) throws(GeometryError) -> [Shape] {
        var pieces: [Shape] = []
        for part in try shape.parts() {
            switch part.kind.dimension {
            case 2:
                try cut(polygon: part, in: part.boundingBox, vertexLimit: vertexLimit, depth: 0, into: &pieces)
            case 1: try cut(line: part, vertexLimit: vertexLimit, into: &pieces)
            default: pieces.append(part)
            }
        }
        return pieces
    }

    private static func cut(
        polygon: Shape, in box: BoundingBox, vertexLimit: Int, depth: Int, into pieces: inout [Shape]
    ) throws(GeometryError) {
        if polygon.vertexCount <= vertexLimit || depth == depthLimit {
            pieces += try polygon.parts()
            return
        }
        for half in halves(of: box) {
            guard let part = try polygon.clipped(to: half), part.kind.dimension == 2 else { continue }
            try cut(polygon: part, in: half, vertexLimit: vertexLimit, depth: depth + 1, into: &pieces)
        }
    }

    private static func halves(of box: BoundingBox) -> [BoundingBox] {
        var (first, second) = (box, box)
        if box.width > box.height {
            first.maxX = (box.minX + box.maxX) / 2
            second.minX = first.maxX
        } else {
            first.maxY = (box.minY + box.maxY) / 2
            second.minY = first.maxY
        }
        return [first, second]
    }

    /// A line is cut at its own positions, so that no length is lost or counted twice.
    private static func cut(line: Shape, vertexLimit: Int, into pieces: inout [Shape]) throws(GeometryError) {
        let positions = try line.positions()
        var start = 0
        while start < positions.count - 1 {
            let end = min(start + vertexLimit - 1, positions.count - 1)
            pieces.append(try Shape.line(Array(positions[start...end])))
            start = end
        }
    }
}

extension Piece {
    init(_ shape: Shape, feature: Int) {
        let box = shape.boundingBox
        let isFull =
            shape.kind == .polygon && shape.vertexCount == 5
            && abs(shape.areaSquareMetres - box.areaSquareMetres) <= 1e-12 * box.areaSquareMetres
        self.init(
            feature: feature, dimension: shape.kind.dimension, box: box, measure: shape.measure, isFull: isFull)
    }
}
