import Accounts
import CanonicalJSON
import Foundation
import KompasTesting
import Synchronization
import Testing

@testable import Casework
@testable import Store

@Suite("Backup, restore and export")
struct BackupTests {
    private let test: TestStore
    private let elsewhere: URL
    private var backup: URL { elsewhere.appending(path: "kopie.sqlite") }

    init() throws {
        test = try TestStore()
        elsewhere = try TemporaryFolder.make()
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("a backup is one file with everything, that only its owner reads")
    func whole() async throws {
        defer { try? FileManager.default.removeItem(at: elsewhere) }
        let kept = try await test.published()
        let report = try await test.store.backUp(to: backup)
        #expect(report == (try await test.store.verify()))
        #expect(try names(elsewhere) == ["kopie.sqlite"])
        let attributes = try FileManager.default.attributesOfItem(atPath: backup.path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let folder = elsewhere.appending(path: "data", directoryHint: .isDirectory)
        let restored = try Store.restore(backup, to: folder, replaces: false)
        #expect(restored.report == report)
        #expect(restored.earlier == nil)
        let store = try Store(folder: folder)
        #expect(try await store.records() == [kept])
        #expect(try await store.plan(id: "plan") != nil)
        #expect(try await store.verify() == report)
    }

    @Test("a backup while others write is of one moment")
    func running() async throws {
        defer { try? FileManager.default.removeItem(at: elsewhere) }
        _ = try await test.opened()
        let store = test.store
        let writing = Task {
            var count = 0
            while !Task.isCancelled {
                let number = count
                try await store.command { transaction in
                    _ = try transaction.append(
                        EventDraft(
                            dossier: "plan", fact: .commentAdded, at: morning, actor: People.anna, roles: [.official],
                            texts: [TextDraft("comment", .comment, "Opmerking \(number)")]))
                }
                count += 1
            }
        }
        for round in 0..<5 {
            let head = try await store.head()
            let file = elsewhere.appending(path: "kopie-\(round).sqlite")
            let report = try await store.backUp(to: file)
            #expect(report.isWhole)
            #expect(report.head.sequence >= head.sequence)
            let events = try await store.verify(known: report.head)
            #expect(events.isWhole)
        }
        writing.cancel()
        _ = await writing.result
    }

    @Test("a store that is not whole gives no backup, and leaves an earlier one in its place")
    func notWhole() async throws {
        defer { try? FileManager.default.removeItem(at: elsewhere) }
        _ = try await test.published()
        _ = try await test.store.backUp(to: backup)
        let before = try Data(contentsOf: backup)
        try test.tamper("UPDATE personalText SET text = 'Een ander' WHERE id = '1.title'")
        do {
            _ = try await test.store.backUp(to: backup)
            Issue.record("a backup was made")
        } catch BackupFailed.notWhole(let report) {
            #expect(report.faults == [.changedText("1.title")])
        }
        #expect(try Data(contentsOf: backup) == before)
        #expect(try names(elsewhere) == ["kopie.sqlite"])
    }

    @Test("a store that is there is replaced only when that is asked, and is kept beside the new one")
    func replaces() async throws {
        defer { try? FileManager.default.removeItem(at: elsewhere) }
        _ = try await test.published("een")
        _ = try await test.store.backUp(to: backup)
        let folder = elsewhere.appending(path: "data", directoryHint: .isDirectory)
        do {
            let other = try Store(folder: folder)
            try await other.insert(Meerstad.plan(id: "ander"))
            #expect(throws: RestoreRefused.storeIsThere(folder)) {
                try Store.restore(backup, to: folder, replaces: false)
            }
            #expect(throws: RestoreRefused.storeIsInUse(folder)) {
                try Store.restore(backup, to: folder, replaces: true)
            }
            #expect(try await other.plan(id: "ander") != nil)
        }
        let restored = try Store.restore(backup, to: folder, replaces: true, at: morning)
        let earlier = try #require(restored.earlier)
        #expect(earlier.lastPathComponent == "kompas.sqlite.1795167000")
        #expect(try await Store(folder: folder).plan(id: "ander") == nil)
        #expect(try await Store(folder: folder).records().count == 1)
        #expect(try await Store(file: earlier).plan(id: "ander") != nil)
    }

    @Test("what is no good backup is refused, and changes nothing")
    func noBackup() async throws {
        defer { try? FileManager.default.removeItem(at: elsewhere) }
        _ = try await test.published()
        let folder = elsewhere.appending(path: "data", directoryHint: .isDirectory)
        func restore() throws { _ = try Store.restore(backup, to: folder, replaces: true) }
        #expect(throws: RestoreRefused.noBackup(backup)) { try restore() }
        try Data("geen databank".utf8).write(to: backup)
        #expect(throws: BackupFailed.notAStore) { try restore() }
        try Data().write(to: backup)
        #expect(throws: BackupFailed.notAStore) { try restore() }
        _ = try await test.store.backUp(to: backup)
        try Tampering.run("UPDATE personalText SET text = 'Een ander' WHERE id = '1.title'", on: backup)
        #expect(throws: BackupFailed.self) { try restore() }
        _ = try await test.store.backUp(to: backup)
        var bytes = try Data(contentsOf: backup)
        for place in 8192..<12_288 { bytes[place] = 0xAA }
        try bytes.write(to: backup)
        #expect(throws: (any Error).self) { try restore() }
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: Store.fileName).path))
        #expect(try names(folder) == [])
    }

    @Test("an export is everything as JSON, first what it is, without passwords; its events can be followed again")
    func export() async throws {
        defer { try? FileManager.default.removeItem(at: elsewhere) }
        let kept = try await test.published()
        try await test.store.insert(
            Account(id: "a", login: "anna", displayName: "Anna", roles: [.official], createdAt: morning),
            passwordHash: "scrypt-hash")
        let lines = Mutex<[JSONValue]>([])
        try await test.store.export { line in lines.withLock { $0.append(line) } }
        let all = lines.withLock { $0 }
        let head = try await test.store.head()
        #expect(all[0] == ["head": .string(head.description), "schema": "kompas/export/1", "type": "store"])
        func of(_ type: String) -> [JSONValue] { all.filter { $0["type"]?.string == type } }
        #expect(of("account").map { $0["login"]?.string } == ["anna"])
        #expect(of("plan").first?["input"]?["type"]?.string == "Feature")
        #expect(of("record").first?["hash"]?.string == kept.recordHash)
        #expect(of("event").count == head.sequence)
        let words = all.map { $0.compact() }.joined()
        #expect(!words.contains("scrypt-hash"))
        var check = ChainCheck(known: head)
        for line in of("event") {
            let event = try CaseEvent(
                body: try #require(line["body"]?.string), hash: try #require(line["hash"]?.string))
            let texts = of("text").filter { $0["sequence"]?.number == Double(event.sequence) }
            check.add(
                ChainCheck.Row(
                    sequence: event.sequence, dossier: event.dossier, kind: event.fact.kind.rawValue,
                    previous: event.previousHash, hash: event.hash, body: event.body),
                texts: texts.map {
                    ChainCheck.TextRow(
                        id: $0["id"]?.string ?? "", text: $0["text"]?.string, salt: $0["salt"]?.string, isErased: false)
                })
        }
        for line in of("record") {
            check.add(
                record: line["number"]?.string ?? "", skeleton: line["skeleton"]?.string ?? "",
                hash: line["hash"]?.string ?? "")
        }
        #expect(check.result.faults == [])
    }
}
