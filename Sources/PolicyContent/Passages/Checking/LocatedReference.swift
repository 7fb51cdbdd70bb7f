public import PolicyModel

/// A source reference and where it is written.
public struct LocatedReference: Sendable, Hashable {
    public var document: String
    public var path: [String]
    /// As written; not every text is a unit.
    public var unit: String
    public var starts: String
    public var nth: Int?
    /// The hash that the reference claims.
    public var sha256: String?
    /// The file, as the caller names it.
    public var file: String
    /// Line and column of the reference, from 1.
    public var line: Int
    public var column: Int
    /// Line and column of the `passage` mapping, from 1; where a hash is written.
    public var passageLine: Int
    public var passageColumn: Int
    /// It shows something about another record, as `evidence` of an account does; the passage did not become that record.
    public var isEvidence = false

    /// The place as compilers write it.
    public var place: String { "\(file):\(line):\(column)" }

    /// The query; `nil` when the unit is none or `starts` is empty.
    public var query: PassageQuery? {
        guard let unit = PassageUnit(rawValue: unit), !starts.isEmpty else { return nil }
        return PassageQuery(path: path, unit: unit, starts: starts, nth: nth)
    }
}

extension LocatedReference {
    /// A decoded reference; `line` and `column` are those of its first character.
    public init(_ reference: SourceReference, file: String, line: Int, column: Int = 1) {
        self.init(
            document: reference.document, path: reference.path, unit: reference.passage.unit.rawValue,
            starts: reference.passage.starts, nth: reference.passage.nth, sha256: reference.passage.sha256, file: file,
            line: line, column: column, passageLine: line, passageColumn: column)
    }
}
