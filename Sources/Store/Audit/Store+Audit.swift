public import Casework
import Foundation
import GRDB

extension Store {
    /// Follows the whole chain and everything that hangs on it, in one view of the database; others go on meanwhile.
    ///
    /// - Parameter known: a head that was written down before, to find out whether the end was cut off.
    public func verify(known: ChainHead? = nil) async throws -> ChainReport {
        try await database.read { try Self.verify($0, known: known) }
    }

    static func verify(_ database: Database, known: ChainHead?) throws -> ChainReport {
        var check = ChainCheck(known: known)
        let texts = try TextCursor(database)
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM event ORDER BY sequence")
        while let row = try rows.next() {
            let sequence: Int = row["sequence"]
            check.add(stray: try texts.take(before: sequence))
            check.add(
                ChainCheck.Row(
                    sequence: sequence, dossier: row["dossier"], kind: row["kind"], previous: row["previous"],
                    hash: row["hash"], body: row["body"]),
                texts: try texts.take(before: sequence + 1))
        }
        check.add(stray: try texts.take(before: .max))
        let records = try Row.fetchCursor(database, sql: "SELECT number, hash, skeleton FROM record ORDER BY number")
        while let row = try records.next() {
            check.add(record: row["number"], skeleton: row["skeleton"], hash: row["hash"])
        }
        for dossier in try wrongOverviews(database) { check.add(wrongOverview: dossier) }
        return check.result
    }

    /// Dossiers of which the kept overview is not what their events say. An event that cannot be read is told elsewhere.
    private static func wrongOverviews(_ database: Database) throws -> [String] {
        let kept = Dictionary(try CaseworkRows.summaries(database).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let told = try String.fetchAll(database, sql: "SELECT DISTINCT dossier FROM event")
        return Set(told).union(kept.keys).sorted().filter { id in
            do { return try CaseworkRows.dossier(database, id: id)?.summary != kept[id] } catch { return false }
        }
    }
}

/// The kept texts in the order of the events that committed to them.
private final class TextCursor {
    private let rows: RowCursor
    private var next: (sequence: Int, text: ChainCheck.TextRow)?

    init(_ database: Database) throws {
        rows = try Row.fetchCursor(
            database, sql: "SELECT id, sequence, text, salt, erasedAt FROM personalText ORDER BY sequence, id")
        try advance()
    }

    /// The texts of events below a number.
    func take(before sequence: Int) throws -> [ChainCheck.TextRow] {
        var taken: [ChainCheck.TextRow] = []
        while let found = next, found.sequence < sequence {
            taken.append(found.text)
            try advance()
        }
        return taken
    }

    private func advance() throws {
        guard let row = try rows.next() else {
            next = nil
            return
        }
        let erasedAt: Double? = row["erasedAt"]
        next = (
            row["sequence"],
            ChainCheck.TextRow(id: row["id"], text: row["text"], salt: row["salt"], isErased: erasedAt != nil)
        )
    }
}
