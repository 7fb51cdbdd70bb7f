internal import PolicyModel

/// One line of the list of layers.
public struct LayerOverview: Sendable, Hashable {
    public var designation: String
    /// `nil` when the designation has no layer.
    public var layer: LayerDescription?
    public var featureCount: Int
    /// Why the layer cannot be read.
    public var failure: String?
}

extension MapLayers {
    /// Every designation with its layers, and designations without one; sorted by designation and layer. Reads all layers.
    public func overview() -> [LayerOverview] {
        var rows: [LayerOverview] = []
        for designation in Set(designations.keys).union(byDesignation.keys).sorted() {
            let layers = byDesignation[designation] ?? []
            if layers.isEmpty {
                rows.append(LayerOverview(designation: designation, layer: nil, featureCount: 0, failure: nil))
            }
            for layer in layers {
                do throws(LayerFailure) {
                    let count = try layer.contents().features.count
                    rows.append(
                        LayerOverview(
                            designation: designation, layer: layer.description, featureCount: count, failure: nil))
                } catch {
                    rows.append(
                        LayerOverview(
                            designation: designation, layer: layer.description, featureCount: 0, failure: error.why))
                }
            }
        }
        return rows
    }
}
