/// A goal: an ambition, theme, strategic goal or what works it out.
public struct Goal: Sendable, Hashable, Codable, Identifiable {
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        case ambition, theme, strategic, operational, measure
    }

    public var id: String
    public var title: String
    public var summary: String?
    public var level: Level
    public var partOf: String?
    public var source: SourceReference?
}

/// A role that the authority can take, and its instruments.
public struct Role: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var summary: String?
    public var source: SourceReference?
    @OrEmpty public var instruments: [String]
    /// Effects of findings that suggest this role.
    @OrEmpty public var suggestedBy: [Effect]
    /// How the link between findings and role was read.
    public var interpretation: String?
}

/// Passages that contradict themselves or each other.
public struct Inconsistency: Sendable, Hashable, Codable, Identifiable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case rule, figure, name, list, term, status
    }

    public var id: String
    /// What differs.
    public var kind: Kind?
    public var summary: String
    /// Both passages, or more.
    public var sources: [SourceReference]
    /// Norms that rely on one of them.
    @OrEmpty public var norms: [String]
    /// When the value at hand is affected; always when left out.
    public var when: Test?
}

/// A passage that points at a document that is not loaded.
public struct Signpost: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var document: String
    public var chapter: String?
    public var summary: String
    public var source: SourceReference
    /// Activities it is about; any when left out.
    public var activities: ActivityScope?
    public var `where`: Test?
}
