/// A place in the hash chain: the number of an event and its hash. Whoever wrote down an earlier head can tell later
/// whether anything up to it was changed or cut off.
public struct ChainHead: Sendable, Hashable, Codable, CustomStringConvertible {
    /// Of a store without events.
    public static let start = ChainHead(sequence: 0, hash: String(repeating: "0", count: 64))

    public var sequence: Int
    /// SHA-256 in lower-case hexadecimal.
    public var hash: String

    public init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Reads `HASH@SEQUENCE`, as ``description`` writes it.
    public init?(_ text: some StringProtocol) {
        let fields = text.split(separator: "@", omittingEmptySubsequences: false)
        guard fields.count == 2, let sequence = Int(fields[1]), sequence >= 0, fields[0].utf8.count == 64,
            fields[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.init(sequence: sequence, hash: String(fields[0]))
    }

    public var description: String { "\(hash)@\(sequence)" }
}
