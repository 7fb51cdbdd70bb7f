import KompasTesting
import Testing

@testable import Reporting

@Suite("Golden text reports")
struct GoldenReportTests {
    private func text(_ report: TextReport) -> String {
        // Versions of libraries differ between machines; all else must not.
        report.render().split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                for word in ["GEOS ", "Uitkomst "] where line.contains(word) {
                    return String(line.prefix(while: { $0 == " " })) + "(\(word.dropLast()) laten we hier weg)"
                }
                return String(line)
            }.joined(separator: "\n")
    }

    @Test("The report of everything at once in the water town reads as it was read", arguments: [100, 60])
    func everything(_ width: Int) throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        let text = text(TextReport(report, house: town.house, width: width))
        #expect(try GoldenFile("Reports/waterstad-\(width).txt").difference(from: text) == nil)
    }

    @Test("The report of nothing found reads as it was read")
    func nothing() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(
            #"{"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[201000,508000]},"#
                + #""properties":{"activities":["varen"]}}"#)
        #expect(
            try GoldenFile("Reports/niets.txt").difference(from: text(TextReport(report, house: town.house))) == nil)
    }
}
