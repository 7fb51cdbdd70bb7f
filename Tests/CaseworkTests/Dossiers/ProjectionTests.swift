import PolicyModel
import Accounts
import Foundation
import KompasTesting
import Testing

@testable import Casework

@Suite("A dossier from its events")
struct ProjectionTests {
    @Test("it begins with an event that opens it")
    func opened() throws {
        let test = try TestCase.opened(own: true)
        let dossier = try test.dossier()
        #expect(dossier.id == "plan")
        #expect(dossier.state == .deliberation)
        #expect(dossier.version == 1)
        #expect(dossier.title?.text == "Steiger")
        #expect(dossier.day?.description == "2026-11-20")
        #expect(dossier.isOwnInitiative)
        #expect(dossier.opener.name == "Anna")
        #expect(dossier.openedAt == morning)
        #expect(Dossier(events: [], texts: [:]) == nil)
        var second = try TestCase.opened()
        try second.does(People.anna) { try $0.comment("x") }
        #expect(Dossier(events: [second.events[1]], texts: second.texts) == nil)
    }

    @Test("answers and contests that came with the plan do not make the one who opened it an editor")
    func givenWithPlan() throws {
        var test = try TestCase.opened()
        for fact: CaseFact in [
            .questionAnswered(CaseFact.QuestionAnswered(question: "geluid", value: true, isGivenWithPlan: true)),
            .findingContested(CaseFact.FindingContested(finding: "a", isGivenWithPlan: true)),
        ] { try test.does(People.anna) { [$0.draft(fact, as: .openDossier)] } }
        let dossier = try test.dossier()
        #expect(dossier.editors == [])
        #expect(dossier.answers.map(\.isGivenWithPlan) == [true])
        #expect(dossier.answers[0].reason == nil)
        #expect(dossier.contests.map(\.isGivenWithPlan) == [true])
    }

    @Test("texts that were erased leave a dossier that says so and names nobody")
    func erased() throws {
        var test = try TestCase.readyToRead()
        for id in ["1.title", "2.actor", "2.contributes"] { test.erase(id) }
        let dossier = try test.dossier()
        #expect(dossier.title?.text == nil)
        #expect(dossier.title?.erasure?.ground == "verzoek van betrokkene")
        #expect(dossier.summary.title == "")
        let version = try #require(dossier.cells[restAtBank]?.current)
        #expect(version.by.name == nil)
        #expect(version.by.account == nil)
        #expect(version.by.roles == [.official])
        #expect(version.content == CellContent(contributes: true))
        #expect(version.texts["contributes"]?.erasure?.by == "gemeentearchivaris")
    }

    @Test("adding events one by one gives the same dossier as reading all of them, for random commands")
    func oneByOne() throws {
        let seed = ProcessInfo.processInfo.environment["KOMPAS_SEED"].flatMap(UInt64.init) ?? 20_261_120
        let rounds = ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1" ? 400 : 25
        var random = SeededGenerator(seed: seed)
        for round in 0..<rounds {
            var test = try TestCase.opened()
            test.context.deviations = [TestCase.deviation]
            var step = try #require(Dossier(events: test.events, texts: test.texts))
            for _ in 0..<30 {
                let before = test.events.count
                try? RandomCommand.run(&test, &random)
                for event in test.events[before...] { step.apply(event, texts: test.texts) }
            }
            #expect(try step == test.dossier(), "seed \(seed), round \(round)")
            #expect(test.check().isWhole, "seed \(seed), round \(round)")
        }
    }
}

/// Something that somebody may do at any moment, possible or not.
enum RandomCommand {
    static func run(_ test: inout TestCase, _ random: inout SeededGenerator) throws {
        let actors = [People.anna, People.bas, People.carla, People.finn]
        let actor = actors[Int.random(in: 0..<actors.count, using: &random)]
        let cells = [restAtBank, restOnWater, roomToSail]
        let cell = cells[Int.random(in: 0..<cells.count, using: &random)]
        let word = "woord\(Int.random(in: 0..<50, using: &random))"
        let flag = Bool.random(using: &random)
        let dossier = try test.dossier()
        let version = Bool.random(using: &random) ? dossier.version(of: cell) : Int.random(in: 0..<4, using: &random)
        switch Int.random(in: 0..<14, using: &random) {
        case 0, 1, 2:
            let content = CellContent(
                contributes: flag, contributesArgument: flag ? word : "", strains: !flag,
                strainsArgument: flag ? "" : word)
            try test.does(actor) { try $0.saveCell(cell, content, basedOn: version) }
        case 3: try test.does(actor) { try $0.undoCell(cell, basedOn: version) }
        case 4: try test.does(actor) { try $0.addItem(.dilemma, ItemContent(text: word)) }
        case 5: try test.does(actor) { try $0.addItem(.condition, ItemContent(text: word, who: "w", when: "n")) }
        case 6: try test.does(actor) { try $0.changeItem("d1", ItemContent(text: word, isRemoved: flag), basedOn: 1) }
        case 7: try test.does(actor) { try flag ? $0.contest("a", reason: word) : $0.withdrawContest("a") }
        case 8:
            try test.does(actor) { try $0.answer("geluid", flag, reason: word) }
        case 9:
            try test.does(actor) {
                try $0.saveOutcome(
                    OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: word),
                    basedOn: dossier.outcome?.number ?? 0)
            }
        case 10:
            try test.does(actor) {
                try $0.declareDeviation("waterplan", DeviationContent(deviates: flag, reason: word), basedOn: 0)
            }
            try test.does(actor) { try $0.saveDetails(TestCase.usualDetails, basedOn: dossier.details?.number ?? 0) }
        case 11: try test.does(actor) { try $0.askReading(of: People.carla) }
        case 12:
            try test.does(People.carla) {
                try flag
                    ? $0.approve(noInterest: true, comment: word, isCurrent: true)
                    : $0.refuse(noInterest: true, comment: word)
            }
        default: try test.does(actor) { try flag ? $0.takeBack(reason: word) : $0.comment(word) }
        }
    }
}
