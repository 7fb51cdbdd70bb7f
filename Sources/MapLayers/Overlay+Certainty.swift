internal import Geometry
internal import PolicyModel

extension Overlay {
    /// Whether the place certainly overlaps features although their lines may lie up to `width` metres off: it does
    /// so with more than a sliver of what lies deeper than that inside them.
    ///
    /// A feature without a surface is certain when it reaches deeper than that into the place.
    func isCertain(_ features: [Int], widthMetres width: Double) throws(LayerFailure) -> Bool {
        if width <= 0 { return true }
        let window = place.box.grown(by: 1.5 * width + 1)
        let wanted = Set(features)
        let numbers = contents.index.search(window).filter { wanted.contains(contents.pieces[$0].feature) }
        let surrounding = place.box.grown(by: width)
        if numbers.contains(where: { contents.pieces[$0].isFull && contents.pieces[$0].box.contains(surrounding) }) {
            return true
        }
        let surfaces = numbers.filter { contents.pieces[$0].dimension == 2 }
        let others = try contents.shapes(of: numbers.filter { contents.pieces[$0].dimension < 2 })
        let deep = try contents.joined(surfaces, grownBy: -width)
        do throws(GeometryError) {
            if !others.isEmpty, place.dimension == 2, let inner = try place.shape.buffered(metres: -width) {
                let prepared = try PreparedShape(inner)
                for other in others where try prepared.intersects(other) { return true }
            }
            guard let deep else { return false }
            if place.dimension == 0 { return try place.prepared.intersects(deep) }
            guard let shared = try place.shape.intersection(with: deep), shared.kind.dimension == place.dimension
            else { return false }
            return shared.measure > place.sliverLimit(place.dimension == 2 ? .area : .length)
        } catch {
            throw LayerFailure(error)
        }
    }
}
