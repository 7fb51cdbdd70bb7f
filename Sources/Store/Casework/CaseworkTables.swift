import GRDB

/// The chain, the texts beside it, published records, and what is kept for speed or comfort.
///
/// Triggers refuse what must never happen, also to who opens the file with another program. Whoever takes the triggers
/// away is found out by the chain itself.
enum CaseworkTables {
    static func create(_ database: Database) throws {
        try createChain(database)
        try createTexts(database)
        try createRecords(database)
        try database.create(table: "dossier") { table in
            table.primaryKey("id", .text)
            table.column("state", .text).notNull().indexed()
            table.column("version", .integer).notNull()
            table.column("titleText", .text)
            table.column("openedAt", .double).notNull()
            table.column("changedAt", .double).notNull()
            table.column("finishedAt", .double)
            table.column("outcome", .text)
            table.column("number", .text)
            table.column("supersededBy", .text)
            table.column("isOwnInitiative", .boolean).notNull()
            table.column("isDemonstration", .boolean).notNull()
        }
        try database.create(table: "setting") { table in
            table.primaryKey("name", .text)
            table.column("value", .text).notNull()
        }
        try database.create(table: "unsavedText") { table in
            table.column("account", .text).notNull().references("account", onDelete: .cascade)
            table.column("dossier", .text).notNull()
            table.column("field", .text).notNull()
            table.column("basedOn", .integer).notNull()
            table.column("body", .text).notNull()
            table.column("at", .double).notNull().indexed()
            table.primaryKey(["account", "dossier", "field"])
        }
    }

    private static func createChain(_ database: Database) throws {
        try database.create(table: "event") { table in
            table.primaryKey("sequence", .integer)
            table.column("dossier", .text).notNull().indexed()
            table.column("kind", .text).notNull()
            table.column("previous", .text).notNull()
            table.column("hash", .text).notNull().unique()
            table.column("body", .text).notNull()
        }
        try database.execute(
            sql: """
                CREATE TRIGGER eventNeverChanges BEFORE UPDATE ON event
                BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
                CREATE TRIGGER eventNeverGoes BEFORE DELETE ON event
                BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
                CREATE TRIGGER eventComesLast BEFORE INSERT ON event
                WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM event)
                BEGIN SELECT RAISE(ABORT, 'events are added at the end'); END;
                CREATE TRIGGER eventFollows BEFORE INSERT ON event
                WHEN NEW.previous <> COALESCE(
                    (SELECT hash FROM event WHERE sequence = NEW.sequence - 1), printf('%064d', 0))
                BEGIN SELECT RAISE(ABORT, 'an event holds the hash of the one before'); END;
                """)
    }

    private static func createTexts(_ database: Database) throws {
        try database.create(table: "personalText") { table in
            table.primaryKey("id", .text)
            table.column("sequence", .integer).notNull().references("event")
            table.column("dossier", .text).notNull().indexed()
            table.column("kind", .text).notNull()
            table.column("category", .text).notNull()
            table.column("years", .integer)
            table.column("ground", .text).notNull()
            table.column("text", .text)
            table.column("salt", .text)
            table.column("erasedAt", .double)
            table.column("erasedBy", .text)
            table.column("erasureGround", .text)
        }
        // Also the order in which texts are checked.
        try database.create(indexOn: "personalText", columns: ["sequence", "id"])
        try database.execute(
            sql: """
                CREATE TRIGGER textNeverGoes BEFORE DELETE ON personalText
                BEGIN SELECT RAISE(ABORT, 'texts are erased, their rows stay'); END;
                CREATE TRIGGER textComesOnce BEFORE INSERT ON personalText
                WHEN EXISTS (SELECT 1 FROM personalText WHERE id = NEW.id)
                BEGIN SELECT RAISE(ABORT, 'texts are never replaced'); END;
                CREATE TRIGGER textOnlyErased BEFORE UPDATE ON personalText
                WHEN OLD.erasedAt IS NOT NULL OR NEW.text IS NOT NULL OR NEW.salt IS NOT NULL
                    OR NEW.erasedAt IS NULL OR NEW.erasedBy IS NULL OR NEW.erasureGround IS NULL
                    OR NEW.id <> OLD.id OR NEW.sequence <> OLD.sequence OR NEW.dossier <> OLD.dossier
                    OR NEW.kind <> OLD.kind OR NEW.category <> OLD.category OR NEW.years IS NOT OLD.years
                    OR NEW.ground <> OLD.ground
                BEGIN SELECT RAISE(ABORT, 'texts are only erased, once, with who and why'); END;
                """)
    }

    private static func createRecords(_ database: Database) throws {
        try database.create(table: "record") { table in
            table.primaryKey("number", .text)
            table.column("dossier", .text).notNull().unique()
            table.column("reportText", .text).notNull().references("personalText")
            table.column("hash", .text).notNull()
            table.column("skeleton", .text).notNull()
        }
        try database.execute(
            sql: """
                CREATE TRIGGER recordNeverChanges BEFORE UPDATE ON record
                BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
                CREATE TRIGGER recordNeverGoes BEFORE DELETE ON record
                BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
                CREATE TRIGGER recordComesOnce BEFORE INSERT ON record
                WHEN EXISTS (SELECT 1 FROM record WHERE number = NEW.number)
                BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;
                """)
    }
}
