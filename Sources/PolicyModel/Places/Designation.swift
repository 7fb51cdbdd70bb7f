/// A legend item with policy. Geometry comes from the layers that are bound to it.
public struct Designation: Sendable, Hashable, Codable, Identifiable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case policy, outline, municipality, settlement, region, neighbour
    }

    public var id: String
    public var title: String
    public var summary: String?
    public var kind: Kind
    /// The map and legend item it comes from.
    public var source: SourceReference?
    /// The primary function of a place inside it.
    public var primaryFunction: String?
    /// Shown among what is near, within the house's distance.
    public var showNearby: Bool?
    /// The attribute of its features that tells of which class each is.
    public var classAttribute: String?
}

/// How precise the lines of a layer are.
public struct LayerPrecision: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable { case exact, indicative }
    public var kind: Kind
    /// Width in metres within which the line may lie; `nil` for an exact layer.
    public var widthMetres: Double?

    public init(kind: Kind, widthMetres: Double?) {
        self.kind = kind
        self.widthMetres = widthMetres
    }
}

/// Where a layer knows. Outside its coverage, not being hit means nothing.
public struct LayerCoverage: Sendable, Hashable, Codable {
    /// Complete within the outline of the house.
    public var house: Bool?
    /// Complete within so many metres of its own features; 0 says that only the features themselves are known.
    public var aroundFeaturesMetres: Double?
    /// Complete within this GeoJSON file, relative to the house.
    public var file: String?
}

/// A layer of the house: a file with geometry bound to a designation.
public struct LayerBinding: Sendable, Hashable, Codable, Identifiable {
    public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
        case passage
        case openData = "open-data"
        case schematic, example

        /// Whether the lines were drawn roughly, or as an example, and not measured.
        public var isSketch: Bool { self == .schematic || self == .example }
    }

    public var id: String
    public var designation: String
    public var title: String
    /// GeoJSON in the house's CRS, relative to the house.
    public var file: String
    public var precision: LayerPrecision
    public var coverage: LayerCoverage
    public var asOf: PolicyDate?
    public var licence: String
    public var origin: String
    public var basis: Basis
    /// Used only when demonstration layers are asked for.
    public var demo: Bool?
}
