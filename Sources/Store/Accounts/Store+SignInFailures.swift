public import Accounts
public import Foundation
import GRDB

extension Store: SignInFailureStore {
    public func changeSignInFailures(
        of keys: [String],
        _ change: @escaping @Sendable (inout [String: SignInFailures]) -> TimeInterval?
    ) async throws -> TimeInterval? {
        try await database.write { database in
            var failures: [String: SignInFailures] = [:]
            for key in keys {
                let row = try Row.fetchOne(
                    database, sql: "SELECT count, lastAt FROM signInFailure WHERE key = ?", arguments: [key])
                failures[key] = row.map {
                    SignInFailures(count: $0["count"], lastAt: Date(timeIntervalSince1970: $0["lastAt"]))
                }
            }
            let before = failures
            let result = change(&failures)
            for key in keys where failures[key] != before[key] {
                if let kept = failures[key] {
                    try database.execute(
                        sql: """
                            INSERT INTO signInFailure (key, count, lastAt) VALUES (?, ?, ?)
                            ON CONFLICT (key) DO UPDATE SET count = excluded.count, lastAt = excluded.lastAt
                            """, arguments: [key, kept.count, kept.lastAt.timeIntervalSince1970])
                } else {
                    try database.execute(sql: "DELETE FROM signInFailure WHERE key = ?", arguments: [key])
                }
            }
            return result
        }
    }

    public func forgetSignInFailures(before date: Date) async throws {
        try await database.write { database in
            try database.execute(
                sql: "DELETE FROM signInFailure WHERE lastAt < ?", arguments: [date.timeIntervalSince1970])
        }
    }
}
