import Casework
import Foundation
import GRDB

/// What a command sees and writes: everything within one transaction of the database.
final class StoreTransaction: CaseworkTransaction {
    private let database: Database
    private let rules: RetentionRules
    /// Dossiers as they are now, with the events of this transaction.
    private var dossiers: [String: Dossier] = [:]

    init(_ database: Database) throws {
        self.database = database
        rules = try CaseworkRows.settings(database).retention
    }

    func plan(id: String) throws -> Plan? { try Store.plan(database, id: id) }

    func owner(ofPlan id: String) throws -> String? { try Store.owner(database, ofPlan: id) }

    func dossier(id: String) throws -> Dossier? {
        if let known = dossiers[id] { return known }
        let found = try CaseworkRows.dossier(database, id: id)
        dossiers[id] = found
        return found
    }

    func text(id: String) throws -> PersonalText? { try CaseworkRows.text(database, id: id) }

    func record(number: String) throws -> KeptRecord? {
        try CaseworkRows.records(database, where: "record.number = ?", [number]).first
    }

    func head() throws -> ChainHead { try CaseworkRows.head(database) }

    func nextNumber(year: Int) throws -> String { try CaseworkRows.nextNumber(database, year: year) }

    @discardableResult
    func append(_ draft: EventDraft) throws -> CaseEvent {
        let earlier = try dossier(id: draft.dossier)
        let (event, texts) = try CaseEvent.seal(draft, after: try head(), rules: rules)
        try CaseworkRows.insert(event, texts, database)
        let byID = Dictionary(
            texts.filter { $0.kind != .report }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var dossier = earlier
        if dossier == nil {
            dossier = Dossier(events: [event], texts: byID)
        } else {
            dossier?.apply(event, texts: byID)
        }
        guard let dossier else { throw NoSuchDossier(id: draft.dossier) }
        dossiers[draft.dossier] = dossier
        try CaseworkRows.keepSummary(of: dossier, database)
        return event
    }

    func keep(_ record: KeptRecord) throws { try CaseworkRows.insert(record, database) }

    func erase(texts ids: [String], _ erasure: Erasure) throws {
        try CaseworkRows.erase(ids, erasure, database)
        dossiers.removeAll()
    }

    func erasePlan(id: String, at moment: Date) throws { try Store.erasePlan(database, id: id, at: moment) }

    func dropUnsaved(in dossier: String) throws {
        try database.execute(sql: "DELETE FROM unsavedText WHERE dossier = ?", arguments: [dossier])
    }
}

/// An event was appended to a dossier that was never opened.
struct NoSuchDossier: Error {
    var id: String
}
