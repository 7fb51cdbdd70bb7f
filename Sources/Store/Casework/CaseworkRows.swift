import CanonicalJSON
import Casework
import Foundation
import GRDB

/// Reads and writes the rows of casework, within a transaction that somebody else began.
enum CaseworkRows {
    static func head(_ database: Database) throws -> ChainHead {
        try Row.fetchOne(database, sql: "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1").map {
            ChainHead(sequence: $0["sequence"], hash: $0["hash"])
        } ?? .start
    }

    static func dossier(_ database: Database, id: String) throws -> Dossier? {
        let events = try Row.fetchAll(
            database, sql: "SELECT body, hash FROM event WHERE dossier = ? ORDER BY sequence", arguments: [id]
        ).map { try CaseEvent(body: $0["body"], hash: $0["hash"]) }
        guard !events.isEmpty else { return nil }
        // Reports are large, and asked for one at a time.
        let texts = try Row.fetchAll(
            database, sql: "SELECT * FROM personalText WHERE dossier = ? AND kind <> 'report'", arguments: [id]
        ).map(text)
        return Dossier(events: events, texts: Dictionary(texts.map { ($0.id, $0) }, uniquingKeysWith: { $1 }))
    }

    static func text(_ database: Database, id: String) throws -> PersonalText? {
        try Row.fetchOne(database, sql: "SELECT * FROM personalText WHERE id = ?", arguments: [id]).map(text)
    }

    static func text(_ row: Row) -> PersonalText {
        var erasure: Erasure?
        if let at: Double = row["erasedAt"] {
            erasure = Erasure(
                at: Date(timeIntervalSince1970: at), by: row["erasedBy"] ?? "", ground: row["erasureGround"] ?? "")
        }
        let kind: String = row["kind"]
        return PersonalText(
            id: row["id"], dossier: row["dossier"], kind: TextKind(rawValue: kind) ?? .comment, text: row["text"],
            salt: row["salt"],
            retention: Retention(category: row["category"], years: row["years"], ground: row["ground"]),
            erasure: erasure)
    }

    static func insert(_ event: CaseEvent, _ texts: [PersonalText], _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO event (sequence, dossier, kind, previous, hash, body) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                event.sequence, event.dossier, event.fact.kind.rawValue, event.previousHash, event.hash, event.body,
            ])
        for text in texts {
            try database.execute(
                sql: """
                    INSERT INTO personalText (id, sequence, dossier, kind, category, years, ground, text, salt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    text.id, event.sequence, text.dossier, text.kind.rawValue, text.retention.category,
                    text.retention.years, text.retention.ground, text.text, text.salt,
                ])
        }
    }

    static func erase(_ ids: [String], _ erasure: Erasure, _ database: Database) throws {
        for id in ids {
            try database.execute(
                sql: """
                    UPDATE personalText SET text = NULL, salt = NULL, erasedAt = ?, erasedBy = ?, erasureGround = ?
                    WHERE id = ?
                    """,
                arguments: [erasure.at.timeIntervalSince1970, erasure.by, erasure.ground, id])
        }
    }

    // MARK: Overviews

    static func summaries(_ database: Database) throws -> [DossierSummary] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT dossier.*, personalText.text AS title FROM dossier
                LEFT JOIN personalText ON personalText.id = dossier.titleText
                ORDER BY dossier.changedAt DESC, dossier.id
                """
        ).map { row in
            let state: String = row["state"]
            let finishedAt: Double? = row["finishedAt"]
            return DossierSummary(
                id: row["id"], state: Dossier.State(rawValue: state) ?? .closed, version: row["version"],
                title: row["title"] ?? "", openedAt: Date(timeIntervalSince1970: row["openedAt"]),
                changedAt: Date(timeIntervalSince1970: row["changedAt"]),
                finishedAt: finishedAt.map { Date(timeIntervalSince1970: $0) }, outcome: row["outcome"],
                number: row["number"], supersededBy: row["supersededBy"], isOwnInitiative: row["isOwnInitiative"],
                isDemonstration: row["isDemonstration"])
        }
    }

    static func keepSummary(of dossier: Dossier, _ database: Database) throws {
        let summary = dossier.summary
        try database.execute(
            sql: """
                INSERT INTO dossier (id, state, version, titleText, openedAt, changedAt, finishedAt, outcome, number,
                    supersededBy, isOwnInitiative, isDemonstration)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, version = excluded.version,
                    titleText = excluded.titleText, changedAt = excluded.changedAt, finishedAt = excluded.finishedAt,
                    outcome = excluded.outcome, number = excluded.number, supersededBy = excluded.supersededBy
                """,
            arguments: [
                summary.id, summary.state.rawValue, summary.version, dossier.title?.id,
                summary.openedAt.timeIntervalSince1970, summary.changedAt.timeIntervalSince1970,
                summary.finishedAt?.timeIntervalSince1970, summary.outcome, summary.number,
                dossier.publication?.supersededBy, summary.isOwnInitiative, summary.isDemonstration,
            ])
    }

    // MARK: Records

    static func records(_ database: Database, where condition: String = "TRUE", _ arguments: StatementArguments = [])
        throws -> [KeptRecord]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT record.*, dossier.supersededBy FROM record LEFT JOIN dossier ON dossier.id = record.dossier
                WHERE \(condition) ORDER BY substr(record.number, 1, 4) DESC, length(record.number) DESC,
                    record.number DESC
                """, arguments: arguments
        ).map { row in
            let skeleton: String = row["skeleton"]
            let bare = try PublicRecord(skeleton: try JSONValue.parse(Array(skeleton.utf8)))
            var texts: [String: PersonalText] = [:]
            for id in bare.textIDs { texts[id] = try text(database, id: id) }
            return KeptRecord(
                number: row["number"], dossier: row["dossier"], reportID: row["reportText"], recordHash: row["hash"],
                record: bare.filled(with: texts), supersededBy: row["supersededBy"])
        }
    }

    static func insert(_ record: KeptRecord, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO record (number, dossier, reportText, hash, skeleton) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                record.number, record.dossier, record.reportID, record.recordHash,
                try record.record.skeleton.canonicalString,
            ])
    }

    /// Numbers of a year follow each other without gaps.
    static func nextNumber(_ database: Database, year: Int) throws -> String {
        let prefix = String(year)
        let count =
            try Int.fetchOne(
                database, sql: "SELECT COUNT(*) FROM record WHERE number LIKE ? || '-%'", arguments: [prefix]) ?? 0
        let digits = String(count + 1)
        return "\(prefix)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }

    // MARK: Settings

    private static let settingsName = "casework"

    static func settings(_ database: Database) throws -> CaseworkSettings {
        let text = try String.fetchOne(
            database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [settingsName])
        guard let text else { return CaseworkSettings() }
        return try JSONDecoder().decode(CaseworkSettings.self, from: Data(text.utf8))
    }

    static func save(_ settings: CaseworkSettings, _ database: Database) throws {
        let text = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
        try database.execute(
            sql:
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [settingsName, text])
    }
}
