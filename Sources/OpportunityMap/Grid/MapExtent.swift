public import Geometry
public import MapLayers
internal import PolicyModel

/// How far a house reaches.
public enum MapExtent {
    /// The rectangle around the outline of the house; `nil` when its layer cannot be read.
    public static func box(of layers: MapLayers) -> BoundingBox? {
        guard let outline = layers.probes(of: layers.outline).first, outline.failure == nil else { return nil }
        let box = outline.box
        return box.isEmpty ? nil : box
    }
}
