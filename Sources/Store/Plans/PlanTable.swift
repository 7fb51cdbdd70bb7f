import GRDB

/// Plans: drafts that change, so without history.
enum PlanTable {
    static func create(_ database: Database) throws {
        try database.create(table: "plan") { table in
            table.primaryKey("id", .text)
            table.column("owner", .text).notNull().indexed()
            table.column("title", .text).notNull()
            table.column("input", .text).notNull()
            table.column("demo", .boolean).notNull()
            table.column("asOf", .text)
            table.column("state", .text).notNull().indexed()
            table.column("version", .integer).notNull()
            table.column("createdAt", .double).notNull()
            table.column("updatedAt", .double).notNull()
        }
    }

    /// A plan that was deleted is kept for a while, so that it can be put back.
    static func addDeletion(_ database: Database) throws {
        try database.alter(table: "plan") { table in table.add(column: "deletedAt", .double) }
    }

    /// Of a plan whose texts were erased with those of its dossier, only whose it was stays.
    static func addErasure(_ database: Database) throws {
        try database.alter(table: "plan") { table in table.add(column: "erasedAt", .double) }
    }
}
