/// What was measured of an overlap.
public struct OverlapMeasure: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable { case area, length, point }
    public var kind: Kind
    /// Square metres, metres, or `nil` for a point. Not rounded.
    public var value: Double?
    /// Share of the part, from 0 to 1; 1 or 0 for a point.
    public var share: Double?

    public init(kind: Kind, value: Double?, share: Double?) {
        self.kind = kind
        self.value = value
        self.share = share
    }
}

/// One feature of a layer against one part of an initiative.
public struct FeatureHit: Sendable, Hashable {
    public var feature: String
    public var name: String?
    /// Other names of the same feature.
    public var aliases: [String]
    public var attributes: [String: PropertyValue]
    public var overlap: OverlapMeasure
    /// Metres; 0 when they overlap.
    public var distanceMetres: Double
    /// The depths that the feature takes up; `nil` when not told. An unknown base is no bottom and `baseIsKnown` false.
    public var depth: DepthInterval?
    public var baseIsKnown: Bool
    /// Overlaps above the sliver limit, and not only within the precision width inside the line.
    public var certain: Bool
    /// The overlap is above the sliver limit; otherwise the feature is only near or within search distance.
    public var isOverlap: Bool

    public init(
        feature: String, name: String?, aliases: [String] = [], attributes: [String: PropertyValue] = [:],
        overlap: OverlapMeasure, distanceMetres: Double, depth: DepthInterval? = nil, baseIsKnown: Bool = true,
        certain: Bool = true, isOverlap: Bool
    ) {
        self.feature = feature
        self.name = name
        self.aliases = aliases
        self.attributes = attributes
        self.overlap = overlap
        self.distanceMetres = distanceMetres
        self.depth = depth
        self.baseIsKnown = baseIsKnown
        self.certain = certain
        self.isOverlap = isOverlap
    }
}

/// The six states of a layer against a part.
public enum LayerState: String, Sendable, Hashable, Codable, CaseIterable {
    case hit, near, none, noData, noLayer, failed
}

/// One layer against one part.
public struct LayerFact: Sendable, Hashable {
    public var designation: String
    /// `nil` when no layer is bound.
    public var layer: String?
    public var state: LayerState
    public var certain: Bool
    public var precision: LayerPrecision?
    public var asOf: PolicyDate?
    public var basis: String?
    /// Why it failed, or why nothing is known.
    public var why: String?
    /// Features that overlap (`isOverlap`) or lie within the search distance, nearest first, then by feature id.
    public var hits: [FeatureHit]
    /// Share of the part that overlaps the union of the features; `nil` when not known.
    public var overlapShare: Double?
    /// How the union overlaps the part.
    public var overlap: OverlapMeasure?
    /// Distance to the nearest feature, when one lies within the search distance.
    public var nearestMetres: Double?
    /// Up to how far features were looked for.
    public var searchMetres: Double
    /// Whether the whole search distance around the part lies within the coverage of the layer. Not looked at, and true,
    /// when the part hits or is near a feature: then no question of distance hangs on it.
    public var searchIsCovered: Bool

    public init(
        designation: String, layer: String?, state: LayerState, certain: Bool = true, precision: LayerPrecision? = nil,
        asOf: PolicyDate? = nil, basis: String? = nil, why: String? = nil, hits: [FeatureHit] = [],
        overlapShare: Double? = nil, overlap: OverlapMeasure? = nil, nearestMetres: Double? = nil,
        searchMetres: Double = 0, searchIsCovered: Bool = true
    ) {
        self.designation = designation
        self.layer = layer
        self.state = state
        self.certain = certain
        self.precision = precision
        self.asOf = asOf
        self.basis = basis
        self.why = why
        self.hits = hits
        self.overlapShare = overlapShare
        self.overlap = overlap
        self.nearestMetres = nearestMetres
        self.searchMetres = searchMetres
        self.searchIsCovered = searchIsCovered
    }
}

/// Whether a part lies on the side of a settlement that faces a designation.
public struct TowardsKey: Sendable, Hashable {
    public var settlement: String
    public var designation: String
    public var metres: Double

    public init(settlement: String, designation: String, metres: Double) {
        self.settlement = settlement
        self.designation = designation
        self.metres = metres
    }
}

/// All that the norm engine knows of the place of one part. Never a geometry.
public struct SpatialFacts: Sendable, Hashable {
    /// Layers per designation. A designation without any has a `noLayer` fact.
    public var layers: [String: [LayerFact]]
    public var towards: [TowardsKey: Truth]
    /// Share of the part that lies outside the house, from 0 to 1.
    public var outsideShare: Double

    public init(layers: [String: [LayerFact]], towards: [TowardsKey: Truth] = [:], outsideShare: Double = 0) {
        self.layers = layers
        self.towards = towards
        self.outsideShare = outsideShare
    }
}
