public import Casework
public import Foundation
import GRDB

extension Store {
    /// Erases texts lawfully and wipes them from the files as well. Needs no house: for the command line.
    ///
    /// - Returns: whether the log of the database could be emptied at once; when others were reading it is emptied later.
    @discardableResult
    public func erase(
        texts ids: [String], in dossier: String, ground: String, by function: String, as actor: CaseActor,
        at now: Date
    ) async throws -> Bool {
        try await command { transaction in
            try CaseworkService.erase(ids, in: dossier, ground: ground, by: function, as: actor, at: now, transaction)
        }
        return await emptyLog()
    }

    /// Texts whose term of retention has passed on a day, by dossier: terms run from the end of a dossier.
    public func expiredTexts(at now: Date) async throws -> [(dossier: String, texts: [String])] {
        try await database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT personalText.id, personalText.dossier, personalText.years, dossier.finishedAt
                    FROM personalText JOIN dossier ON dossier.id = personalText.dossier
                    WHERE personalText.erasedAt IS NULL AND personalText.years IS NOT NULL
                        AND dossier.finishedAt IS NOT NULL
                    ORDER BY personalText.dossier, personalText.sequence, personalText.id
                    """)
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            var found: [(dossier: String, texts: [String])] = []
            for row in rows {
                let finished = Date(timeIntervalSince1970: row["finishedAt"])
                guard let end = calendar.date(byAdding: .year, value: row["years"], to: finished), end <= now else {
                    continue
                }
                let dossier: String = row["dossier"]
                if found.last?.dossier != dossier { found.append((dossier, [])) }
                found[found.count - 1].texts.append(row["id"])
            }
            return found
        }
    }

    /// Brings the log into the database and empties it, so that nothing erased is left in it.
    private func emptyLog() async -> Bool {
        let result = try? await database.writeWithoutTransaction { database in
            try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { row -> Int in row[0] }
        }
        return result == 0
    }
}
