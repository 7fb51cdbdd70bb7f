import Accounts
import Foundation
import PolicyModel
import Testing

@testable import Casework

@Suite("The second reader, and what goes before publication")
struct ReadingRulesTests {
    @Test("before a second reader, all that is still missing is told at once")
    func notReady() throws {
        var test = try TestCase.opened()
        test.context.deviations = [TestCase.deviation]
        #expect(
            try test.problems(People.anna) { try $0.askReading(of: People.anna) } == [
                .nothingWeighed, .noOutcome, .noDetails, .deviationNotDeclared(document: "Waterplan"),
                .readerIsNoReader, .readerIsAsker,
            ])
    }

    @Test("a tick without an argument and an argument without a tick stop the dossier")
    func ticks() throws {
        var test = try TestCase.readyToRead()
        try test.does(People.anna) {
            try $0.saveCell(restOnWater, CellContent(contributes: true, strainsArgument: "Druk."), basedOn: 0)
        }
        try test.does(People.anna) { try $0.saveCell(roomToSail, CellContent(strains: true), basedOn: 0) }
        #expect(
            try test.rules(People.anna).problemsBeforeReading() == [
                .tickWithoutArgument(roomToSail, .strains), .tickWithoutArgument(restOnWater, .contributes),
                .argumentWithoutTick(restOnWater, .strains),
            ])
    }

    @Test("an argument that was erased counts as one that was there")
    func erasedArgument() throws {
        var test = try TestCase.readyToRead()
        test.erase("2.contributes")
        #expect(try test.dossier().cells[restAtBank]?.content.contributesArgument == "")
        #expect(try test.rules(People.anna).problemsBeforeReading() == [])
    }

    @Test("a second reader is somebody with that role who changed nothing that is weighed")
    func reader() throws {
        var test = try TestCase.readyToRead()
        #expect(try test.problems(People.anna) { try $0.askReading(of: People.bas) } == [.readerIsNoReader])
        #expect(try test.problems(People.finn) { try $0.askReading(of: People.finn) } == [.readerIsAsker])
        try test.does(People.finn) { try $0.comment("Ik kijk mee.") }
        #expect(try test.problems(People.anna) { try $0.askReading(of: People.finn) } == [])
        let edits: [(CaseRules) throws -> [EventDraft]] = [
            { try $0.saveCell(restOnWater, CellContent(strains: true, strainsArgument: "x"), basedOn: 0) },
            { try $0.addItem(.dilemma, ItemContent(text: "x")) },
            { try $0.addItem(.condition, ItemContent(text: "x", who: "y", when: "z")) },
            { try $0.contest("a", reason: "x") }, { try $0.answer("geluid", true, reason: "x") },
            {
                try $0.saveOutcome(
                    OutcomeContent(frame: "rust-en-ruimte", outcome: "past-niet", argument: "x"), basedOn: 1)
            },
            {
                var details = TestCase.usualDetails
                details.remedies = "Bezwaar."
                return try $0.saveDetails(details, basedOn: 1)
            },
        ]
        #expect(edits.count == 7)
        for edit in edits {
            var edited = test
            try edited.does(People.finn, edit)
            #expect(try edited.problems(People.anna) { try $0.askReading(of: People.finn) } == [.readerEdited])
        }
    }

    @Test("with whoever wrote erased, nobody can be shown to be independent")
    func erasedEditor() throws {
        var test = try TestCase.readyToRead()
        test.erase("2.actor")
        #expect(try test.problems(People.anna) { try $0.askReading(of: People.carla) } == [.editorsErased])
    }

    @Test("who recorded the step of a deviation, or had the assessment made anew, wrote in the dossier as well")
    func moreEditing() throws {
        var test = try TestCase.readyToRead()
        test.context.deviations = [TestCase.deviation]
        let day = try #require(PolicyDate("2026-11-19"))
        try test.does(People.anna) {
            try $0.declareDeviation("waterplan", DeviationContent(deviates: true, reason: "x"), basedOn: 0)
        }
        #expect(try test.problems(People.anna) { try $0.askReading(of: People.finn) } == [])
        var presented = test
        try presented.does(People.finn) { try $0.presentDeviation("waterplan", day: day, today: day, note: "y") }
        #expect(try presented.problems(People.anna) { try $0.askReading(of: People.finn) } == [.readerEdited])
        for (cause, expected) in [
            (CaseFact.AssessmentMade.Cause.renewal, [CaseProblem.readerEdited]), (.opening, []),
        ] {
            var assessed = test
            let fact = CaseFact.AssessmentMade(
                cause: cause, resultHash: "r", inputHash: "i", house: "meerstad", houseHash: "h")
            try assessed.does(People.finn) { [$0.draft(.assessmentMade(fact), as: .deliberate)] }
            #expect(try assessed.problems(People.anna) { try $0.askReading(of: People.finn) } == expected)
        }
    }

    @Test("the owner of the plan cannot be asked, nor decide; a page that has changed since cannot be approved")
    func ownerAndChange() throws {
        let ready = try TestCase.readyToRead()
        var rules = try ready.rules(People.anna)
        rules.planOwner = "c"
        #expect(throws: CaseRefused([.readerOwnsPlan])) { try rules.askReading(of: People.carla) }
        let test = try inReview()
        rules = try test.rules(People.carla)
        #expect(throws: CaseRefused([.previewIsOld])) {
            try rules.approve(noInterest: true, comment: "", isCurrent: false)
        }
        rules.planOwner = "c"
        #expect(throws: CaseRefused([.readerOwnsPlan])) {
            try rules.approve(noInterest: true, comment: "", isCurrent: true)
        }
        #expect(throws: CaseRefused([.readerOwnsPlan])) { try rules.refuse(noInterest: true, comment: "x") }
    }

    private func inReview() throws -> TestCase {
        var test = try TestCase.readyToRead()
        try test.does(People.anna) { try $0.askReading(of: People.carla) }
        return test
    }

    @Test("only the one who was asked can let it pass or send it back, and declares to have no interest")
    func reading() throws {
        let test = try inReview()
        #expect(try test.dossier().state == .review)
        #expect(try test.dossier().reading?.reader.name == "Carla")
        #expect(
            try test.problems(People.finn) { try $0.approve(noInterest: true, comment: "", isCurrent: true) } == [
                .notAllowed(.read)
            ])
        #expect(
            try test.problems(People.carla) { try $0.approve(noInterest: false, comment: "", isCurrent: true) } == [
                .interestNotDeclared
            ])
        #expect(
            try test.problems(People.carla) { try $0.refuse(noInterest: false, comment: " ") } == [
                .interestNotDeclared, .missing(.comment),
            ])
    }

    @Test("a refusal brings it back to deliberation, with its comment; a next round goes on")
    func refused() throws {
        var test = try inReview()
        try test.does(People.carla) { try $0.refuse(noInterest: true, comment: "De oever mist.") }
        var dossier = try test.dossier()
        #expect(dossier.state == .deliberation)
        #expect(dossier.reading?.result == .refused)
        #expect(dossier.reading?.comment?.text == "De oever mist.")
        try test.does(People.anna) { try $0.askReading(of: People.finn) }
        try test.does(People.finn) { try $0.approve(noInterest: true, comment: "", isCurrent: true) }
        dossier = try test.dossier()
        #expect(dossier.state == .approved)
        #expect(dossier.readings.map(\.result) == [.refused, .approved])
        #expect(dossier.readings.map(\.reader.account) == ["c", "f"])
        #expect(dossier.history.last?.by.roles == [.secondReader])
    }

    @Test("taking back ends a round, also after it was let pass, and keeps the reader's comment")
    func takenBack() throws {
        var test = try inReview()
        #expect(try test.problems(People.anna) { try $0.takeBack(reason: "") } == [.missing(.reason)])
        try test.does(People.carla) { try $0.approve(noInterest: true, comment: "Helder.", isCurrent: true) }
        try test.does(People.anna) { try $0.takeBack(reason: "Nog een vak.") }
        let dossier = try test.dossier()
        #expect(dossier.state == .deliberation)
        #expect(dossier.reading?.result == .takenBack)
        #expect(dossier.reading?.comment?.text == "Helder.")
        #expect(dossier.history.last?.texts["reason"]?.text == "Nog een vak.")
    }

    @Test("a deviation needs a reason, and the step that the document asks before publication, not before reading")
    func deviation() throws {
        var test = try TestCase.readyToRead()
        test.context.deviations = [TestCase.deviation]
        let day = try #require(PolicyDate("2026-11-19"))
        let today = try #require(PolicyDate("2026-11-20"))
        let deviates = DeviationContent(deviates: true, reason: "De dijk gaat voor.")
        #expect(
            try test.problems(People.anna) {
                try $0.declareDeviation("havenbrief", DeviationContent(deviates: true, reason: ""), basedOn: 0)
            } == [.unknownDocument("havenbrief"), .missing(.reason)])
        #expect(
            try test.problems(People.anna) {
                try $0.presentDeviation("waterplan", day: today, today: day, note: "")
            } == [.unknownDocument("waterplan"), .futureDay, .missing(.note)])
        try test.does(People.anna) { try $0.declareDeviation("waterplan", deviates, basedOn: 0) }
        #expect(try test.rules(People.anna).problemsBeforeReading() == [])
        #expect(
            try test.rules(People.anna).problemsBeforePublication() == [.deviationNotPresented(document: "Waterplan")])
        try test.does(People.anna) { try $0.askReading(of: People.carla) }
        try test.does(People.carla) { try $0.approve(noInterest: true, comment: "", isCurrent: true) }
        try test.does(People.bas) {
            try $0.presentDeviation("waterplan", day: day, today: today, note: "Brief van 19 november.")
        }
        #expect(try test.rules(People.anna).problemsBeforePublication() == [])
        // What becomes public changed, so the same reader reads it anew.
        #expect(try test.dossier().state == .review)
        #expect(try test.dossier().readings.map(\.result) == [.approved, .open])
        #expect(try test.dossier().reading?.askedBy.account == "b")
        try test.does(People.carla) { try $0.approve(noInterest: true, comment: "", isCurrent: true) }
        let kept = try #require(test.dossier().deviations.first)
        #expect(kept.declared.content == deviates)
        #expect(kept.presented?.day == day)
        #expect(kept.presented?.note?.text == "Brief van 19 november.")
        #expect(try test.dossier().state == .approved)
    }

    @Test("no deviation needs neither reason nor step; withdrawing one takes its step along")
    func noDeviation() throws {
        var test = try TestCase.readyToRead()
        test.context.deviations = [TestCase.deviation]
        let day = try #require(PolicyDate("2026-11-19"))
        try test.does(People.anna) {
            try $0.declareDeviation("waterplan", DeviationContent(deviates: true, reason: "x"), basedOn: 0)
        }
        try test.does(People.anna) { try $0.presentDeviation("waterplan", day: day, today: day, note: "y") }
        try test.does(People.anna) {
            try $0.declareDeviation("waterplan", DeviationContent(deviates: false, reason: ""), basedOn: 1)
        }
        #expect(try test.rules(People.anna).problemsBeforePublication() == [])
        #expect(try test.dossier().deviations.first?.presented == nil)
    }

    @Test("what the record says of itself is complete")
    func details() throws {
        let test = try TestCase.opened()
        let empty = DetailsContent(
            question: "", legalCharacter: "", decidedBy: "", mandate: "", remedies: "", supersedes: " ")
        #expect(
            try test.problems(People.anna) { try $0.saveDetails(empty, basedOn: 0) } == [
                .missing(.question), .missing(.legalCharacter), .missing(.decidedBy), .missing(.mandate),
            ])
    }
}
