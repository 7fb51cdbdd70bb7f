public import Geometry

/// A layer on its way into a store.
public struct LayerDraft: Sendable {
    public var description: LayerDescription
    /// Features with their shapes; ids are unique.
    public var features: [(feature: LayerFeature, shape: Shape)]
    /// Where the layer knows, when its coverage is a file.
    public var coverage: Shape?

    public init(
        description: LayerDescription, features: [(feature: LayerFeature, shape: Shape)], coverage: Shape? = nil
    ) {
        self.description = description
        self.features = features
        self.coverage = coverage
    }
}
