public import Accounts
import Foundation
import GRDB

extension Store: AccountStore {
    public func account(id: String) async throws -> Account? {
        try await database.read { try Self.account($0, "id = ?", [id]) }
    }

    public func account(login: String) async throws -> Account? {
        try await database.read { try Self.account($0, "loginKey = ?", [Account.loginKey(login)]) }
    }

    public func account(issuer: String, subject: String) async throws -> Account? {
        try await database.read { try Self.account($0, "issuer = ? AND subject = ?", [issuer, subject]) }
    }

    public func accounts() async throws -> [Account] {
        try await database.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM account ORDER BY loginKey").map(Self.account)
        }
    }

    public func passwordHash(ofAccount id: String) async throws -> String? {
        try await database.read { database in
            try String.fetchOne(database, sql: "SELECT passwordHash FROM account WHERE id = ?", arguments: [id])
        }
    }

    public func insert(_ account: Account, passwordHash: String?) async throws {
        let (issuer, subject) = Self.provider(account.source)
        try await database.write { database in
            let key = Account.loginKey(account.login)
            guard try Self.account(database, "loginKey = ?", [key]) == nil else {
                throw AccountRefused.loginTaken(account.login)
            }
            if let issuer, let subject,
                try Self.account(database, "issuer = ? AND subject = ?", [issuer, subject]) != nil
            {
                throw AccountRefused.subjectTaken
            }
            try database.execute(
                sql: """
                    INSERT INTO account (id, login, loginKey, displayName, organisation, roles, issuer, subject,
                        passwordHash, isActive, mustChangePassword, createdAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    account.id, account.login, key, account.displayName, account.organisation,
                    Self.text(account.roles), issuer, subject, passwordHash, account.isActive,
                    account.mustChangePassword, account.createdAt.timeIntervalSince1970,
                ])
        }
    }

    @discardableResult
    public func change(
        account id: String, _ change: @escaping @Sendable (inout Account) throws -> Void
    ) async throws -> Account {
        try await database.write { database in
            guard var account = try Self.account(database, "id = ?", [id]) else {
                throw AccountRefused.unknown(id: id)
            }
            let before = account
            try change(&account)
            guard account != before else { return account }
            let key = Account.loginKey(account.login)
            if let other = try Self.account(database, "loginKey = ?", [key]), other.id != id {
                throw AccountRefused.loginTaken(account.login)
            }
            let hadAdministrator = try Self.hasAdministrator(database)
            try database.execute(
                sql: """
                    UPDATE account SET login = ?, loginKey = ?, displayName = ?, organisation = ?, roles = ?,
                        isActive = ?, mustChangePassword = ? WHERE id = ?
                    """,
                arguments: [
                    account.login, key, account.displayName, account.organisation, Self.text(account.roles),
                    account.isActive, account.mustChangePassword, id,
                ])
            if hadAdministrator, try !Self.hasAdministrator(database) { throw AccountRefused.lastAdministrator }
            if !account.isActive {
                try database.execute(sql: "DELETE FROM session WHERE account = ?", arguments: [id])
            }
            return account
        }
    }

    public func setPasswordHash(_ hash: String, ofAccount id: String, mustChange: Bool) async throws {
        try await database.write { database in
            try database.execute(
                sql: "UPDATE account SET passwordHash = ?, mustChangePassword = ? WHERE id = ?",
                arguments: [hash, mustChange, id])
            guard database.changesCount == 1 else { throw AccountRefused.unknown(id: id) }
        }
    }

    public func hasAdministrator() async throws -> Bool { try await database.read(Self.hasAdministrator) }
}

extension Store {
    private static func hasAdministrator(_ database: Database) throws -> Bool {
        try Row.fetchAll(database, sql: "SELECT * FROM account WHERE isActive").map(account)
            .contains { $0.roles.contains(.administrator) }
    }

    private static func account(_ database: Database, _ condition: String, _ arguments: StatementArguments) throws
        -> Account?
    {
        try Row.fetchOne(database, sql: "SELECT * FROM account WHERE \(condition)", arguments: arguments).map(account)
    }

    private static func account(_ row: Row) -> Account {
        var source = Account.Source.password
        if let issuer: String = row["issuer"], let subject: String = row["subject"] {
            source = .provider(issuer: issuer, subject: subject)
        }
        let roles: String = row["roles"]
        return Account(
            id: row["id"], login: row["login"], displayName: row["displayName"], organisation: row["organisation"],
            roles: Set(roles.split(separator: " ").compactMap { Role(rawValue: String($0)) }), source: source,
            isActive: row["isActive"], mustChangePassword: row["mustChangePassword"],
            createdAt: Date(timeIntervalSince1970: row["createdAt"]))
    }

    private static func text(_ roles: Set<Role>) -> String { roles.sorted().map(\.rawValue).joined(separator: " ") }

    private static func provider(_ source: Account.Source) -> (String?, String?) {
        if case .provider(let issuer, let subject) = source { return (issuer, subject) }
        return (nil, nil)
    }
}
