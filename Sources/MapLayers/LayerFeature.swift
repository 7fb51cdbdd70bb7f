public import PolicyModel

/// A feature of a layer without its geometry.
public struct LayerFeature: Sendable, Hashable, Identifiable {
    /// Identifier, unique within the layer.
    public var id: String
    public var name: String?
    /// Other names of the same feature.
    public var aliases: [String]
    /// Free attributes; a value that the source does not give is the text `unknown`.
    public var attributes: [String: PropertyValue]
    /// Metres below maaiveld at which the feature begins; `nil` when not told.
    public var topMetres: Double?
    /// Metres below maaiveld at which it ends; `nil` when not told.
    public var baseMetres: Double?

    public init(
        id: String, name: String? = nil, aliases: [String] = [], attributes: [String: PropertyValue] = [:],
        topMetres: Double? = nil, baseMetres: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.attributes = attributes
        self.topMetres = topMetres
        self.baseMetres = baseMetres
    }

    /// The depths that it takes up; `nil` when its top is not told. Without a base it has no bottom; an attribute
    /// `base` with the value `unknown` then says that the base is not known.
    public var depth: DepthInterval? { topMetres.map { DepthInterval(from: $0, to: baseMetres) } }

    /// Whether this is one of its names, without regard to case and outer spaces.
    func isNamed(_ text: String) -> Bool {
        let wanted = Self.plain(text)
        return ([name].compactMap { $0 } + aliases).contains { Self.plain($0) == wanted }
    }

    static func plain(_ text: String) -> String {
        String(text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
}
