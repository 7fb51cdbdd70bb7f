public import PolicyModel

/// What is told about a layer beside its geometry.
public struct LayerDescription: Sendable, Hashable, Identifiable {
    public enum Home: String, Sendable, Hashable, Codable { case house, store }

    /// Identifier of the layer, unique among the layers in use.
    public var id: String
    /// The designation that the layer gives a geometry to.
    public var designation: String
    public var title: String
    public var precision: LayerPrecision
    public var coverage: LayerCoverage
    public var asOf: PolicyDate?
    public var licence: String
    public var origin: String
    /// How the geometry came about: one of the values of `LayerBinding.Basis`.
    public var basis: String
    public var isDemonstration: Bool
    /// Where the layer is kept.
    public var home: Home

    public init(
        id: String, designation: String, title: String, precision: LayerPrecision, coverage: LayerCoverage,
        asOf: PolicyDate? = nil, licence: String, origin: String = "", basis: String = "open-data",
        isDemonstration: Bool = false, home: Home = .store
    ) {
        self.id = id
        self.designation = designation
        self.title = title
        self.precision = precision
        self.coverage = coverage
        self.asOf = asOf
        self.licence = licence
        self.origin = origin
        self.basis = basis
        self.isDemonstration = isDemonstration
        self.home = home
    }

    /// A layer that the house brings itself.
    public init(_ binding: LayerBinding) {
        self.init(
            id: binding.id, designation: binding.designation, title: binding.title, precision: binding.precision,
            coverage: binding.coverage, asOf: binding.asOf, licence: binding.licence, origin: binding.origin,
            basis: binding.basis.rawValue, isDemonstration: binding.demo ?? false, home: .house)
    }

    /// Metres on both sides of a line within which the real line may lie; 0 for an exact layer.
    var widthMetres: Double { precision.kind == .indicative ? precision.widthMetres ?? 0 : 0 }
}

/// Why a layer cannot be used: plain Dutch, lower case, no final period.
public struct LayerFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public var why: String
    public init(why: String) { self.why = why }
    public var description: String { why }
}

extension LayerDescription {
    /// Whether it is a layer of the house that is only a sketch.
    public var isSketch: Bool { LayerBinding.Basis(rawValue: basis)?.isSketch ?? false }
}
