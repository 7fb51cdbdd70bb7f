import CanonicalJSON
public import Casework
public import Foundation
import GRDB

extension Store: UnsavedTextStore {
    public func unsaved(account: String, dossier: String) async throws -> [UnsavedText] {
        try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM unsavedText WHERE account = ? AND dossier = ? ORDER BY field",
                arguments: [account, dossier]
            ).map { row in
                let body: String = row["body"]
                return UnsavedText(
                    account: row["account"], dossier: row["dossier"], field: row["field"], basedOn: row["basedOn"],
                    body: try JSONValue.parse(Array(body.utf8)), at: Date(timeIntervalSince1970: row["at"]))
            }
        }
    }

    public func keep(_ unsaved: UnsavedText) async throws {
        let body = try unsaved.body.canonicalString
        try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO unsavedText (account, dossier, field, basedOn, body, at) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (account, dossier, field) DO UPDATE SET basedOn = excluded.basedOn,
                        body = excluded.body, at = excluded.at
                    """,
                arguments: [
                    unsaved.account, unsaved.dossier, unsaved.field, unsaved.basedOn, body,
                    unsaved.at.timeIntervalSince1970,
                ])
        }
    }

    public func dropUnsaved(account: String, dossier: String, field: String) async throws {
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM unsavedText WHERE account = ? AND dossier = ? AND field = ?",
                arguments: [account, dossier, field])
        }
    }

    public func dropUnsaved(before date: Date) async throws {
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM unsavedText WHERE at < ?", arguments: [date.timeIntervalSince1970])
        }
    }
}
