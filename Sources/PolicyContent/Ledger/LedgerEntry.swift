/// What became of a passage that no record points at itself, or why nothing did.
public struct LedgerEntry: Sendable, Hashable, Decodable {
    /// Why a passage became nothing.
    public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        case background, figure, repeats, furniture
        case notNormative = "not-normative"
        case notEncodable = "not-encodable"
    }

    /// First words, for people.
    public var starts: String
    /// First 16 digits of the hash of the passage.
    public var sha256: String
    /// Ids of the records that it became.
    public var became: [String]?
    public var nothing: Reason?
    /// The record that says the same, for `repeats`.
    public var repeats: String?
    /// The reason of this passage alone.
    public var because: String?

    /// The hash of a passage as entries write it.
    static func shortened(_ sha256: String) -> String { String(sha256.prefix(16)) }
}
