import Foundation
import Testing

@testable import Casework

@Suite("Dilemmas, conditions, outcome and comments")
struct ItemRulesTests {
    private let dilemma = ItemContent(text: "Rust of ruimte?", tension: "norms:a~b")
    private let condition = ItemContent(text: "Geen licht na tien uur.", who: "de eigenaar", when: "vanaf de bouw")

    @Test("dilemmas and conditions are numbered apart and keep their order")
    func numbered() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.addItem(.dilemma, dilemma) }
        try test.does(People.anna) { try $0.addItem(.condition, condition) }
        try test.does(People.bas) { try $0.addItem(.dilemma, ItemContent(text: "Nu of later?")) }
        let dossier = try test.dossier()
        #expect(dossier.items.map(\.id) == ["d1", "c1", "d2"])
        #expect(dossier.dilemmas.map(\.content.text) == ["Rust of ruimte?", "Nu of later?"])
        #expect(dossier.conditions.map(\.content) == [condition])
        #expect(dossier.dilemmas[0].content.tension == "norms:a~b")
    }

    @Test("a condition says what, who and when; a dilemma only what")
    func needed() throws {
        let test = try TestCase.opened()
        let empty = ItemContent(text: " ")
        #expect(
            try test.problems(People.anna) { try $0.addItem(.condition, empty) } == [
                .missing(.text), .missing(.who), .missing(.when),
            ])
        #expect(try test.problems(People.anna) { try $0.addItem(.dilemma, empty) } == [.missing(.text)])
        let lost = ItemContent(text: "x", tension: "norms:x~y")
        #expect(try test.problems(People.anna) { try $0.addItem(.dilemma, lost) } == [.unknownTension("norms:x~y")])
        let long = ItemContent(text: "x", who: String(repeating: "w", count: 501), when: "y")
        #expect(try test.problems(People.anna) { try $0.addItem(.condition, long) } == [.tooLong(.who, most: 500)])
    }

    @Test("a change is a version; removing is one too, and a number is not given again")
    func changed() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.addItem(.condition, condition) }
        var stricter = condition
        stricter.when = "meteen"
        try test.does(People.bas) { try $0.changeItem("c1", stricter, basedOn: 1) }
        #expect(try test.dossier().conditions.map(\.content.when) == ["meteen"])
        var removed = stricter
        removed.isRemoved = true
        try test.does(People.anna) { try $0.changeItem("c1", removed, basedOn: 2) }
        #expect(try test.dossier().conditions == [])
        #expect(try test.dossier().items[0].versions.all.map(\.content.isRemoved) == [false, false, true])
        try test.does(People.anna) { try $0.addItem(.condition, condition) }
        #expect(try test.dossier().conditions.map(\.id) == ["c2"])
    }

    @Test("a change on an old version is refused; an item that is not there too")
    func refused() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.addItem(.dilemma, dilemma) }
        try test.does(People.bas) { try $0.changeItem("d1", ItemContent(text: "Anders."), basedOn: 1) }
        do {
            try test.does(People.anna) { try $0.changeItem("d1", ItemContent(text: "Nog anders."), basedOn: 1) }
            Issue.record("the change was kept")
        } catch let conflict as EditConflict<ItemContent> {
            #expect(conflict.subject == "d1")
            #expect(conflict.base?.content == dilemma)
            #expect(conflict.current.content.text == "Anders.")
        }
        #expect(
            try test.problems(People.anna) { try $0.changeItem("d9", dilemma, basedOn: 1) } == [.unknownItem("d9")])
    }

    @Test("an outcome is one that a frame offers, with an argument")
    func outcome() throws {
        var test = try TestCase.opened()
        let unknown = OutcomeContent(frame: "rust-en-ruimte", outcome: "misschien", argument: "")
        #expect(
            try test.problems(People.anna) { try $0.saveOutcome(unknown, basedOn: 0) } == [
                .missing(.argument), .unknownOutcome("misschien"),
            ])
        let first = OutcomeContent(frame: "rust-en-ruimte", outcome: "past", argument: "Het past.")
        let second = OutcomeContent(frame: "rust-en-ruimte", outcome: "past-niet", argument: "Toch niet.")
        try test.does(People.anna) { try $0.saveOutcome(first, basedOn: 0) }
        try test.does(People.bas) { try $0.saveOutcome(second, basedOn: 1) }
        #expect(try test.dossier().outcome?.all.map(\.content) == [first, second])
        #expect(throws: EditConflict<OutcomeContent>.self) {
            try test.rules(People.anna).saveOutcome(first, basedOn: 1)
        }
    }

    @Test("comments stay in the order in which they were made")
    func comments() throws {
        var test = try TestCase.opened()
        #expect(try test.problems(People.anna) { try $0.comment(" \n ") } == [.missing(.comment)])
        try test.does(People.anna) { try $0.comment("Eerst dit.") }
        try test.does(People.bas) { try $0.comment("Dan dat.") }
        #expect(try test.dossier().comments.map(\.text.text) == ["Eerst dit.", "Dan dat."])
        #expect(try test.dossier().comments.map(\.by.name) == ["Anna", "Bas"])
        #expect(try test.dossier().editors == [])
    }

    @Test("findings are contested and questions answered, with a reason, and either can be withdrawn")
    func contestsAndAnswers() throws {
        var test = try TestCase.opened()
        #expect(
            try test.problems(People.anna) { try $0.contest("z", reason: "") } == [
                .unknownFinding("z"), .missing(.reason),
            ])
        #expect(
            try test.problems(People.anna) { try $0.answer("z", true, reason: "") } == [
                .unknownQuestion("z"), .missing(.reason),
            ])
        #expect(try test.problems(People.anna) { try $0.withdrawContest("a") } == [.notContested("a")])
        #expect(try test.problems(People.anna) { try $0.withdrawAnswer("geluid") } == [.notAnswered("geluid")])
        try test.does(People.anna) { try $0.contest("b#1", reason: "De kaart is oud.") }
        try test.does(People.bas) { try $0.contest("b#1", reason: "De kaart is fout.") }
        try test.does(People.anna) { try $0.answer("geluid", true, reason: "Gemeten.") }
        try test.does(People.anna) { try $0.answer("geluid", false, reason: "Opnieuw gemeten.") }
        var dossier = try test.dossier()
        #expect(dossier.contests.map(\.reason.text) == ["De kaart is fout."])
        #expect(dossier.contests.map(\.finding) == ["b#1"])
        #expect(dossier.answers.map(\.value) == [false])
        #expect(dossier.answers.map(\.reason?.text) == ["Opnieuw gemeten."])
        try test.does(People.anna) { try $0.withdrawContest("b#1") }
        try test.does(People.anna) { try $0.withdrawAnswer("geluid") }
        dossier = try test.dossier()
        #expect(dossier.contests == [])
        #expect(dossier.answers == [])
        #expect(dossier.history.count == 7)
    }
}
