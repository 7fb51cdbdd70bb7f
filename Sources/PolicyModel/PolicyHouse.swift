/// Everything that a house says, as one value. Built by the loader, read by the engine.
public struct PolicyHouse: Sendable, Hashable, Codable {
    public var id: String
    public var title: String
    public var authority: Authority
    public var language: String
    /// Computing CRS of the layers, for example `EPSG:28992`.
    public var crs: String
    /// Designation whose geometry bounds the house.
    public var outline: String
    /// Designation of the neighbouring authorities.
    public var neighbours: String?
    /// Metres within which designations are shown as nearby.
    public var nearbyMetres: Double
    public var readingOrder: ReadingOrder

    @OrEmpty public var documents: [PolicyDocument]
    @OrEmpty public var norms: [Norm]
    @OrEmpty public var designations: [Designation]
    @OrEmpty public var layers: [LayerBinding]
    @OrEmpty public var activities: [Activity]
    @OrEmpty public var properties: [PropertyDefinition]
    @OrEmpty public var functions: [PrimaryFunction]
    @OrEmpty public var terms: [Term]
    @OrEmpty public var goals: [Goal]
    @OrEmpty public var roles: [Role]
    @OrEmpty public var frames: [Frame]
    @OrEmpty public var useRankings: [UseRanking]
    @OrEmpty public var placeLadders: [PlaceLadder]
    @OrEmpty public var labels: [EffectLabel]
    @OrEmpty public var contradictions: [Contradiction]
    @OrEmpty public var agreements: [Agreement]
    @OrEmpty public var contributions: [Contribution]
    @OrEmpty public var inconsistencies: [Inconsistency]
    @OrEmpty public var signposts: [Signpost]
    @OrEmpty public var figures: [Figure]
    @OrEmpty public var issues: [Issue]
    @OrEmpty public var programmes: [Programme]
    @OrEmpty public var instruments: [Instrument]
    @OrEmpty public var indicators: [Indicator]
    @OrEmpty public var cycle: [CycleMoment]
    /// Passage hashes that a machine has found in the documents: document id to hashes.
    @OrEmpty public var verified: [String: [String]]

    public struct Authority: Sendable, Hashable, Codable {
        public var name: String
        /// TOOI identifier.
        public var tooi: String?
    }

    /// In which order findings are read: first by band of document status, then by effect, then by id.
    public struct ReadingOrder: Sendable, Hashable, Codable {
        public var bands: [Band]
        public var effects: [Effect]

        public struct Band: Sendable, Hashable, Codable {
            public var title: String
            public var statuses: [DocumentStatus]
        }
    }
}
