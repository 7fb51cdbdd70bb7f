public import CanonicalJSON
public import Casework

/// A published record as one JSON document: the record with its texts, the hash of it that the chain holds, and the report
/// that was weighed. Whoever has it can check the record and replay the report without asking anybody.
public struct PublishedJSON: Sendable, Hashable {
    public static let schema = "kompas/publication/1"

    public var record: PublicRecord
    public var recordHash: String
    /// `nil` once erased.
    public var report: JSONValue?

    public init(record: PublicRecord, recordHash: String, report: JSONValue?) {
        self.record = record
        self.recordHash = recordHash
        self.report = report
    }

    public init(_ document: RecordDocument) throws {
        self.init(record: document.record, recordHash: try document.record.recordHash, report: document.reportJSON)
    }

    public var json: JSONValue {
        get throws {
            [
                "record": try record.publicJSON, "recordHash": .string(recordHash), "report": report ?? .null,
                "schema": .string(Self.schema),
            ]
        }
    }

    /// Whether JSON says that it is one.
    public static func isOne(_ json: JSONValue) -> Bool { json["schema"]?.string == schema }

    /// Reads what ``json`` wrote.
    /// - Throws: ``PublicationUnreadable``.
    public init(_ json: JSONValue) throws(PublicationUnreadable) {
        guard Self.isOne(json), let given = json["record"], let hash = json["recordHash"]?.string,
            let report = json["report"], let record = try? PublicRecord(publicJSON: given)
        else { throw PublicationUnreadable() }
        self.init(record: record, recordHash: hash, report: report.isNull ? JSONValue?.none : report)
    }
}

/// JSON that is no published record.
public struct PublicationUnreadable: Error, Sendable, Hashable {
    /// For people.
    public var message: String { "dit is geen verslag van het schema \(PublishedJSON.schema)" }
}
