/// A programme, project or plan in which policy is carried out, named in a document.
public struct Programme: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var summary: String
    /// Who carries it.
    @OrEmpty public var parties: [String]
    /// From when to when, as the text names it.
    public var period: String?
    @OrEmpty public var figures: [String]
    @OrEmpty public var goals: [String]
    /// Designations that it is about.
    @OrEmpty public var designations: [String]
    public var source: SourceReference
}

/// A means that an authority has: legal, financial, communicative or otherwise.
public struct Instrument: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var summary: String?
    @OrEmpty public var roles: [String]
    public var source: SourceReference
}

/// What is watched to see whether goals come nearer.
public struct Indicator: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var summary: String?
    public var theme: String?
    public var unit: String?
    @OrEmpty public var goals: [String]
    public var source: SourceReference
}
