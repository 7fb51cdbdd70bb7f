public import Geometry
public import PolicyModel

/// Where an assessment gets its spatial facts. `MapLayers` is the real one.
public protocol SpatialFactSource: Sendable {
    func facts(for place: Shape, needs: FactNeeds) -> SpatialFacts
    /// SHA-256 per layer that was used or could have been, by layer id.
    var layerHashes: [String: String] { get }
}
