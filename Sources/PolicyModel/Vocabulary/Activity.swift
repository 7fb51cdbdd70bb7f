/// Something that people do with or in the physical environment.
public struct Activity: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var label: String
    /// Broader activities: a norm about one of these is also about this one.
    @OrEmpty public var broader: [String]
    /// The words that people use for it.
    @OrEmpty public var synonyms: [String]
    /// Properties that norms ask for.
    @OrEmpty public var properties: [String]
    /// Whether it reaches from the surface down to where it happens.
    public var drills: Bool?
    /// Whether it happens below ground, so that a depth is asked for.
    public var belowGround: Bool?
    /// The primary function that the place has when it is done.
    public var resultsIn: String?
}

/// A declared property of an initiative.
public struct PropertyDefinition: Sendable, Hashable, Codable, Identifiable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable { case quantity, count, choice, flag, text }

    public var id: String
    public var label: String
    public var kind: Kind
    /// UCUM code, for a quantity.
    public var unit: String?
    /// The values that can be chosen, for a choice.
    @OrEmpty public var values: [String]
    /// The question to the initiator, in plain words.
    public var asks: String
}

/// A primary function of an area.
public struct PrimaryFunction: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var label: String
    public var source: SourceReference?
}

/// A term with its meaning.
public struct Term: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var label: String
    public var definition: String
    public var source: SourceReference?
}
