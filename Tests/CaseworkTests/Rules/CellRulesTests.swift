import Foundation
import Testing

@testable import Casework

@Suite("Arguments in cells")
struct CellRulesTests {
    private let calm = CellContent(contributes: true, contributesArgument: "Het blijft stil.")
    private let busy = CellContent(strains: true, strainsArgument: "Het wordt druk.")
    private let both = CellContent(
        contributes: true, contributesArgument: "Overdag stil.", strains: true, strainsArgument: "In de zomer druk.")

    @Test("both ticks may be set, each with its own argument")
    func bothTicks() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, both, basedOn: 0) }
        let kept = try #require(test.dossier().cells[restAtBank])
        #expect(kept.content == both)
        #expect(kept.number == 1)
        #expect(kept.current.by.name == "Anna")
        #expect(kept.current.event == 2)
        #expect(kept.current.texts.keys.sorted() == ["contributes", "strains"])
        #expect(try test.dossier().version(of: restOnWater) == 0)
    }

    @Test("every version is kept, with who wrote it")
    func versions() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        try test.does(People.bas) { try $0.saveCell(restAtBank, both, basedOn: 1) }
        try test.does(People.anna) { try $0.saveCell(restAtBank, CellContent(), basedOn: 2) }
        let kept = try #require(test.dossier().cells[restAtBank])
        #expect(kept.all.map(\.number) == [1, 2, 3])
        #expect(kept.all.map(\.content) == [calm, both, CellContent()])
        #expect(kept.all.map(\.by.account) == ["a", "b", "a"])
        #expect(try test.dossier().editors == ["a", "b"])
    }

    @Test("a change on an old version is refused with all three texts")
    func conflict() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        try test.does(People.bas) { try $0.saveCell(restAtBank, busy, basedOn: 1) }
        let before = try test.dossier()
        do {
            try test.does(People.anna) { try $0.saveCell(restAtBank, both, basedOn: 1) }
            Issue.record("the change was kept")
        } catch let conflict as EditConflict<CellContent> {
            #expect(conflict.subject == "cell")
            #expect(conflict.base?.content == calm)
            #expect(conflict.current.content == busy)
            #expect(conflict.current.by.name == "Bas")
            #expect(conflict.given == both)
        }
        #expect(try test.dossier() == before)
    }

    @Test("two who begin on an empty cell do not overwrite each other")
    func conflictOnEmpty() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        do {
            try test.does(People.bas) { try $0.saveCell(restAtBank, busy, basedOn: 0) }
            Issue.record("the change was kept")
        } catch let conflict as EditConflict<CellContent> {
            #expect(conflict.base == nil)
            #expect(conflict.current.content == calm)
        }
    }

    @Test("a version that does not exist yet is refused too")
    func futureVersion() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        #expect(throws: EditConflict<CellContent>.self) {
            try test.does(People.anna) { try $0.saveCell(restAtBank, busy, basedOn: 7) }
        }
    }

    @Test("saving what is kept already changes nothing, whatever version it was begun on")
    func same() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        let before = test.events.count
        try test.does(People.bas) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        try test.does(People.anna) { try $0.saveCell(restOnWater, CellContent(), basedOn: 0) }
        #expect(test.events.count == before)
    }

    @Test("spaces around go, line ends become one character, and the rest stays as it was typed")
    func tidied() throws {
        var test = try TestCase.opened()
        let typed = CellContent(contributes: true, contributesArgument: "  Eén.\r\n\r\nTwee  woorden.\rDrie.\t \n")
        try test.does(People.anna) { try $0.saveCell(restAtBank, typed, basedOn: 0) }
        #expect(
            try test.dossier().cells[restAtBank]?.content.contributesArgument == "Eén.\n\nTwee  woorden.\nDrie.")
    }

    @Test("all that is wrong is told at once")
    func problems() throws {
        let test = try TestCase.opened()
        let elsewhere = CellAddress(frame: "x", principle: "y", question: "z")
        let content = CellContent(
            contributesArgument: String(repeating: "a", count: 10_001), strainsArgument: "nul\u{0}teken")
        #expect(
            try test.problems(People.anna) { try $0.saveCell(elsewhere, content, basedOn: 0) } == [
                .unknownCell(elsewhere), .tooLong(.contributesArgument, most: 10_000), .unreadable(.strainsArgument),
            ])
        let longest = CellContent(contributesArgument: String(repeating: "a", count: 10_000))
        #expect(try test.problems(People.anna) { try $0.saveCell(restAtBank, longest, basedOn: 0) } == [])
    }

    @Test("one's own last change can be taken back, and that too")
    func undo() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        try test.does(People.anna) { try $0.saveCell(restAtBank, busy, basedOn: 1) }
        try test.does(People.anna) { try $0.undoCell(restAtBank, basedOn: 2) }
        var kept = try #require(test.dossier().cells[restAtBank])
        #expect(kept.content == calm)
        #expect(kept.number == 3)
        #expect(kept.current.restores == 1)
        #expect(kept.current.texts["contributes"]?.id == "2.contributes")
        try test.does(People.anna) { try $0.undoCell(restAtBank, basedOn: 3) }
        kept = try #require(test.dossier().cells[restAtBank])
        #expect(kept.content == busy)
        #expect(kept.all.map(\.number) == [1, 2, 3, 4])
    }

    @Test("taking back the first change leaves the cell empty")
    func undoFirst() throws {
        var test = try TestCase.opened()
        try test.does(People.anna) { try $0.saveCell(restAtBank, both, basedOn: 0) }
        try test.does(People.anna) { try $0.undoCell(restAtBank, basedOn: 1) }
        #expect(try test.dossier().cells[restAtBank]?.content == CellContent())
        #expect(try test.dossier().version(of: restAtBank) == 2)
    }

    @Test("a change of somebody else, of nobody, or under another version is not taken back")
    func undoRefused() throws {
        var test = try TestCase.opened()
        #expect(try test.problems(People.anna) { try $0.undoCell(restAtBank, basedOn: 0) } == [.nothingToUndo])
        try test.does(People.anna) { try $0.saveCell(restAtBank, calm, basedOn: 0) }
        #expect(try test.problems(People.bas) { try $0.undoCell(restAtBank, basedOn: 1) } == [.notYourChange])
        #expect(throws: EditConflict<CellContent>.self) { try test.rules(People.anna).undoCell(restAtBank, basedOn: 0) }
    }
}
