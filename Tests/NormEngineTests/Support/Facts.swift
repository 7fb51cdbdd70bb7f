import PolicyModel

extension SpatialFacts {
    /// No layer is bound at all.
    static let nothing = SpatialFacts(layers: [:])
}

/// One layer of designation `vlak` unless another is named.
func layer(
    _ state: LayerState, of designation: String = "vlak", named layer: String? = "laag", certain: Bool = true,
    width: Double? = nil, hits: [FeatureHit] = [], share: Double? = nil, area: Double? = nil, nearest: Double? = nil,
    searched: Double = 0, covered: Bool = true
) -> LayerFact {
    LayerFact(
        designation: designation, layer: state == .noLayer ? nil : layer, state: state, certain: certain,
        precision: LayerPrecision(kind: width == nil ? .exact : .indicative, widthMetres: width), hits: hits,
        overlapShare: share, overlap: area.map { OverlapMeasure(kind: .area, value: $0, share: share) },
        nearestMetres: nearest, searchMetres: searched, searchIsCovered: covered)
}

/// A feature that overlaps the part by 100 square metres.
func overlapping(
    _ name: String, aliases: [String] = [], _ attributes: [String: PropertyValue] = [:], depth: DepthInterval? = nil,
    certain: Bool = true
) -> FeatureHit {
    FeatureHit(
        feature: name.lowercased(), name: name, aliases: aliases, attributes: attributes,
        overlap: OverlapMeasure(kind: .area, value: 100, share: 0.5), distanceMetres: 0, depth: depth,
        certain: certain, isOverlap: true)
}

/// A feature that lies so many metres away.
func nearby(_ name: String, at distance: Double) -> FeatureHit {
    FeatureHit(
        feature: name.lowercased(), name: name, overlap: OverlapMeasure(kind: .area, value: 0, share: 0),
        distanceMetres: distance, isOverlap: false)
}
