public import Geometry
import Synchronization

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
    /// So many pieces are joined while somebody waits; a feature of more is looked up in its overview.
    private static let piecesJoinedAtOnce = 400

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
        let isLarge = numbers.count > Self.piecesJoinedAtOnce && tolerance >= Self.overviewMetres
        let whole = isLarge ? try overview(of: feature) : try joined(shapes(of: numbers.sorted()))
        do throws(GeometryError) {
            guard let whole else { return nil }
            let part = box.contains(whole.boundingBox) ? whole : try whole.clipped(to: box)
            return try part?.simplified(metres: tolerance)
        } catch {
            throw LayerFailure(error)
        }
    }

    private func joined(_ shapes: [Shape]) throws(LayerFailure) -> Shape? {
        do throws(GeometryError) { return try Shape.union(shapes) } catch { throw LayerFailure(error) }
    }

    /// The whole of a feature, made once with few positions.
    private func overview(of feature: Int) throws(LayerFailure) -> Shape? {
        if let known = overviews.withLock({ $0[feature] }) { return known }
        let whole = try joined(shapes(of: pieces(of: feature)))
        let made: Shape?
        do throws(GeometryError) { made = try whole?.simplified(metres: Self.overviewMetres) } catch {
            throw LayerFailure(error)
        }
        overviews.withLock { $0[feature] = .some(made) }
        return made
    }

    /// How far lines of an overview may lie from where they are.
    private static let overviewMetres = 3.0
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
