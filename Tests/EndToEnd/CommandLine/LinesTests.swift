import Foundation
import KompasTesting
import Testing

@Suite("Many plans, one a line")
struct LinesTests {
    private func line(_ example: String) throws -> String {
        let url = Project.root.appending(path: Project.example(example))
        return try String(contentsOf: url, encoding: .utf8).replacing("\n", with: " ")
    }

    @Test("the order is kept over many batches")
    func order() async throws {
        // 150 lines: more than two batches of 64.
        let lines = (0..<150).map { number in
            #"{"type":"Feature","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992","properties":{"title":"plan \#(number)","activities":["zonnepark"]},"geometry":{"type":"Point","coordinates":[\#(230_000 + number * 10),547000]}}"#
        }
        let ending = try await Program.kompas.run(
            ["assess", "--ndjson", "--on", Project.day], input: Data(lines.joined(separator: "\n").utf8))
        #expect(ending.code == 0)
        #expect(ending.err == "")
        let titles = try ending.out.split(separator: "\n").map {
            try Tree(parsing: String($0))["initiative"]["title"].text
        }
        #expect(titles == (0..<150).map { "plan \($0)" })
    }

    @Test("a bad line gives a problem with its number, blank lines count and give nothing, the others go on, exit 1")
    func badLine() async throws {
        let text =
            [
                try line("zonnepark"), "", "{oeps", "   ", try line("fout/buiten-de-provincie"), try line("de-haar"),
            ].joined(separator: "\n") + "\n"
        let ending = try await Program.kompas("assess", "--ndjson", "--on", Project.day, input: text)
        #expect(ending.code == 1)
        let answers = try ending.out.split(separator: "\n").map { try Tree(parsing: String($0)) }
        #expect(
            answers.map { $0["schema"].text } == [
                "kompas/assessment/1", "kompas/problem/1", "kompas/problem/1", "kompas/assessment/1",
            ])
        try #require(answers.count == 4)
        #expect(answers[1]["line"].number == 3)
        #expect(answers[1]["problems"][0]["kind"].text == "syntax")
        #expect(answers[2]["line"].number == 5)
        #expect(answers[2]["problems"][0]["kind"].text == "outsideHouse")
        #expect(answers[3]["initiative"]["title"].text == "Vergroting oefenterrein De Haar")
    }

    @Test("no lines give no reports")
    func empty() async throws {
        let ending = try await Program.kompas("assess", "--ndjson", "--on", Project.day, input: "\n\n")
        #expect(ending.code == 0)
        #expect(ending.out == "")
    }
}
