public import Casework
import GRDB

extension Store {
    /// The last events of the chain, newest first.
    public func lastEvents(_ count: Int) async throws -> [CaseEvent] {
        try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT body, hash FROM event ORDER BY sequence DESC LIMIT ?", arguments: [count]
            ).map { try CaseEvent(body: $0["body"], hash: $0["hash"]) }
        }
    }

    /// All texts of a dossier, erased ones too, in the order of the events.
    public func texts(ofDossier id: String) async throws -> [PersonalText] {
        try await database.read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM personalText WHERE dossier = ? ORDER BY sequence, id", arguments: [id]
            ).map(CaseworkRows.text)
        }
    }
}
