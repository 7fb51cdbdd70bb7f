import Accounts
import Foundation
import GRDB
import Testing

@testable import Casework
@testable import Store

@Suite("What the database itself refuses")
struct AppendOnlyTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    @Test(
        "events, texts and records are not changed, deleted, replaced or put in between",
        arguments: [
            ("UPDATE event SET kind = 'closed' WHERE sequence = 1", "events are never changed"),
            ("DELETE FROM event WHERE sequence = 1", "events are never deleted"),
            ("DELETE FROM event", "events are never deleted"),
            (
                "INSERT OR REPLACE INTO event SELECT 1, dossier, kind, previous, 'x', body FROM event WHERE sequence = 1",
                "events are added at the end"
            ),
            (
                "INSERT INTO event SELECT 99, dossier, kind, previous, 'x', body FROM event WHERE sequence = 1",
                "events are added at the end"
            ),
            (
                """
                INSERT INTO event SELECT (SELECT MAX(sequence) + 1 FROM event), dossier, kind, previous, 'x', body
                FROM event WHERE sequence = 1
                """, "an event holds the hash of the one before"
            ),
            ("DELETE FROM personalText", "texts are erased, their rows stay"),
            (
                "INSERT OR REPLACE INTO personalText SELECT * FROM personalText WHERE id = '1.title'",
                "texts are never replaced"
            ),
            (
                "UPDATE personalText SET text = 'Anders.' WHERE id = '1.title'",
                "texts are only erased, once, with who and why"
            ),
            (
                "UPDATE personalText SET text = NULL, salt = NULL WHERE id = '1.title'",
                "texts are only erased, once, with who and why"
            ),
            (
                """
                UPDATE personalText SET text = NULL, salt = NULL, erasedAt = 1, erasedBy = 'x', erasureGround = 'y',
                    dossier = 'z' WHERE id = '1.title'
                """, "texts are only erased, once, with who and why"
            ),
            ("UPDATE record SET hash = 'x'", "records are never changed"),
            ("DELETE FROM record", "records are never deleted"),
            ("INSERT OR REPLACE INTO record SELECT * FROM record", "records are never replaced"),
        ])
    func refused(sql: String, message: String) async throws {
        _ = try await test.published()
        let before = try await test.store.head()
        do {
            try Tampering.plainly(sql, on: test.file)
            Issue.record("`\(sql)` was done")
        } catch let error as DatabaseError {
            #expect(error.resultCode == .SQLITE_CONSTRAINT)
            #expect(error.message == message)
        }
        #expect(try await test.store.head() == before)
        #expect(try await test.store.verify().isWhole)
    }

    @Test("a command that fails half-way leaves nothing")
    func wholeOrNothing() async throws {
        struct Halfway: Error {}
        _ = try await test.opened()
        let head = try await test.store.head()
        await #expect(throws: Halfway.self) {
            try await test.store.command { transaction in
                try transaction.append(
                    EventDraft(
                        dossier: "plan", fact: .commentAdded, at: morning, actor: People.anna, roles: [.official],
                        texts: [TextDraft("comment", .comment, "x")]))
                throw Halfway()
            }
        }
        #expect(try await test.store.head() == head)
        #expect(try await test.store.dossier(id: "plan")?.comments == [])
    }

    @Test("an event for a dossier that was never opened is refused")
    func neverOpened() async throws {
        await #expect(throws: NoSuchDossier.self) {
            try await test.store.command {
                try $0.append(
                    EventDraft(
                        dossier: "niets", fact: .closed, at: morning, actor: People.anna, roles: [.official]))
            }
        }
        #expect(try await test.store.head() == .start)
    }

    @Test("two at once: one is kept, the other gets both texts; nothing is lost and the chain stays whole")
    func atOnce() async throws {
        let dossier = try await test.opened()
        let cells = try await test.casework.context(report: test.casework.report(of: dossier)).cells
        let cell = try #require(cells.first)
        let casework = test.casework
        let outcomes = await withTaskGroup(of: String.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let actor = number.isMultiple(of: 2) ? People.anna : People.bas
                    let content = CellContent(contributes: true, contributesArgument: "Tekst \(number)")
                    do {
                        _ = try await casework.saveCell(cell, content, basedOn: 0, in: "plan", by: actor)
                        return "kept"
                    } catch let conflict as EditConflict<CellContent> {
                        return conflict.given == content && conflict.base == nil ? "conflict" : "wrong"
                    } catch {
                        return "\(error)"
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == "kept" } == 1)
        #expect(outcomes.count { $0 == "conflict" } == 19)
        #expect(try await test.store.verify().isWhole)
        #expect(try await test.store.dossier(id: "plan")?.version(of: cell) == 1)
    }

    @Test("two servers on one folder share one chain")
    func twoServers() async throws {
        _ = try await test.opened()
        let second = try Store(folder: test.folder)
        let stores = [test.store, second]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await stores[number % 2].command { transaction in
                        _ = try transaction.append(
                            EventDraft(
                                dossier: "plan", fact: .commentAdded, at: morning, actor: People.anna,
                                roles: [.official], texts: [TextDraft("comment", .comment, "Opmerking \(number)")]))
                    }
                }
            }
            try await group.waitForAll()
        }
        let report = try await second.verify()
        #expect(report.faults == [])
        #expect(try await second.dossier(id: "plan")?.comments.count == 40)
    }

    @Test("a commit waits for the disk, in WAL mode; what is erased is overwritten")
    func settings() async throws {
        let settings = try await test.store.database.writeWithoutTransaction { database in
            try ["synchronous", "journal_mode", "secure_delete", "foreign_keys"].map { name in
                try String.fetchOne(database, sql: "PRAGMA \(name)")
            }
        }
        #expect(settings == ["3", "wal", "1", "1"])
    }

    @Test("a store of a later version is not touched")
    func newer() throws {
        try Tampering.plainly("INSERT INTO grdb_migrations VALUES ('something later')", on: test.file)
        #expect(throws: StoreIsNewer()) { try Store(folder: test.folder) }
    }

    @Test("a store of an earlier version is brought up to date by opening it, and by nothing else")
    func older() throws {
        let folder = test.folder.appending(path: "oud", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: Store.fileName)
        try Tampering.plainly(
            """
            CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
            """, on: file)
        #expect(throws: StoreIsOlder()) { try Store.existing(in: folder) }
        try Store(folder: folder).close()
        try Store.existing(in: folder).close()
    }

    @Test("where there is no store, none is made by looking")
    func missing() throws {
        let nowhere = test.folder.appending(path: "nergens", directoryHint: .isDirectory)
        #expect(throws: NoStore(folder: nowhere)) { try Store.existing(in: nowhere) }
        #expect(!FileManager.default.fileExists(atPath: nowhere.path))
    }
}
