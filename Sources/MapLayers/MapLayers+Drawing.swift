public import Geometry

extension MapLayers {
    /// The features of a layer as far as they lie in a rectangle, for drawing: those that touch each other are joined.
    /// Empty when nothing lies there.
    public func shapes(layer: String, within box: BoundingBox) throws(LayerFailure) -> [Shape] {
        guard let found = byDesignation.values.joined().first(where: { $0.description.id == layer }) else {
            throw LayerFailure(why: "de laag `\(layer)` is er niet")
        }
        let contents = try found.contents()
        var byFeature: [Int: [Int]] = [:]
        for piece in contents.index.search(box) { byFeature[contents.pieces[piece].feature, default: []].append(piece) }
        var shapes: [Shape] = []
        for (_, pieces) in byFeature.sorted(by: { $0.key < $1.key }) {
            let parts = try contents.shapes(of: pieces.sorted())
            do throws(GeometryError) {
                if let shape = try Shape.union(parts)?.clipped(to: box) { shapes.append(shape) }
            } catch {
                throw LayerFailure(error)
            }
        }
        return shapes
    }
}
