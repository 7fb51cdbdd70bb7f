public import Geometry

/// A feature as a map shows it.
public struct DrawnFeature: Sendable {
    public var feature: LayerFeature
    public var shape: Shape
}

extension MapLayers {
    /// The features of a layer as far as they lie in a rectangle, each with no more positions than can be seen.
    /// - Parameter toleranceMetres: how far a line may lie from where it is; half a pixel is not seen.
    public func drawing(
        of layer: String, in box: BoundingBox, toleranceMetres: Double
    ) throws(LayerFailure) -> [DrawnFeature] {
        try contents(ofLayer: layer).drawing(in: box, toleranceMetres: toleranceMetres)
    }

    /// The rectangle around all features of a layer. Reads the layer.
    public func extent(of layer: String) throws(LayerFailure) -> BoundingBox {
        try contents(ofLayer: layer).index.box
    }

    func contents(ofLayer id: String) throws(LayerFailure) -> LayerContents {
        guard let found = byDesignation.values.joined().first(where: { $0.description.id == id }) else {
            throw LayerFailure(why: "de laag `\(id)` is er niet")
        }
        return try found.contents()
    }
}

extension LayerContents {
    /// So many pieces are joined as fast as an overview is cut.
    private static let piecesJoinedAtOnce = 100

    func drawing(in box: BoundingBox, toleranceMetres: Double) throws(LayerFailure) -> [DrawnFeature] {
        var byFeature: [Int: [Int]] = [:]
        for piece in index.search(box) { byFeature[pieces[piece].feature, default: []].append(piece) }
        var drawn: [DrawnFeature] = []
        var seenPixels: Set<Pixel> = []
        for (feature, numbers) in byFeature.sorted(by: { $0.key < $1.key }) {
            // Of features smaller than can be seen one a pixel is enough.
            if let pixel = Pixel(numbers.map { pieces[$0].box }, size: 2 * toleranceMetres),
                !seenPixels.insert(pixel).inserted
            {
                continue
            }
            guard let shape = try shape(of: feature, numbers, in: box, toleranceMetres) else { continue }
            drawn.append(DrawnFeature(feature: features[feature], shape: shape))
        }
        return drawn
    }

    private func shape(
        of feature: Int, _ numbers: [Int], in box: BoundingBox, _ tolerance: Double
    ) throws(LayerFailure) -> Shape? {
        var whole: Shape?
        if numbers.count > Self.piecesJoinedAtOnce, let fineEnough = Overviews.tolerance(for: tolerance) {
            whole = try overview(of: feature, toleranceMetres: fineEnough)
        }
        let pieces = whole == nil ? try shapes(of: numbers.sorted()) : []
        do throws(GeometryError) {
            if whole == nil { whole = try Shape.union(pieces) }
            guard let shape = whole else { return nil }
            let part = box.contains(shape.boundingBox) ? shape : try shape.clipped(to: box)
            return try part?.simplified(metres: tolerance)
        } catch {
            throw LayerFailure(error)
        }
    }
}

/// The pixel in which something lies that is smaller than a pixel.
private struct Pixel: Hashable {
    var column: Int
    var row: Int

    init?(_ boxes: [BoundingBox], size: Double) {
        let box = boxes.reduce(BoundingBox.empty) { $0.union($1) }
        guard size > 0, box.width < size, box.height < size else { return nil }
        column = Int((box.minX / size).rounded(.down))
        row = Int((box.minY / size).rounded(.down))
    }
}
