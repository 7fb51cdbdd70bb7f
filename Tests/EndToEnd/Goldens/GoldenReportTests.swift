import KompasTesting
import Testing

@Suite("Golden reports of the examples")
struct GoldenReportTests {
    /// Kept whole; of the others only the outcome in short.
    private static let whole = ["co2-leeg-gasveld", "de-haar", "wko-filter-60-120"]

    private func report(_ example: String) async throws -> Report {
        example == "wko-filter-60-120"
            ? try await Assessing.example(example, "--demo") : try await Assessing.example(example)
    }

    @Test("whole report", arguments: whole)
    func wholeReport(example: String) async throws {
        let text = ReportProfile(report: try await report(example)).whole
        let difference = try GoldenFile("Examples/\(example).json", file: #filePath).difference(from: text)
        #expect(difference == nil)
    }

    @Test("outcome in short", arguments: Project.examples.filter { !whole.contains($0) })
    func outcome(example: String) async throws {
        let text = ReportProfile(report: try await report(example)).short
        let difference = try GoldenFile("Examples/\(example).txt", file: #filePath).difference(from: text)
        #expect(difference == nil)
    }

    @Test("text of the report on De Haar, without versions and hashes")
    func text() async throws {
        let ending = try await Program.kompas("assess", Project.example("de-haar"), "--on", Project.day)
        #expect(ending.code == 0)
        #expect(ending.err == "")
        let lines = ending.out.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            ["  Programma  ", "  Inhoud  ", "  Uitkomst  "].first { line.hasPrefix($0) }.map { $0 + "..." }
                ?? String(line)
        }
        let difference = try GoldenFile("Examples/de-haar-text.txt", file: #filePath)
            .difference(from: lines.joined(separator: "\n"))
        #expect(difference == nil)
    }
}
