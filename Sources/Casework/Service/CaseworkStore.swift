public import CanonicalJSON
public import Foundation

/// Where dossiers and records are kept. Reading needs no transaction; every command is one.
public protocol CaseworkStore: Sendable {
    func dossier(id: String) async throws -> Dossier?
    /// All dossiers, the one that changed last first.
    func dossiers() async throws -> [DossierSummary]
    /// A kept text by its id; of reports too.
    func text(id: String) async throws -> PersonalText?
    /// Published records, newest first, superseded ones too.
    func records() async throws -> [KeptRecord]
    func record(number: String) async throws -> KeptRecord?
    func head() async throws -> ChainHead
    func settings() async throws -> CaseworkSettings
    func save(_ settings: CaseworkSettings) async throws
    /// Runs a command in one transaction. What it gives back has been written for good; when it throws, nothing has.
    func command<Result: Sendable>(
        _ body: @escaping @Sendable (any CaseworkTransaction) throws -> Result
    ) async throws -> Result
}

/// What a command sees and writes.
public protocol CaseworkTransaction {
    func plan(id: String) throws -> Plan?
    /// Whose plan it is, also when its texts were erased.
    func owner(ofPlan id: String) throws -> String?
    func dossier(id: String) throws -> Dossier?
    func text(id: String) throws -> PersonalText?
    func record(number: String) throws -> KeptRecord?
    func head() throws -> ChainHead
    /// The next number of a year: `2026-0001`.
    func nextNumber(year: Int) throws -> String
    @discardableResult
    func append(_ draft: EventDraft) throws -> CaseEvent
    func keep(_ record: KeptRecord) throws
    /// Takes texts and their salts away for good; what they were, and who erased them and why, stays.
    func erase(texts ids: [String], _ erasure: Erasure) throws
    /// Takes away what a plan says; whose it was stays.
    func erasePlan(id: String, at moment: Date) throws
    /// Takes away what anybody typed in a dossier without saving it.
    func dropUnsaved(in dossier: String) throws
}

/// A published record as it is kept.
public struct KeptRecord: Sendable, Hashable {
    public var number: String
    public var dossier: String
    /// The id of the text with the report that belongs to it.
    public var reportID: String
    /// SHA-256 of the canonical skeleton, as the chain holds it.
    public var recordHash: String
    public var record: PublicRecord
    /// The number of the record that took its place.
    public var supersededBy: String?

    public init(
        number: String, dossier: String, reportID: String, recordHash: String, record: PublicRecord,
        supersededBy: String? = nil
    ) {
        self.number = number
        self.dossier = dossier
        self.reportID = reportID
        self.recordHash = recordHash
        self.record = record
        self.supersededBy = supersededBy
    }
}

/// Text that somebody is typing and has not saved: nothing is lost when a browser or a connection fails.
public struct UnsavedText: Sendable, Hashable {
    public var account: String
    public var dossier: String
    /// What is being typed in, such as `cell/kompas/rust/rust-oever`; the pages choose.
    public var field: String
    /// The version that it was begun on.
    public var basedOn: Int
    /// What was typed, as the pages choose.
    public var body: JSONValue
    public var at: Date

    public init(account: String, dossier: String, field: String, basedOn: Int, body: JSONValue, at: Date) {
        self.account = account
        self.dossier = dossier
        self.field = field
        self.basedOn = basedOn
        self.body = body
        self.at = at
    }
}

/// Where unsaved texts are kept. Not part of the chain.
public protocol UnsavedTextStore: Sendable {
    func unsaved(account: String, dossier: String) async throws -> [UnsavedText]
    func keep(_ unsaved: UnsavedText) async throws
    func dropUnsaved(account: String, dossier: String, field: String) async throws
    func dropUnsaved(before date: Date) async throws
}
