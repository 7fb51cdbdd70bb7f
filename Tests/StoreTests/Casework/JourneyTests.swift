import Accounts
import Assessment
import CanonicalJSON
import Foundation
import PolicyModel
import Testing

@testable import Casework
@testable import Store

@Suite("From plan to record, with a real assessment")
struct JourneyTests {
    private let test: TestStore
    private var store: Store { test.store }
    private var casework: CaseworkService { test.casework }

    init() throws { test = try TestStore() }

    @Test("a dossier opens on a plan that was handed in, and freezes request, report and title")
    func opens() async throws {
        let dossier = try await test.opened()
        #expect(dossier.state == .deliberation)
        #expect(dossier.title?.text == "Een steiger")
        #expect(dossier.assessments.map(\.cause) == [.opening])
        let report = try await casework.report(of: dossier)
        #expect(report["asOf"]?.string == "2026-11-20")
        #expect(report["receipt"]?["resultHash"]?.string == dossier.assessment?.resultHash)
        #expect(report["request"]?["input"]?["title"] == nil)
        #expect(try await casework.dossiers(for: People.anna) == [dossier.summary])
        #expect(try await casework.dossiers(for: People.dirk) == [dossier.summary])
        #expect(try await casework.dossiers(for: People.carla) == [])
        #expect(try await casework.dossiers(for: People.eva) == [])
    }

    @Test("the frozen report is made again from itself")
    func replays() async throws {
        let report = try await casework.report(of: test.opened())
        #expect(try Replay(assessor: Meerstad.assessor()).compare(report) == .identical)
    }

    @Test(
        "a plan is opened by an official, once, in the version that was on the page, when it was handed in or is one's own"
    )
    func refusals() async throws {
        let day = try #require(Meerstad.day)
        func open(_ id: String, _ version: Int, _ actor: CaseActor) async throws {
            _ = try await casework.open(plan: id, planVersion: version, isOwnInitiative: false, day: day, by: actor)
        }
        var draft = try Meerstad.plan(id: "draft")
        draft.state = .draft
        try await store.insert(draft)
        try await store.insert(Meerstad.plan())
        await #expect(throws: CaseNotFound.self) { try await open("nothing", 1, People.anna) }
        await #expect(throws: CaseNotFound.self) { try await open("draft", 1, People.anna) }
        await #expect(throws: CaseRefused([.notAllowed(.openDossier)])) { try await open("plan", 1, People.irma) }
        await #expect(throws: CaseRefused([.planChanged])) { try await open("plan", 2, People.anna) }
        try await open("plan", 1, People.anna)
        await #expect(throws: CaseRefused([.alreadyOpened])) { try await open("plan", 1, People.bas) }
        var own = try Meerstad.plan(id: "own", owner: "a")
        own.state = .draft
        try await store.insert(own)
        try await open("own", 1, People.anna)
        #expect(try await store.dossiers().count == 2)
    }

    @Test("a plan that cannot be assessed is refused, and leaves nothing behind")
    func cannotBeAssessed() async throws {
        let day = try #require(Meerstad.day)
        try await store.insert(Meerstad.plan(activity: "raketten"))
        await #expect(throws: InputRefused.self) {
            _ = try await casework.open(plan: "plan", planVersion: 1, isOwnInitiative: false, day: day, by: People.anna)
        }
        #expect(try await store.head() == .start)
        #expect(try await store.dossiers() == [])
    }

    @Test("a contest marks the finding and assesses again; withdrawing it gives the first report back")
    func contest() async throws {
        let first = try await test.opened()
        let before = try await casework.report(of: first)
        let finding = try #require(before["findings"]?[0]?["id"]?.string)
        let contested = try await casework.contest(finding, reason: "De kaart is oud.", in: "plan", by: People.anna)
        let after = try await casework.report(of: contested)
        #expect(after["findings"]?[0]?["contested"]?.bool == true)
        #expect(
            after["request"]?["input"]?["contests"] == [["by": "behandelaar", "finding": .string(finding)]])
        #expect(contested.assessments.map(\.cause) == [.opening, .contest])
        #expect(contested.contests.map(\.reason.text) == ["De kaart is oud."])
        #expect(try !after.canonicalString.contains("De kaart is oud"))
        let withdrawn = try await casework.withdrawContest(finding, in: "plan", by: People.anna)
        #expect(withdrawn.assessment?.resultHash == first.assessment?.resultHash)
    }

    @Test("an answer decides what was open, with the role beside it")
    func answer() async throws {
        _ = try await test.opened()
        let question = try #require(casework.house.openQuestions.map(\.question).min())
        let answered = try await casework.answer(question, true, reason: "Gemeten.", in: "plan", by: People.bas)
        let report = try await casework.report(of: answered)
        #expect(report["initiative"]?["answers"]?[0]?["by"]?.string == "behandelaar")
        #expect(report["initiative"]?["answers"]?[0]?["reason"]?.isNull == true)
        #expect(answered.answers.map(\.by.name) == ["Bas"])
        let withdrawn = try await casework.withdrawAnswer(question, in: "plan", by: People.bas)
        #expect(withdrawn.assessments.map(\.cause) == [.opening, .answer, .answer])
        #expect(withdrawn.assessments[0].resultHash == withdrawn.assessments[2].resultHash)
        let renewed = try await casework.renewAssessment(in: "plan", by: People.anna)
        #expect(renewed.assessments.map(\.cause).last == .renewal)
    }

    @Test("what is published is what was seen; the record is kept and the chain whole")
    func publish() async throws {
        let dossier = try await test.approved()
        #expect(try await casework.waiting(for: People.carla) == [])
        let preview = try casework.preview(of: dossier, report: try await casework.report(of: dossier))
        let head = try await store.head()
        let kept = try await casework.publish("plan", seen: preview.contentHash, year: 2026, by: People.bas)
        #expect(kept.number == "2026-0001")
        #expect(kept.record.stamp?.anchor == head)
        #expect(kept.record.stamp?.publishedAt == "2026-11-20T09:30:00.000Z")
        #expect(try kept.record.contentHash == preview.contentHash)
        #expect(try await store.record(number: "2026-0001") == kept)
        #expect(try await store.records() == [kept])
        #expect(try await store.record(number: "2026-0002") == nil)
        #expect(try await casework.report(of: kept)["receipt"]?["resultHash"]?.string == kept.record.reportHash)
        let after = try await casework.dossier("plan", for: People.anna)
        #expect(after.state == .published)
        #expect(after.publication?.recordHash == kept.recordHash)
        let report = try await store.verify()
        #expect(report.faults == [])
        #expect(report.records == 1)
    }

    @Test("a dossier that changed after the preview is not published")
    func oldPreview() async throws {
        _ = try await test.approved()
        await #expect(throws: CaseRefused([.previewIsOld])) {
            _ = try await casework.publish("plan", seen: "something else", year: 2026, by: People.anna)
        }
        #expect(try await store.records() == [])
        #expect(try await store.dossier(id: "plan")?.state == .approved)
    }

    @Test("a later record takes the place of an earlier one, which stays; numbers follow each other per year")
    func supersede() async throws {
        let first = try await test.published("een")
        let second = try await test.published("twee", supersedes: first.number)
        #expect(second.number == "2026-0002")
        #expect(second.record.stamp?.supersedes == "2026-0001")
        let kept = try #require(try await store.record(number: "2026-0001"))
        #expect(kept.supersededBy == "2026-0002")
        #expect(kept.record == first.record)
        #expect(try await store.dossier(id: "een")?.state == .superseded)
        #expect(try await store.records().map(\.number) == ["2026-0002", "2026-0001"])
        #expect(try await test.published("drie", year: 2027).number == "2027-0001")
        #expect(try await test.published("vier", year: 2026).number == "2026-0003")
        #expect(try await store.verify().faults == [])
        await #expect(throws: CaseRefused([.recordSuperseded("2026-0001", by: "2026-0002")])) {
            _ = try await test.published("vijf", supersedes: "2026-0001")
        }
        await #expect(throws: CaseRefused([.recordUnknown("2020-0001")])) {
            _ = try await test.published("zes", supersedes: "2020-0001")
        }
    }

    @Test("who may not read a dossier finds nothing, not even that it is there")
    func strangers() async throws {
        _ = try await test.opened()
        for actor in [People.carla, People.irma, People.eva] {
            await #expect(throws: CaseNotFound.self) { _ = try await casework.dossier("plan", for: actor) }
            await #expect(throws: CaseNotFound.self) { _ = try await casework.comment("x", in: "plan", by: actor) }
        }
        await #expect(throws: CaseRefused([.notAllowed(.comment)])) {
            _ = try await casework.comment("x", in: "plan", by: People.dirk)
        }
    }

    @Test("earlier records of the same activity are found from a preview")
    func earlier() async throws {
        let first = try await test.published("een")
        let dossier = try await test.opened("twee")
        let preview = try casework.preview(of: dossier, report: try await casework.report(of: dossier))
        let found = try await casework.earlierCases(for: preview)
        #expect(found.map(\.number) == [first.number])
        #expect(found[0].sameActivities == ["steiger"])
        #expect(found[0].divergences.count == 1)
    }

    @Test("what the second reader is given waits for them, and for nobody else")
    func waiting() async throws {
        _ = try await test.approved()
        _ = try await casework.takeBack(reason: "Nog eens.", in: "plan", by: People.anna)
        #expect(try await casework.waiting(for: People.carla) == [])
        let given = try await casework.askReading(of: People.carla, in: "plan", by: People.anna)
        #expect(try await casework.waiting(for: People.carla) == [given.summary])
        #expect(try await casework.waiting(for: People.anna) == [])
    }

    @Test("settings and unsaved texts are kept")
    func besides() async throws {
        var settings = CaseworkSettings()
        settings.retention[.comment] = Retention(category: "B5", years: 1, ground: "kort")
        settings.usualDetails.mandate = "Mandaatregeling"
        try await store.save(settings)
        #expect(try await store.settings() == settings)
        _ = try await test.opened()
        let dossier = try await casework.comment("x", in: "plan", by: People.anna)
        let comment = try #require(dossier.comments.first?.text.id)
        #expect(try await store.text(id: comment)?.retention == Retention(category: "B5", years: 1, ground: "kort"))

        let account = Account(id: "a", login: "anna", displayName: "Anna", roles: [.official], createdAt: morning)
        try await store.insert(account, passwordHash: nil)
        var typed = UnsavedText(account: "a", dossier: "plan", field: "cell", basedOn: 0, body: ["x": 1], at: morning)
        try await store.keep(typed)
        typed.body = ["x": 2]
        try await store.keep(typed)
        #expect(try await store.unsaved(account: "a", dossier: "plan") == [typed])
        #expect(try await store.unsaved(account: "b", dossier: "plan") == [])
        try await store.dropUnsaved(before: morning)
        #expect(try await store.unsaved(account: "a", dossier: "plan").count == 1)
        try await store.dropUnsaved(account: "a", dossier: "plan", field: "cell")
        #expect(try await store.unsaved(account: "a", dossier: "plan") == [])
    }
}
