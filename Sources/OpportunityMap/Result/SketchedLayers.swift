public import MapLayers

/// Of the layers that a map is drawn from, those that are only sketches: then its lines are too, whatever the cells.
public struct SketchedLayers: Sendable, Hashable {
    public let sketches: Int
    public let all: Int
    /// How far a line of a sketch may be off at most, in metres.
    public let widthMetres: Double

    /// `nil` when none of the layers is a sketch.
    public init?(_ layers: [LayerDescription]) {
        let found = layers.filter(\.isSketch)
        guard !found.isEmpty else { return nil }
        sketches = found.count
        all = layers.count
        widthMetres = found.compactMap(\.precision.widthMetres).max() ?? 0
    }

    /// Of the layers of a house that a map asks about.
    public init?(_ activity: CompiledActivity, _ layers: MapLayers) {
        let asked = Set(activity.sources.compactMap(\.layer))
        self.init(layers.layers.filter { asked.contains($0.id) })
    }

    /// - Parameter width: the width in words.
    public func text(width: String) -> String {
        let which = sketches == all ? "alle \(all)" : "\(sketches) van de \(all)"
        let off = widthMetres > 0 ? ", en een lijn kan tot \(width) ernaast liggen" : ""
        return "Getekend op schetsen: \(which) kaartlagen zijn schematisch\(off). Zeg hiermee niets over een perceel."
    }
}
