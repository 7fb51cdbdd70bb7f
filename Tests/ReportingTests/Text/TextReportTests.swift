import Assessment
import CanonicalJSON
import PolicyModel
import Testing

@testable import Reporting

@Suite("What holds for every text report")
struct TextReportTests {
    private func problems(_ text: String, width: Int) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var problems: [String] = []
        for (number, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            if line.count > width, words.count > 2 { problems.append("\(number + 1): too long: \(line)") }
            if line.last == " " { problems.append("\(number + 1): space at the end: \(line)") }
            for wrong in ["..", ". .", "?.", " .", " ,", "()", "( ", ": :", ";;", "Optional("]
            where line.contains(wrong) {
                problems.append("\(number + 1): `\(wrong)`: \(line)")
            }
            let isUnderline = !line.isEmpty && line.allSatisfy { $0 == "─" }
            if isUnderline {
                let next = lines.dropFirst(number + 1).first { !$0.isEmpty } ?? ""
                let afterNext = lines.dropFirst(number + 1).drop { $0.isEmpty }.dropFirst().first ?? ""
                if next.isEmpty || afterNext.first == "─" { problems.append("\(number): empty heading") }
            }
            if line.isEmpty, number + 1 < lines.count - 1, lines[number + 1].isEmpty {
                problems.append("\(number + 1): two blank lines")
            }
        }
        return problems
    }

    @Test("The water town at every width", arguments: [40, 60, 80, 100, 120])
    func meerstad(_ width: Int) throws {
        let town = try OpenedTestHouse.meerstad()
        let text = TextReport(try town.report(everythingInMeerstad), house: town.house, width: width).render()
        #expect(problems(text, width: width) == [])
    }

    @Test("The examples in the real house", arguments: Examples.names)
    func examples(_ name: String) throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text(name))
        #expect(problems(TextReport(report, house: house.house).render(), width: 100) == [])
    }

    @Test("A place at every width", arguments: [40, 100])
    func place(_ width: Int) throws {
        let town = try OpenedTestHouse.meerstad()
        let day = try #require(PolicyDate("2026-11-20"))
        let report = try town.assessor.place(
            ["type": "Point", "coordinates": [201_850, 503_000]], crs: "EPSG:28992", on: day)
        let text = TextPlace(report, house: town.house, width: width).render()
        #expect(problems(text, width: width) == [])
        guard width > 40 else { return }
        #expect(text.hasPrefix("KOMPAS · Deze plek\nWaterhuis Meerstad · beleid van 20 november 2026\n"))
    }

    @Test("Every finding stands in the text once, under its number")
    func numbers() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        let text = TextReport(report, house: town.house).render()
        for (position, finding) in report.findings.enumerated() {
            let number = "[\(position + 1)]"
            let heads = text.split(separator: "\n").filter {
                $0.hasPrefix("\(number) ") || $0.hasPrefix("  \(number) ")
            }
            #expect(heads.count == 1, "\(number) \(finding.id)")
        }
    }

    @Test("Text without colour holds no escapes, and with colour only around headings")
    func colour() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        let plain = TextReport(report, house: town.house).render()
        #expect(!plain.contains("\u{1B}"))
        let coloured = TextReport(report, house: town.house, isColoured: true).render()
        #expect(coloured.contains("\u{1B}[1mWAT EN WAAR\u{1B}[0m"))
        let stripped = coloured.split(separator: "\u{1B}[1m", omittingEmptySubsequences: false).joined()
            .split(separator: "\u{1B}[0m", omittingEmptySubsequences: false).joined()
        #expect(stripped == plain)
    }
}
