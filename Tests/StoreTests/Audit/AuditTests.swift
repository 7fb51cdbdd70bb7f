import Foundation
import Testing

@testable import Casework
@testable import Store

/// Somebody with the file takes the triggers away and changes something; each change is named.
@Suite("Finding out what was changed in the file")
struct AuditTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func faults(after sql: String, known: ChainHead? = nil) async throws -> [ChainFault] {
        try test.tamper(sql)
        return try await test.store.verify(known: known).faults
    }

    @Test("a store as it was written is whole")
    func whole() async throws {
        _ = try await test.published()
        let report = try await test.store.verify()
        #expect(report.faults == [])
        #expect(report.dossiers == 1)
        #expect(report.records == 1)
        #expect(report.head == (try await test.store.head()))
        #expect(try await test.store.verify(known: report.head).isWhole)
    }

    @Test("a store without events is whole too")
    func empty() async throws {
        let report = try await test.store.verify(known: .start)
        #expect(report.isWhole)
        #expect(report.head == .start)
    }

    @Test("a changed event")
    func changed() async throws {
        _ = try await test.published()
        #expect(
            try await faults(
                after: "UPDATE event SET body = replace(body, '\"contributes\":true', '\"contributes\":false')")
                == [.changedEvent(sequence: 3), .wrongOverview(dossier: "plan")].filter {
                    $0 != .wrongOverview(dossier: "plan")
                })
    }

    @Test("a deleted event, and the dossier whose overview no longer follows from it")
    func deleted() async throws {
        _ = try await test.published()
        #expect(
            try await faults(after: "DELETE FROM personalText WHERE sequence = 3; DELETE FROM event WHERE sequence = 3")
                == [.missingEvent(sequence: 3), .wrongOverview(dossier: "plan")])
    }

    @Test("the last event cut off, which only an earlier head betrays")
    func cutOff() async throws {
        _ = try await test.opened()
        let dossier = try await test.casework.comment("Ziezo.", in: "plan", by: People.anna)
        let known = try await test.store.head()
        let number = known.sequence
        let sql = """
            DELETE FROM personalText WHERE sequence = \(number); DELETE FROM event WHERE sequence = \(number);
            UPDATE dossier SET version = \(dossier.version - 1),
                changedAt = openedAt
            """
        try test.tamper(sql)
        #expect(try await test.store.verify().faults == [])
        #expect(try await test.store.verify(known: known).faults == [.cutOff(known: number, found: number - 1)])
    }

    @Test("a changed text, a text that is gone, and one that was put in")
    func texts() async throws {
        _ = try await test.published()
        #expect(
            try await faults(
                after: """
                    UPDATE personalText SET text = 'Een ander' WHERE id = '1.title';
                    UPDATE personalText SET text = NULL, salt = NULL WHERE id = '3.contributes';
                    INSERT INTO personalText SELECT '4.extra', 4, dossier, kind, category, years, ground, text, salt,
                        NULL, NULL, NULL FROM personalText WHERE id = '4.argument';
                    DELETE FROM personalText WHERE id = '5.mandate'
                    """)
                == [
                    .changedText("1.title"), .addedText("4.extra"), .missingText("5.mandate"),
                    .goneText("3.contributes"),
                ])
    }

    @Test("a changed or deleted record")
    func records() async throws {
        _ = try await test.published()
        #expect(
            try await faults(
                after: "UPDATE record SET skeleton = replace(skeleton, '\"strains\":false', '\"strains\":true')")
                == [.changedRecord(number: "2026-0001")])
        #expect(try await faults(after: "DELETE FROM record") == [.missingRecord(number: "2026-0001")])
    }

    @Test("an overview that says something else than the events")
    func overview() async throws {
        _ = try await test.published()
        #expect(
            try await faults(after: "UPDATE dossier SET state = 'closed'") == [.wrongOverview(dossier: "plan")])
        #expect(try await faults(after: "DELETE FROM dossier") == [.wrongOverview(dossier: "plan")])
    }
}
