import Foundation
import PolicyModel
import Testing

@testable import PolicyContent

@Suite struct EditionComparisonTests {
    private func compare(_ change: (inout [String]) -> Void) throws -> EditionComparison {
        let data = try Data(contentsOf: PassageFixtures.folder.appending(path: "lijsten.txt"))
        let old = try PassageFixtures.text("lijsten")
        var lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
        change(&lines)
        let reference = LocatedReference(
            document: "lijsten", path: ["2", "2.1"], unit: "sentence", starts: "Slot van", nth: nil, sha256: nil,
            file: "norms/a.yaml", line: 3, column: 5, passageLine: 3, passageColumn: 20)
        let verified = SourceVerification.verify([reference], in: old).verified
        return EditionComparison(
            old: old, oldData: data, newData: Data(lines.joined(separator: "\n").utf8), newFile: "nieuw.txt",
            references: verified)
    }

    @Test func `the same text has no differences and the same outline`() throws {
        let comparison = try compare { _ in }
        #expect(comparison.differences.isEmpty)
        #expect(comparison.unchanged == 21)
        let outline = try PassageFixtures.text("lijsten").outline
        #expect(comparison.outline.sections == outline.sections)
        #expect(comparison.summary == "lijsten: 21 passages, 21 unchanged, 0 new, 0 changed, 0 gone, 0 moved")
    }

    @Test func `a new line is a new passage in the section around it`() throws {
        let comparison = try compare { $0.insert(contentsOf: ["", "Wij planten bomen. ", ""], at: 23) }
        #expect(comparison.differences.map(\.kind) == [.new])
        #expect(comparison.differences.first?.new?.path == ["2", "2.1"])
        #expect(comparison.differences.first?.new?.text == "Wij planten bomen.")
        #expect(comparison.unchanged == 21)
        #expect(comparison.outline.sections.map(\.lines) == [1...27, 28...34, 35...40])
    }

    @Test func `a passage that is gone tells what relied on it`() throws {
        let comparison = try compare { $0[23] = "" }
        #expect(comparison.differences.map(\.kind) == [.gone])
        #expect(comparison.differences.first?.old?.text == "Slot van het hoofdstuk.")
        #expect(comparison.differences.first?.reliedOnBy == ["norms/a.yaml:3:5"])
    }

    @Test func `a passage with other words is changed, not gone and new`() throws {
        let comparison = try compare { $0[23] = "Slot van het hele hoofdstuk. " }
        #expect(comparison.differences.map(\.kind) == [.changed])
        #expect(comparison.differences.first?.new?.text == "Slot van het hele hoofdstuk.")
        #expect(comparison.differences.first?.reliedOnBy == ["norms/a.yaml:3:5"])
    }

    @Test func `the outline that is carried over can be read again`() throws {
        let comparison = try compare { $0.insert("", at: 0) }
        let again = try Outline(yaml: comparison.outline.yaml)
        #expect(again == comparison.outline)
        #expect(again.file == "nieuw.txt")
    }

    @Test(
        "Likeness is the share of words in common",
        arguments: [("a b c", "a b c", 1.0), ("a b", "b c", 1.0 / 3), ("a", "b", 0), ("", "a", 0)])
    func likeness(_ left: String, _ right: String, _ expected: Double) {
        #expect(EditionPairing.likeness(left, right) == expected)
    }
}
