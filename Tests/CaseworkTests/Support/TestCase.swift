import Accounts
import CanonicalJSON
import Foundation
import PolicyModel
import Testing

@testable import Casework

/// People who come back in the tests.
enum People {
    static let anna = CaseActor(account: "a", name: "Anna", roles: [.official])
    static let bas = CaseActor(account: "b", name: "Bas", roles: [.official])
    static let carla = CaseActor(account: "c", name: "Carla", roles: [.secondReader])
    static let dirk = CaseActor(account: "d", name: "Dirk", roles: [.reader])
    static let eva = CaseActor(account: "e", name: "Eva", roles: [.administrator])
    static let finn = CaseActor(account: "f", name: "Finn", roles: [.official, .secondReader])
}

/// 20 November 2026, 09:30 UTC.
let morning = Date(timeIntervalSince1970: 1_795_167_000)

let restAtBank = CellAddress(frame: "rust-en-ruimte", principle: "rust", question: "rust-oever")
let restOnWater = CellAddress(frame: "rust-en-ruimte", principle: "rust", question: "rust-water")
let roomToSail = CellAddress(frame: "rust-en-ruimte", principle: "ruimte", question: "ruimte-varen")

/// A dossier that lives in memory, with the chain that it makes.
struct TestCase {
    var events: [CaseEvent] = []
    var texts: [String: PersonalText] = [:]
    var context = Self.context()
    /// A minute passes with each event.
    var clock = morning

    var head: ChainHead { events.last?.head ?? .start }

    func dossier() throws -> Dossier { try #require(Dossier(events: events, texts: texts)) }

    /// A dossier that was just opened.
    static func opened(own: Bool = false) throws -> TestCase {
        var test = TestCase()
        try test.add([
            EventDraft(
                dossier: "plan",
                fact: .dossierOpened(
                    CaseFact.DossierOpened(
                        planVersion: 3, day: "2026-11-20", isDemonstration: false, isOwnInitiative: own)),
                at: test.clock, actor: People.anna, roles: [.official], texts: [TextDraft("title", .title, "Steiger")])
        ])
        return test
    }

    /// A dossier in which everything is there that a second reader needs.
    static func readyToRead() throws -> TestCase {
        var test = try opened()
        try test.does(People.anna) {
            try $0.saveCell(
                restAtBank, CellContent(contributes: true, contributesArgument: "Het blijft stil."), basedOn: 0)
        }
        try test.does(People.anna) {
            try $0.saveOutcome(
                OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Het past hier."), basedOn: 0)
        }
        try test.does(People.anna) { try $0.saveDetails(usualDetails, basedOn: 0) }
        return test
    }

    static let usualDetails = DetailsContent(
        question: "Past een steiger hier?", legalCharacter: "Een afweging, geen besluit.", decidedBy: "het bestuur",
        mandate: "Mandaatregeling 2026", remedies: "Geen.")

    static func context() -> CaseContext {
        CaseContext(
            cells: [restAtBank, restOnWater, roomToSail], findings: ["a", "b", "b#1"], tensions: ["norms:a~b"],
            questions: ["geluid"],
            outcomes: [
                CaseContext.OutcomeOption(
                    frame: "rust-en-ruimte", frameTitle: "Rust en ruimte", outcome: "past", title: "Past"),
                CaseContext.OutcomeOption(
                    frame: "rust-en-ruimte", frameTitle: "Rust en ruimte", outcome: "past-niet", title: "Past niet"),
            ], deviations: [])
    }

    static let deviation = CaseContext.DeviationOption(
        document: "waterplan", title: "Waterplan", who: "Het bestuur", how: "De raad krijgt de reden.", findings: ["a"])

    func rules(_ actor: CaseActor) throws -> CaseRules {
        CaseRules(dossier: try dossier(), context: context, actor: actor, now: clock)
    }

    mutating func add(_ drafts: [EventDraft]) throws {
        for draft in drafts {
            let number = events.count
            let (event, texts) = try CaseEvent.seal(
                draft, after: head, rules: RetentionRules(), salt: { String(repeating: "\(number % 10)", count: 64) })
            events.append(event)
            for text in texts { self.texts[text.id] = text }
            clock += 60
        }
    }

    mutating func does(_ actor: CaseActor, _ decide: (CaseRules) throws -> [EventDraft]) throws {
        try add(try decide(try rules(actor)))
    }

    /// Every problem of a command that must be refused.
    func problems(_ actor: CaseActor, _ decide: (CaseRules) throws -> [EventDraft]) throws -> [CaseProblem] {
        do {
            _ = try decide(try rules(actor))
            return []
        } catch let refused as CaseRefused {
            return refused.problems
        }
    }

    /// Takes a text away as a lawful erasure does.
    mutating func erase(_ id: String) {
        texts[id]?.text = nil
        texts[id]?.salt = nil
        texts[id]?.erasure = Erasure(at: clock, by: "gemeentearchivaris", ground: "verzoek van betrokkene")
    }

    /// The chain as a store has it.
    func check(known: ChainHead? = nil) -> ChainReport {
        var check = ChainCheck(known: known)
        for event in events { check.add(ChainCheck.Row(event), texts: rows(of: event)) }
        return check.result
    }

    func rows(of event: CaseEvent) -> [ChainCheck.TextRow] {
        texts.values.filter { $0.id.hasPrefix("\(event.sequence).") }.sorted { $0.id < $1.id }.map {
            ChainCheck.TextRow(id: $0.id, text: $0.text, salt: $0.salt, isErased: $0.erasure != nil)
        }
    }
}

extension ChainCheck.Row {
    init(_ event: CaseEvent) {
        self.init(
            sequence: event.sequence, dossier: event.dossier, kind: event.fact.kind.rawValue,
            previous: event.previousHash, hash: event.hash, body: event.body)
    }
}
