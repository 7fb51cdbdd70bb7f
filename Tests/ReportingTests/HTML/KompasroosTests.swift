import Assessment
import Foundation
import Testing

@testable import Reporting

@Suite("The kompasroos")
struct KompasroosTests {
    private func cell(
        _ principle: String, _ question: String, group: String? = nil, state: FrameSheet.State = .noFinding,
        findings: [String] = []
    ) throws -> FrameSheet.Cell {
        var cell = try #require(OpenedTestHouse.meerstad().report(everythingInMeerstad).frames.first?.cells.first)
        cell.principle = principle
        cell.principleTitle = principle.uppercased()
        cell.group = group
        cell.groupTitle = group.map { "\($0): uitleg" }
        cell.question = question
        cell.text = "Vraag \(question)?"
        cell.state = state
        cell.findings = findings
        cell.open = []
        cell.statements = []
        cell.undecidedBecause = []
        return cell
    }

    private func sheet(_ cells: [FrameSheet.Cell]) throws -> FrameSheet {
        var sheet = try #require(OpenedTestHouse.meerstad().report(everythingInMeerstad).frames.first)
        sheet.title = "Proef"
        sheet.cells = cells
        return sheet
    }

    @Test("Cells stand by group, groups outside and principles inside")
    func byGroup() throws {
        let layout = RoseLayout(
            try sheet([
                cell("a", "1", group: "wat"), cell("b", "2", group: "waar"), cell("c", "3", group: "wat"),
                cell("b", "4", group: "waar"),
            ]))
        #expect(layout.isByGroup)
        #expect(layout.cells.map(\.question) == ["1", "3", "2", "4"])
        #expect(layout.outer == [.init(title: "wat", cells: 0..<2), .init(title: "waar", cells: 2..<4)])
        #expect(layout.middle.map(\.title) == ["A", "C", "B"])
    }

    @Test("Where a principle spans groups, principles stand outside and groups inside")
    func byPrinciple() throws {
        let layout = RoseLayout(
            try sheet([cell("a", "1", group: "x"), cell("a", "2", group: "y"), cell("b", "3", group: "x")]))
        #expect(!layout.isByGroup)
        #expect(layout.outer == [.init(title: "A", cells: 0..<2), .init(title: "B", cells: 2..<3)])
        #expect(layout.middle.map(\.title) == ["x", "y", "x"])
    }

    @Test(
        "Names are cut into lines that fit, and end in an ellipsis when they do not",
        arguments: [
            ("een twee drie", 8, 2, ["een twee", "drie"]), ("een twee drie", 20, 1, ["een twee drie"]),
            ("een twee drie", 4, 2, ["een", "tweeX"]), ("omgevingskwaliteit", 8, 1, ["omgevinX"]), ("", 8, 1, []),
        ])
    func lines(_ text: String, _ width: Int, _ most: Int, _ expected: [String]) {
        let expected = expected.map {
            $0 == "tweeX" ? "twe\u{2026}" : $0.replacingOccurrences(of: "X", with: "\u{2026}")
        }
        #expect(RoseLayout.lines(text, width: width, most: most) == expected)
    }

    @Test("A cell shows five marks at most and tells how many more; what applies comes first")
    func marks() throws {
        let findings = (1...8).map(String.init)
        let marks = Dictionary(uniqueKeysWithValues: findings.map { ($0, $0 == "8" ? Mark.block : .unknown) })
        let cells = try [cell("a", "1", state: .hasFindings, findings: findings), cell("b", "2", state: .notExamined)]
        let page = Kompasroos(try sheet(cells), marks: marks, prefix: "k").drawing.markup
        let check = PageCheck(page)
        #expect(check.problems == [])
        #expect(
            check.all("use").map { $0.attributes["href"] } == ["#mark-block"]
                + Array(repeating: "#mark-unknown", count: 4))
        #expect(page.contains(">+3</text>"))
        #expect(check.all("a").map { $0.attributes["href"] } == ["#k-1", "#k-2"])
        #expect(check.all("a")[1].attributes["aria-label"] == "2. B: Vraag 2? Niet onderzocht.")
        #expect(check.all("path").filter { $0.attributes["class"] == "point hatched" }.count == 1)
    }

    @Test(
        "Any number of cells gives a drawing of finite numbers that stays inside its frame",
        arguments: [0, 1, 2, 7, 12, 20, 40])
    func anyNumber(_ count: Int) throws {
        let findings = (1...9).map(String.init)
        let marks = Dictionary(uniqueKeysWithValues: findings.map { ($0, Mark.open) })
        let cells = try (0..<count).map { try cell("p\($0 / 3)", "\($0)", state: .open, findings: findings) }
        let page = Kompasroos(try sheet(cells), marks: marks, prefix: "k").drawing.markup
        #expect(PageCheck(page).problems == [])
        #expect(!page.contains("nan"))
        #expect(PageCheck(page).all("a").count == count)
        for use in PageCheck(page).all("use") {
            for name in ["x", "y"] {
                let value = try #require(use.attributes[name].flatMap(Double.init))
                #expect((0...640).contains(value))
            }
        }
    }
}
