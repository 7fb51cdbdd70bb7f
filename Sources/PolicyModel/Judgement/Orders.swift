/// An order of preference between uses. Acyclic; tiers are only a display.
public struct UseRanking: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var summary: String?
    public var edges: [Edge]

    /// One use goes before another.
    public struct Edge: Sendable, Hashable, Codable {
        public var id: String
        /// Activities that go first (and what is narrower).
        public var prefer: [String]
        /// Activities that yield (and what is narrower).
        public var over: [String]
        @OrEmpty public var except: [String]
        /// Where the order holds; everywhere when left out.
        public var `where`: Test?
        /// When the order holds, for the initiative at hand.
        public var when: Test?
        /// Where the preferred use has a claim or a chance; unknown when left out.
        public var claim: Test?
        /// The designation shown with the claim.
        public var designation: String?
        /// Why, in our own words.
        public var why: String
        public var source: SourceReference
    }
}

/// For one activity: ordered kinds of place, the best first.
public struct PlaceLadder: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    public var activities: [String]
    public var when: Test?
    public var rungs: [Rung]
    public var source: SourceReference?

    public struct Rung: Sendable, Hashable, Codable, Identifiable {
        public var id: String
        public var title: String
        public var `where`: Test
        public var source: SourceReference?
    }
}
