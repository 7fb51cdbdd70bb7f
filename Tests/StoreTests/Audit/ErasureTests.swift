import Accounts
import Foundation
import Testing

@testable import Casework
@testable import Store

@Suite("Erasing texts lawfully")
struct ErasureTests {
    private let test: TestStore
    private var store: Store { test.store }

    init() throws { test = try TestStore() }

    private func erase(_ texts: [String], as actor: CaseActor = People.eva, ground: String = "verzoek van betrokkene")
        async throws
    {
        try await store.erase(
            texts: texts, in: "plan", ground: ground, by: "gemeentearchivaris", as: actor, at: morning)
    }

    @Test("text and salt go, from the files too; the chain stays whole and the record says what happened")
    func erased() async throws {
        let kept = try await test.published()
        #expect(try Tampering.isThere("Het blijft stil.", in: test.folder))
        try await erase(["3.contributes", "3.actor"])
        #expect(try !Tampering.isThere("Het blijft stil.", in: test.folder))
        let report = try await store.verify()
        #expect(report.faults == [])
        #expect(report.erasedTexts == 2)
        let text = try #require(try await store.text(id: "3.contributes"))
        #expect(text.text == nil)
        #expect(text.salt == nil)
        #expect(
            text.erasure == Erasure(at: morning, by: "gemeentearchivaris", ground: "verzoek van betrokkene"))
        let after = try #require(try await store.record(number: kept.number))
        #expect(try after.record.recordHash == kept.recordHash)
        #expect(after.record.weighing[0].cells[0].contributesArgument?.text == nil)
        #expect(after.record.weighing[0].cells[0].contributesArgument?.erasure?.by == "gemeentearchivaris")
        let dossier = try #require(try await store.dossier(id: "plan"))
        #expect(dossier.history.last?.fact.kind == .textsErased)
        #expect(dossier.history.last?.by.roles == [.administrator])
    }

    @Test("the title goes from the overview too")
    func title() async throws {
        _ = try await test.published()
        #expect(try await store.dossiers().map(\.title) == ["Een steiger"])
        try await erase(["1.title"])
        #expect(try await store.dossiers().map(\.title) == [""])
        #expect(try await store.verify().isWhole)
    }

    @Test("only an administrator erases, only in a finished dossier, only what is there, with ground and function")
    func refused() async throws {
        _ = try await test.approved()
        await #expect(throws: CaseRefused([.notAllowed(.erase)])) { try await erase(["1.title"], as: People.anna) }
        await #expect(throws: CaseRefused([.missing(.ground), .notFinished, .unknownText("9.x")])) {
            try await erase(["9.x", "1.title"], ground: " ")
        }
        _ = try await test.casework.close(reason: "Ingetrokken.", in: "plan", by: People.anna)
        try await erase(["1.title", "1.title"])
        await #expect(throws: CaseRefused([.alreadyErased("1.title")])) { try await erase(["1.title", "1.actor"]) }
        await #expect(throws: CaseRefused([.missing(.text)])) { try await erase([]) }
        #expect(try await store.text(id: "1.actor")?.text != nil)
        await #expect(throws: CaseNotFound.self) {
            try await store.erase(texts: ["1.title"], in: "niets", ground: "g", by: "b", as: People.eva, at: morning)
        }
        #expect(try await store.verify().isWhole)
    }

    @Test("without the report of a dossier nothing more can be done in it, and that is said")
    func report() async throws {
        _ = try await test.opened()
        let closed = try await test.casework.close(reason: "Ingetrokken.", in: "plan", by: People.anna)
        try await erase([try #require(closed.assessment?.reportID)])
        await #expect(throws: ReportErased.self) { _ = try await test.casework.report(of: closed) }
        await #expect(throws: ReportErased.self) {
            _ = try await test.casework.reopen(reason: "Toch.", in: "plan", by: People.anna)
        }
        #expect(try await store.verify().isWhole)
    }

    @Test("a term runs from the end of the dossier; comments go before people, and the weighing stays")
    func terms() async throws {
        _ = try await test.approved()
        let year: TimeInterval = 365.25 * 24 * 3600
        #expect(try await store.expiredTexts(at: morning + 100 * year).isEmpty)
        _ = try await test.casework.close(reason: "Ingetrokken.", in: "plan", by: People.anna)
        func expired(after years: Double) async throws -> Set<String> {
            let found = try await store.expiredTexts(at: morning + years * year)
            #expect(found.allSatisfy { $0.dossier == "plan" })
            return Set(found.flatMap(\.texts).map { String($0.split(separator: ".")[1]) })
        }
        #expect(try await expired(after: 4.9) == [])
        #expect(try await expired(after: 5.1) == ["comment", "reason"])
        #expect(try await expired(after: 9.9) == ["comment", "reason"])
        #expect(try await expired(after: 10.1) == ["comment", "reason", "actor", "reader"])
        let found = try await store.expiredTexts(at: morning + 20 * year)
        try await erase(found[0].texts)
        #expect(try await expired(after: 30) == ["actor"])
        #expect(try await store.verify().isWhole)
    }
}
