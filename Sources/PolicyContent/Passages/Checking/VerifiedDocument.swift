public import Foundation

/// `verified/<document>.json`: which passages a machine has found, and in which text.
///
/// Stands beside the content so that a machine without the texts can still refuse a hash that nobody ever found.
public struct VerifiedDocument: Sendable, Hashable, Codable {
    public var document: String
    public var file: String
    public var fileSha256: String
    /// The version of the rules by which the hashes were made.
    public var normaliser: String
    /// Day on which these hashes were first found, as `2026-01-31`.
    public var checkedOn: String
    /// SHA-256 hashes of the passages that content refers to: sorted, each once.
    public var passages: [String]
    /// How many passages of the document are accounted for; `nil` for a document without a ledger.
    public var ledger: LedgerFigures?

    /// Writes the file, unless the one that stands there says the same apart from the day.
    /// Returns whether it wrote. Throws when the file cannot be written.
    @discardableResult
    public func write(to file: URL) throws -> Bool {
        if let data = try? Data(contentsOf: file), var old = try? JSONDecoder().decode(Self.self, from: data) {
            old.checkedOn = checkedOn
            if old == self { return false }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try (encoder.encode(self) + Data("\n".utf8)).write(to: file, options: .atomic)
        return true
    }
}

/// The figures of a ``LedgerAccount``, kept beside the hashes so that a machine without the texts can tell them.
public struct LedgerFigures: Sendable, Hashable, Codable {
    public var passages: Int
    public var linked: Int
    public var nothing: Int
    public var open: Int

    init(_ account: LedgerAccount) {
        passages = account.passages
        linked = account.linked
        nothing = account.nothing.values.reduce(0, +)
        open = account.open.count
    }
}
