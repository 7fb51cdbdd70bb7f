public import Geometry
public import MapLayers
public import PolicyModel

/// The map layers of a house as the source of spatial facts, with their hashes taken once.
public struct HouseLayers: SpatialFactSource {
    private let layers: MapLayers
    public let layerHashes: [String: String]

    public init(_ layers: MapLayers) {
        self.layers = layers
        var hashes: [String: String] = [:]
        for layer in layers.layers { hashes[layer.id] = (try? layers.contentHash(of: layer.id)) ?? "unreadable" }
        layerHashes = hashes
    }

    public func facts(for place: Shape, needs: FactNeeds) -> SpatialFacts { layers.facts(for: place, needs: needs) }
}
