import Foundation
import PolicyModel
import Testing

@testable import Casework

@Suite("What can be done when, and by whom")
struct StateTests {
    typealias Command = @Sendable (CaseRules) throws -> [EventDraft]

    /// Every command with the states in which it is possible. Given valid, so that only the state decides.
    static let commands: [(name: String, states: Set<Dossier.State>, actor: CaseActor, run: Command)] = [
        ("saveCell", [.deliberation], People.anna, { try $0.saveCell(roomToSail, CellContent(), basedOn: 0) }),
        ("undoCell", [.deliberation], People.anna, { try $0.undoCell(restAtBank, basedOn: 1) }),
        ("addItem", [.deliberation], People.anna, { try $0.addItem(.dilemma, ItemContent(text: "x")) }),
        (
            "changeItem", [.deliberation], People.anna,
            { try $0.changeItem("d1", ItemContent(text: "y"), basedOn: 1) }
        ),
        ("contest", [.deliberation], People.anna, { try $0.contest("a", reason: "x") }),
        ("withdrawContest", [.deliberation], People.anna, { try $0.withdrawContest("b") }),
        ("answer", [.deliberation], People.anna, { try $0.answer("geluid", true, reason: "x") }),
        (
            "saveOutcome", [.deliberation], People.anna,
            {
                try $0.saveOutcome(
                    OutcomeContent(frame: "rust-en-ruimte", outcome: "past-niet", argument: "x"), basedOn: 1)
            }
        ),
        ("saveDetails", [.deliberation], People.anna, { try $0.saveDetails(TestCase.usualDetails, basedOn: 1) }),
        (
            "declareDeviation", [.deliberation], People.anna,
            { try $0.declareDeviation("waterplan", DeviationContent(deviates: false, reason: ""), basedOn: 1) }
        ),
        (
            "presentDeviation", [.deliberation, .review, .approved], People.anna,
            { rules in
                let day = try #require(PolicyDate("2026-11-20"))
                return try rules.presentDeviation("waterplan", day: day, today: day, note: "x")
            }
        ),
        ("comment", [.deliberation, .review, .approved], People.anna, { try $0.comment("x") }),
        ("askReading", [.deliberation], People.anna, { try $0.askReading(of: People.carla) }),
        ("approve", [.review], People.carla, { try $0.approve(noInterest: true, comment: "", isCurrent: true) }),
        ("refuse", [.review], People.carla, { try $0.refuse(noInterest: true, comment: "x") }),
        ("takeBack", [.review, .approved], People.anna, { try $0.takeBack(reason: "x") }),
        ("close", [.deliberation, .review, .approved], People.anna, { try $0.close(reason: "x") }),
        ("reopen", [.closed], People.anna, { try $0.reopen(reason: "x") }),
    ]

    /// The same dossier in a state.
    private func test(in state: Dossier.State) throws -> TestCase {
        var test = try TestCase.readyToRead()
        test.context.deviations = [TestCase.deviation]
        try test.does(People.anna) { try $0.addItem(.dilemma, ItemContent(text: "x")) }
        try test.does(People.anna) { try $0.contest("b", reason: "x") }
        try test.does(People.anna) {
            try $0.declareDeviation("waterplan", DeviationContent(deviates: true, reason: "x"), basedOn: 0)
        }
        if state == .deliberation { return test }
        if state == .closed {
            try test.does(People.anna) { try $0.close(reason: "Ingetrokken.") }
            return test
        }
        try test.does(People.anna) { try $0.askReading(of: People.carla) }
        if state == .review { return test }
        try test.does(People.carla) { try $0.approve(noInterest: true, comment: "", isCurrent: true) }
        if state == .approved { return test }
        let published = CaseFact.Published(number: "2026-0001", recordHash: "x", reportHash: "y", supersedes: nil)
        try test.does(People.anna) { [$0.draft(.published(published), as: .publish)] }
        if state == .published { return test }
        let superseded = CaseFact.Superseded(number: "2026-0001", by: "2026-0002")
        try test.does(People.anna) { [$0.draft(.superseded(superseded), as: .publish)] }
        return test
    }

    @Test("each command is possible in its states and in no other", arguments: Dossier.State.allCases)
    func states(state: Dossier.State) throws {
        let test = try test(in: state)
        #expect(try test.dossier().state == state)
        for command in Self.commands {
            let problems = try test.problems(command.actor, command.run)
            if command.states.contains(state) {
                #expect(problems == [], "\(command.name)")
            } else {
                // The reader's part is over, and with it the right to read as one.
                let isRefused =
                    problems == [.notNow(state)]
                    || (command.actor == People.carla && problems == [.notAllowed(.read)])
                #expect(isRefused, "\(command.name): \(problems)")
            }
        }
    }

    @Test("each command is refused to everybody without the role for it")
    func roles() throws {
        let test = try test(in: .deliberation)
        for command in Self.commands where command.name != "approve" && command.name != "refuse" {
            for actor in [People.dirk, People.eva, People.carla] {
                let problems = try test.problems(actor, command.run)
                guard case .notAllowed? = problems.first, problems.count == 1 else {
                    Issue.record("\(command.name) by \(actor.name): \(problems)")
                    continue
                }
            }
        }
    }

    @Test("finishing starts the terms of retention; reopening ends them")
    func finished() throws {
        #expect(try test(in: .approved).dossier().finishedAt == nil)
        #expect(try test(in: .published).dossier().finishedAt != nil)
        var closed = try test(in: .closed)
        #expect(try closed.dossier().finishedAt == closed.events.last?.at)
        try closed.does(People.anna) { try $0.reopen(reason: "Toch verder.") }
        #expect(try closed.dossier().finishedAt == nil)
        #expect(try closed.dossier().state == .deliberation)
    }

    @Test("closing while the second reader has it ends the round")
    func closedInReview() throws {
        var test = try test(in: .review)
        try test.does(People.anna) { try $0.close(reason: "Ingetrokken.") }
        #expect(try test.dossier().state == .closed)
        #expect(try test.dossier().reading?.result == .takenBack)
        #expect(try !test.dossier().allows(.read, by: People.carla))
    }

    @Test("a publication says by what it was superseded")
    func superseded() throws {
        let dossier = try test(in: .superseded).dossier()
        #expect(dossier.publication?.number == "2026-0001")
        #expect(dossier.publication?.supersededBy == "2026-0002")
        #expect(dossier.summary.supersededBy == "2026-0002")
    }
}
