public import Accounts
public import Foundation
import GRDB

extension Store: SessionStore {
    public func session(tokenHash: String) async throws -> Session? {
        try await database.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM session WHERE tokenHash = ?", arguments: [tokenHash])
                .map(Self.session)
        }
    }

    public func insert(_ session: Session) async throws {
        try await database.write { database in
            try database.execute(
                sql: """
                    INSERT INTO session
                        (tokenHash, account, anonymousKey, csrf, createdAt, lastSeenAt, notice, pendingSignIn)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    session.tokenHash, session.account, session.anonymousKey, session.csrf,
                    session.createdAt.timeIntervalSince1970, session.lastSeenAt.timeIntervalSince1970, session.notice,
                    session.pendingSignIn,
                ])
        }
    }

    public func update(_ session: Session) async throws {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE session SET lastSeenAt = ?, notice = ?, pendingSignIn = ? WHERE tokenHash = ?",
                arguments: [
                    session.lastSeenAt.timeIntervalSince1970, session.notice, session.pendingSignIn, session.tokenHash,
                ])
        }
    }

    public func delete(tokenHash: String) async throws {
        try await database.write { database in
            try database.execute(sql: "DELETE FROM session WHERE tokenHash = ?", arguments: [tokenHash])
        }
    }

    public func deleteSessions(ofAccount id: String) async throws {
        try await database.write { database in
            try database.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [id])
        }
    }

    public func deleteExpired(at now: Date) async throws {
        let moment = now.timeIntervalSince1970
        try await database.write { database in
            try database.execute(
                sql: """
                    DELETE FROM session WHERE CASE WHEN account IS NULL
                        THEN lastSeenAt < :anonymous OR createdAt < :anonymous
                        ELSE lastSeenAt < :idle OR createdAt < :longest END
                    """,
                arguments: [
                    "anonymous": moment - Session.longestSeconds, "idle": moment - Session.signedInIdleSeconds,
                    "longest": moment - Session.signedInLongestSeconds,
                ])
        }
    }

    private static func session(_ row: Row) -> Session {
        var session = Session(
            tokenHash: row["tokenHash"], account: row["account"], anonymousKey: row["anonymousKey"], csrf: row["csrf"],
            createdAt: Date(timeIntervalSince1970: row["createdAt"]))
        session.lastSeenAt = Date(timeIntervalSince1970: row["lastSeenAt"])
        session.notice = row["notice"]
        session.pendingSignIn = row["pendingSignIn"]
        return session
    }
}
