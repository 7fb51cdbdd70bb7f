import GRDB

/// Accounts, sessions, and failures to sign in.
enum AccountTables {
    static func create(_ database: Database) throws {
        try database.create(table: "account") { table in
            table.primaryKey("id", .text)
            table.column("login", .text).notNull()
            table.column("loginKey", .text).notNull().unique()
            table.column("displayName", .text).notNull()
            table.column("organisation", .text)
            table.column("roles", .text).notNull()
            table.column("issuer", .text)
            table.column("subject", .text)
            table.column("passwordHash", .text)
            table.column("isActive", .boolean).notNull()
            table.column("mustChangePassword", .boolean).notNull()
            table.column("createdAt", .double).notNull()
            table.uniqueKey(["issuer", "subject"])
        }
        try database.create(table: "session") { table in
            table.primaryKey("tokenHash", .text)
            table.column("account", .text).references("account", onDelete: .cascade)
            table.column("anonymousKey", .text).notNull()
            table.column("csrf", .text).notNull()
            table.column("createdAt", .double).notNull()
            table.column("lastSeenAt", .double).notNull().indexed()
            table.column("notice", .text)
            table.column("pendingSignIn", .text)
        }
        try database.create(table: "signInFailure") { table in
            table.primaryKey("key", .text)
            table.column("count", .integer).notNull()
            table.column("lastAt", .double).notNull().indexed()
        }
    }
}
