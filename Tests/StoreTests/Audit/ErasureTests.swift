import Accounts
import CanonicalJSON
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

    @Test("what the plan says goes with a text that came from it, and so does what was typed without being saved")
    func planAndDrafts() async throws {
        _ = try await test.published()
        var plan = try #require(try await store.plan(id: "plan"))
        plan.title = "Kade van oom Piet"
        _ = try await store.update(plan)
        for (person, dossier) in [(People.anna, "plan"), (People.carla, "plan"), (People.anna, "ander")] {
            if try await store.account(id: person.account) == nil {
                try await store.insert(
                    Account(
                        id: person.account, login: person.name, displayName: person.name, roles: person.roles,
                        createdAt: morning), passwordHash: nil)
            }
            try await store.keep(
                UnsavedText(
                    account: person.account, dossier: dossier, field: "x", basedOn: 0, body: ["text": "Geheim woord"],
                    at: morning))
        }
        #expect(try Tampering.isThere("Geheim woord", in: test.folder))
        // Something that was written in the dossier itself: the plan stays.
        try await erase(["3.contributes"])
        #expect(try await store.plan(id: "plan")?.title == "Kade van oom Piet")
        #expect(try await store.unsaved(account: "a", dossier: "plan") == [])
        #expect(try await store.unsaved(account: "c", dossier: "plan") == [])
        #expect(try await store.unsaved(account: "a", dossier: "ander").count == 1)
        try await store.dropUnsaved(account: "a", dossier: "ander", field: "x")
        #expect(try Tampering.isThere("Kade van oom Piet", in: test.folder))
        #expect(try Tampering.isThere("201850", in: test.folder))
        try await erase(["1.title", "2.report"])
        #expect(try await store.plan(id: "plan") == nil)
        #expect(try await store.plans(ownedBy: "i") == [])
        #expect(try await store.submittedPlans() == [])
        for text in ["Kade van oom Piet", "201850", "Geheim woord"] {
            #expect(try !Tampering.isThere(text, in: test.folder), "\(text)")
        }
        // A later round still knows whose it was.
        #expect(try await store.owner(ofPlan: "plan") == "i")
        #expect(try await store.verify().isWhole)
    }

    @Test("reasons that came with the plan take it along, those of an official do not")
    func fromPlan() throws {
        func line(_ id: String, _ fact: CaseFact) -> Dossier.HistoryLine {
            let text = RecordedText(id: id, kind: .answer, commitment: "", text: "x")
            return Dossier.HistoryLine(
                sequence: 1, at: morning, by: Person(roles: [], account: "a", name: "A"), fact: fact, hash: "",
                texts: ["reason": text])
        }
        var dossier = Dossier(
            id: "plan", state: .closed, version: 1, openedAt: morning, changedAt: morning,
            opener: Person(roles: [], account: nil, name: nil),
            isDemonstration: false, isOwnInitiative: false, assessments: [], cells: [:], items: [], contests: [],
            answers: [], deviations: [], comments: [], readings: [], editors: [], history: [])
        dossier.history = [
            line("1", .questionAnswered(CaseFact.QuestionAnswered(question: "q", value: true, isGivenWithPlan: true))),
            line("2", .questionAnswered(CaseFact.QuestionAnswered(question: "q", value: true, isGivenWithPlan: false))),
            line("3", .findingContested(CaseFact.FindingContested(finding: "f", isGivenWithPlan: true))),
            line("4", .findingContested(CaseFact.FindingContested(finding: "f", isGivenWithPlan: false))),
            line("5", .commentAdded),
        ]
        #expect(dossier.textsFromPlan == ["1", "3"])
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
