import Accounts
import CanonicalJSON
import Foundation
import Testing

@testable import Casework

@Suite("Following the chain")
struct ChainCheckTests {
    /// A row as a store has it, with its texts.
    struct Line {
        var row: ChainCheck.Row
        var texts: [ChainCheck.TextRow]
    }

    /// Six events: opened, cell, outcome, details, cell again, comment.
    private func lines() throws -> [Line] {
        var test = try TestCase.readyToRead()
        try test.does(People.bas) {
            try $0.saveCell(
                restAtBank, CellContent(strains: true, strainsArgument: "Het wordt druk."), basedOn: 1)
        }
        try test.does(People.bas) { try $0.comment("Kijk nog eens.") }
        return test.events.map { Line(row: ChainCheck.Row($0), texts: test.rows(of: $0)) }
    }

    private func follow(_ lines: [Line], known: ChainHead? = nil) -> ChainReport {
        var check = ChainCheck(known: known)
        for line in lines { check.add(line.row, texts: line.texts) }
        return check.result
    }

    /// Gives an event another text, and the hash of that text.
    private func rewrite(_ row: inout ChainCheck.Row, _ change: (String) -> String) {
        row.body = change(row.body)
        row.hash = sha256(row.body)
    }

    @Test("a chain as it was written is whole, and its head can be written down")
    func whole() throws {
        let lines = try lines()
        let report = follow(lines)
        #expect(report.faults == [])
        #expect(report.events == 6)
        #expect(report.texts == 16)
        #expect(report.dossiers == 1)
        #expect(report.erasedTexts == 0)
        #expect(report.head == ChainHead(sequence: 6, hash: lines[5].row.hash))
        #expect(follow(lines, known: report.head).isWhole)
        #expect(follow(lines, known: ChainHead(sequence: 3, hash: lines[2].row.hash)).isWhole)
        #expect(follow([], known: .start).isWhole)
    }

    @Test("a changed event is named")
    func changed() throws {
        var lines = try lines()
        lines[1].row.body = lines[1].row.body.replacing(#""contributes":true"#, with: #""contributes":false"#)
        #expect(follow(lines).faults == [.changedEvent(sequence: 2)])
    }

    @Test("a changed event with a new hash is betrayed by the next one")
    func changedAndRehashed() throws {
        var lines = try lines()
        rewrite(&lines[1].row) { $0.replacing(#""contributes":true"#, with: #""contributes":false"#) }
        #expect(follow(lines).faults == [.brokenLink(sequence: 3)])
    }

    @Test("a missing event is named by its number, also at the beginning")
    func missing() throws {
        for place in 0..<5 {
            var lines = try lines()
            lines.remove(at: place)
            #expect(follow(lines).faults == [.missingEvent(sequence: place + 1)])
        }
    }

    @Test("two missing events are both named")
    func missingTwo() throws {
        var lines = try lines()
        lines.removeSubrange(2...3)
        #expect(follow(lines).faults == [.missingEvent(sequence: 3), .missingEvent(sequence: 4)])
    }

    @Test("a missing last event shows only against a head that was written down")
    func cutOff() throws {
        let lines = try lines()
        let head = ChainHead(sequence: 6, hash: lines[5].row.hash)
        #expect(follow(lines.dropLast()).faults == [])
        #expect(follow(lines.dropLast(), known: head).faults == [.cutOff(known: 6, found: 5)])
        #expect(follow([], known: head).faults == [.cutOff(known: 6, found: 0)])
    }

    @Test("a chain that was written anew shows against a head that was written down")
    func writtenAnew() throws {
        let lines = try lines()
        let other = ChainHead(sequence: 4, hash: String(repeating: "a", count: 64))
        #expect(follow(lines, known: other).faults == [.otherHead(sequence: 4)])
    }

    @Test("two events that changed places are both named, with the texts that then belong to neither")
    func swapped() throws {
        var lines = try lines()
        let (second, third) = (lines[1].row, lines[2].row)
        lines[1].row = third
        lines[2].row = second
        lines[1].row.sequence = 2
        lines[2].row.sequence = 3
        #expect(
            follow(lines).faults == [
                .brokenLink(sequence: 2), .movedEvent(sequence: 2, says: 3), .changedText("2.actor"),
                .addedText("2.contributes"), .missingText("2.argument"),
                .brokenLink(sequence: 3), .movedEvent(sequence: 3, says: 2), .changedText("3.actor"),
                .addedText("3.argument"), .missingText("3.contributes"),
                .brokenLink(sequence: 4),
            ])
    }

    @Test("an event that was put in between is named where it breaks the chain")
    func inserted() throws {
        var lines = try lines()
        var put = lines[1]
        put.row.sequence = 3
        put.row.previous = lines[1].row.hash
        rewrite(&put.row) { body in
            body.replacing(#""sequence":2"#, with: #""sequence":3"#)
                .replacing(lines[1].row.previous, with: lines[1].row.hash)
        }
        put.texts = put.texts.map {
            ChainCheck.TextRow(
                id: $0.id.replacing("2.", with: "3."), text: $0.text, salt: $0.salt, isErased: false)
        }
        for place in 2..<lines.count { lines[place].row.sequence += 1 }
        lines.insert(put, at: 2)
        let faults = follow(lines).faults
        #expect(faults.first == .brokenLink(sequence: 4))
        #expect(faults.contains(.movedEvent(sequence: 4, says: 3)))
    }

    @Test("a column that says something else than the event is named")
    func columns() throws {
        var lines = try lines()
        lines[1].row.dossier = "ander"
        lines[2].row.kind = "closed"
        #expect(
            follow(lines).faults == [
                .wrongColumn(sequence: 2, column: "dossier"), .wrongColumn(sequence: 3, column: "kind"),
            ])
    }

    @Test("an event that is no JSON is named")
    func unreadable() throws {
        var lines = try lines()
        rewrite(&lines[5].row) { _ in "{" }
        let faults = follow(lines).faults
        #expect(faults.count == 3)
        guard case .unreadableEvent(sequence: 6, _) = faults[0] else {
            Issue.record("\(faults)")
            return
        }
        #expect(faults.dropFirst() == [.addedText("6.actor"), .addedText("6.comment")])
    }

    @Test("a changed, missing or added text is named")
    func texts() throws {
        var lines = try lines()
        lines[1].texts[1].text = "Het blijft luid."
        lines[2].texts.removeLast()
        lines[3].texts.append(ChainCheck.TextRow(id: "4.zzz", text: "x", salt: "y", isErased: false))
        #expect(
            follow(lines).faults == [.changedText("2.contributes"), .missingText("3.argument"), .addedText("4.zzz")])
    }

    @Test("a text under another salt is a changed text")
    func salt() throws {
        var lines = try lines()
        lines[1].texts[1].salt = String(repeating: "f", count: 64)
        #expect(follow(lines).faults == [.changedText("2.contributes")])
    }

    @Test("texts whose event is not there are named")
    func stray() throws {
        var check = ChainCheck()
        check.add(stray: [ChainCheck.TextRow(id: "9.comment", text: "x", salt: "y", isErased: false)])
        #expect(check.result.faults == [.addedText("9.comment")])
    }

    @Test("a text that is gone is a fault as long as no event says that it was erased")
    func gone() throws {
        var lines = try lines()
        lines[1].texts[1] = ChainCheck.TextRow(id: "2.contributes", text: nil, salt: nil, isErased: true)
        #expect(follow(lines).faults == [.goneText("2.contributes")])
    }

    @Test("a lawful erasure leaves the chain whole and is counted")
    func erased() throws {
        var test = try TestCase.readyToRead()
        test.erase("2.contributes")
        test.erase("2.actor")
        try test.add([
            EventDraft(
                dossier: "plan",
                fact: .textsErased(
                    CaseFact.TextsErased(texts: ["2.contributes", "2.actor"], ground: "verzoek", by: "archivaris")),
                at: morning, actor: People.eva, roles: [.administrator])
        ])
        let report = test.check()
        #expect(report.faults == [])
        #expect(report.erasedTexts == 2)
    }

    @Test("a text that is there while an event says that it was erased is named")
    func returned() throws {
        var test = try TestCase.readyToRead()
        try test.add([
            EventDraft(
                dossier: "plan",
                fact: .textsErased(CaseFact.TextsErased(texts: ["2.contributes"], ground: "g", by: "b")), at: morning,
                actor: People.eva, roles: [.administrator])
        ])
        #expect(test.check().faults == [.returnedText("2.contributes")])
    }

    @Test("records are checked against the events that published them")
    func records() throws {
        var test = try TestCase.readyToRead()
        let anchor = test.head
        let skeleton = { (anchor: ChainHead) in
            #"{"stamp":{"anchor":{"hash":"\#(anchor.hash)","sequence":\#(anchor.sequence)},"number":"2026-0001"}}"#
        }
        try test.add([
            EventDraft(
                dossier: "plan",
                fact: .published(
                    CaseFact.Published(
                        number: "2026-0001", recordHash: sha256(skeleton(anchor)), reportHash: "r", supersedes: nil)),
                at: morning, actor: People.anna, roles: [.official])
        ])
        func faults(_ records: [(number: String, skeleton: String, hash: String)]) -> [ChainFault] {
            var check = ChainCheck()
            for event in test.events { check.add(ChainCheck.Row(event), texts: test.rows(of: event)) }
            for record in records { check.add(record: record.number, skeleton: record.skeleton, hash: record.hash) }
            return check.result.faults
        }
        let good = skeleton(anchor)
        #expect(faults([("2026-0001", good, sha256(good))]) == [])
        #expect(faults([]) == [.missingRecord(number: "2026-0001")])
        #expect(faults([("2026-0001", good + " ", sha256(good))]) == [.changedRecord(number: "2026-0001")])
        #expect(faults([("2026-0001", good + " ", sha256(good + " "))]) == [.changedRecord(number: "2026-0001")])
        #expect(
            faults([("2026-0001", good, sha256(good)), ("2026-0002", good, sha256(good))])
                == [.addedRecord(number: "2026-0002")])
        let wrong = skeleton(ChainHead(sequence: 3, hash: anchor.hash))
        var other = test
        other.events.removeLast()
        try other.add([
            EventDraft(
                dossier: "plan",
                fact: .published(
                    CaseFact.Published(
                        number: "2026-0001", recordHash: sha256(wrong), reportHash: "r", supersedes: nil)),
                at: morning, actor: People.anna, roles: [.official])
        ])
        test = other
        #expect(faults([("2026-0001", wrong, sha256(wrong))]) == [.wrongAnchor(number: "2026-0001")])
    }

    @Test("every fault says in Dutch what was found, and has a kind of its own")
    func words() {
        let all: [ChainFault] = [
            .missingEvent(sequence: 1), .changedEvent(sequence: 1), .brokenLink(sequence: 1),
            .movedEvent(sequence: 1, says: 2), .wrongColumn(sequence: 1, column: "kind"),
            .unreadableEvent(sequence: 1, why: "x"), .missingText("1.a"), .changedText("1.a"), .addedText("1.a"),
            .goneText("1.a"), .returnedText("1.a"), .missingRecord(number: "n"), .changedRecord(number: "n"),
            .addedRecord(number: "n"), .wrongAnchor(number: "n"), .cutOff(known: 2, found: 1),
            .otherHead(sequence: 1), .wrongOverview(dossier: "d"),
        ]
        #expect(Set(all.map(\.kind)).count == all.count)
        #expect(Set(all.map(\.text)).count == all.count)
        #expect(all.allSatisfy { $0.text.hasSuffix(".") && $0.text.first?.isUppercase == true })
        #expect(ChainFault.changedEvent(sequence: 7).text == "Gebeurtenis 7 is veranderd.")
        #expect(
            ChainFault.cutOff(known: 9, found: 4).text
                == "De keten houdt op bij gebeurtenis 4; de opgegeven stand is van gebeurtenis 9.")
    }
}
