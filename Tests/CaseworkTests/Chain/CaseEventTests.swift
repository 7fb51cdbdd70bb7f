import Accounts
import CanonicalJSON
import Foundation
import Testing

@testable import Casework

@Suite("Events")
struct CaseEventTests {
    @Test("an event is this text and has this hash; worked out with Python")
    func body() throws {
        let event = try #require(try TestCase.opened().events.first)
        #expect(
            event.body == """
                {"at":"2026-11-20T09:30:00.000Z","commitments":{"actor":\
                "4317dacfded07dc3e849db0c0da0bad62c68b89f4ab57906cec17d5aa7953683","title":\
                "06bc3049bc95fd7ca17821627e167dec356c2870c4ac9878bcd4216f7d8fd1dc"},"dossier":"plan","kind":\
                "dossier-opened","payload":{"day":"2026-11-20","isDemonstration":false,"isOwnInitiative":false,\
                "planVersion":3},"previous":\
                "0000000000000000000000000000000000000000000000000000000000000000","roles":["official"],"schema":\
                "kompas/event/1","sequence":1}
                """)
        #expect(event.hash == "101caff317964c1076f1e4469b7c0d337b24b115c8e7189231bfe80fd9e55abc")
    }

    @Test("an event holds the hash of the one before it, and its texts are named after it")
    func follows() throws {
        let test = try TestCase.readyToRead()
        #expect(test.events.map(\.sequence) == [1, 2, 3, 4])
        #expect(test.events.map(\.previousHash).dropFirst() == test.events.map(\.hash).dropLast())
        #expect(
            test.texts.keys.sorted() == [
                "1.actor", "1.title", "2.actor", "2.contributes", "3.actor", "3.argument", "4.actor", "4.decidedBy",
                "4.legalCharacter", "4.mandate", "4.question", "4.remedies",
            ])
    }

    @Test("no name, account or typed word stands in an event")
    func nothingPersonal() throws {
        var test = try TestCase.readyToRead()
        test.context.deviations = [TestCase.deviation]
        try test.does(People.anna) { try $0.contest("a", reason: "Dit klopt niet.") }
        try test.does(People.bas) { try $0.comment("Mooi gezegd.") }
        let whole = test.events.map(\.body).joined()
        for word in [
            "Anna", "Bas", "Steiger", "stil", "past hier", "steiger", "besluit", "bestuur", "Mandaat", "Geen", "klopt",
            "Mooi", #""a""#, #""b""#,
        ] where word != #""a""# {
            #expect(!whole.contains(word), "\(word)")
        }
        // The id of a finding is public; that of an account is not there.
        #expect(whole.contains(#""finding":"a""#))
        #expect(!whole.contains(#""account""#))
    }

    /// One of each kind.
    static let facts: [CaseFact] = [
        .dossierOpened(
            CaseFact.DossierOpened(planVersion: 1, day: "2026-11-20", isDemonstration: true, isOwnInitiative: false)),
        .assessmentMade(
            CaseFact.AssessmentMade(cause: .contest, resultHash: "r", inputHash: "i", house: "h", houseHash: "hh")),
        .cellSaved(CaseFact.CellSaved(cell: restAtBank, version: 2, contributes: true, strains: false)),
        .cellUndone(CaseFact.CellUndone(cell: restAtBank, version: 3, restores: 1)),
        .itemSaved(CaseFact.ItemSaved(item: "d1", kind: .dilemma, version: 1, tension: "norms:a~b", isRemoved: false)),
        .itemSaved(CaseFact.ItemSaved(item: "c1", kind: .condition, version: 1, tension: nil, isRemoved: true)),
        .findingContested(CaseFact.FindingContested(finding: "a", isGivenWithPlan: false)),
        .contestWithdrawn(CaseFact.ContestWithdrawn(finding: "a")),
        .questionAnswered(CaseFact.QuestionAnswered(question: "q", value: true, isGivenWithPlan: true)),
        .answerWithdrawn(CaseFact.AnswerWithdrawn(question: "q")), .commentAdded,
        .outcomeSaved(CaseFact.OutcomeSaved(frame: "f", outcome: "o", version: 1)),
        .detailsSaved(CaseFact.DetailsSaved(version: 1, supersedes: "2026-0001")),
        .detailsSaved(CaseFact.DetailsSaved(version: 2, supersedes: nil)),
        .deviationDeclared(CaseFact.DeviationDeclared(document: "d", deviates: true, version: 1)),
        .deviationPresented(CaseFact.DeviationPresented(document: "d", day: "2026-11-19")), .readingRequested,
        .readingApproved(CaseFact.ReadingDone(declaresNoInterest: true)),
        .readingRefused(CaseFact.ReadingDone(declaresNoInterest: true)), .takenBack,
        .published(
            CaseFact.Published(number: "2026-0002", recordHash: "x", reportHash: "y", supersedes: "2026-0001")),
        .superseded(CaseFact.Superseded(number: "2026-0001", by: "2026-0002")), .closed, .reopened,
        .textsErased(CaseFact.TextsErased(texts: ["2.contributes"], ground: "verzoek", by: "archivaris")),
    ]

    @Test("every kind reads back from its text as it was written")
    func roundTrips() throws {
        #expect(Set(Self.facts.map(\.kind)) == Set(CaseFact.Kind.allCases))
        for fact in Self.facts {
            let draft = EventDraft(
                dossier: "plan", fact: fact, at: morning, actor: People.finn, roles: [.secondReader, .official],
                texts: [TextDraft("reason", .comment, "Ziezo.")])
            let (event, _) = try CaseEvent.seal(draft, after: .start, rules: RetentionRules())
            #expect(event.roles == [.official, .secondReader])
            #expect(try CaseEvent(body: event.body, hash: event.hash) == event)
        }
    }

    @Test("an event of a kind that this version does not know is named, not guessed")
    func unknownKind() throws {
        let event = try #require(try TestCase.opened().events.first)
        let later = event.body.replacing("dossier-opened", with: "dossier-dreamt")
        #expect(throws: UnreadableEvent(sequence: 1, why: "unknown kind `dossier-dreamt`")) {
            try CaseEvent(body: later, hash: event.hash)
        }
        #expect(throws: UnreadableEvent(sequence: nil, why: "member `schema` is missing or of the wrong type")) {
            try CaseEvent(body: "{}", hash: "")
        }
    }
}
