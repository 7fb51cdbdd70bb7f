/// A text in a public record. What is hashed is its commitment, so that the text can be erased and the record still be
/// checked.
public struct PublicText: Sendable, Hashable, Codable {
    /// The id under which the text is kept.
    public var id: String
    public var commitment: String
    /// `nil` once erased.
    public var text: String?
    public var salt: String?
    public var erasure: Erasure?

    /// What is kept and hashed; the rest stands elsewhere.
    private enum CodingKeys: String, CodingKey { case id, commitment }

    public init?(_ recorded: RecordedText?) {
        guard let recorded else { return nil }
        id = recorded.id
        commitment = recorded.commitment
        text = recorded.text
        salt = recorded.salt
        erasure = recorded.erasure
    }
}
