import Foundation
import KompasTesting
import Testing

@Suite("Examples with bytes changed at random")
struct MutatedInputTests {
    private static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1" ? Array(1...40) : [1, 2]

    @Test("every line is answered in its place, with a report or with problems, and nothing crashes", arguments: seeds)
    func answered(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let examples = try Project.examples.map { name in
            let url = Project.root.appending(path: Project.example(name))
            return [UInt8](try Data(contentsOf: url)).map { $0 == 0x0A ? 0x20 : $0 }
        }
        var input = Data()
        for number in 0..<200 {
            var line = examples[number % examples.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&line, using: &random) }
            input += Data(line.filter { $0 != 0x0A && $0 != 0x0D }) + Data([0x0A])
        }
        let ending = try await Program.kompas.run(["assess", "--ndjson", "--on", Project.day], input: input)
        #expect(!ending.isCrash)
        #expect(ending.code == 1)
        #expect(ending.err == "")
        let answers = try ending.out.split(separator: "\n").map { try Tree(parsing: String($0)) }
        #expect(answers.count == 200)
        for (number, answer) in answers.enumerated() where answer["schema"].text != "kompas/assessment/1" {
            #expect(answer["schema"].text == "kompas/problem/1")
            #expect(answer["line"].number == Double(number + 1))
            #expect(!answer["problems"].list.isEmpty)
            for problem in answer["problems"].list { #expect(problem["message"].text?.isEmpty == false) }
        }
    }

    private static let pieces = [
        "-", "1e308", "null", "[]", "{}", "\"", "999999999999999999999999999999", "\\ud800", "\\u0000", "0.0000001",
        "true", ",", "}", "]",
    ]

    private func mutate(_ line: inout [UInt8], using random: inout SeededGenerator) {
        let place = Int.random(in: 0..<line.count, using: &random)
        let end = min(line.count, place + Int.random(in: 1...8, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: line[place] = UInt8.random(in: 0x20...0x7E, using: &random)
        case 1: line.removeSubrange(place..<end)
        case 2: line.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
        default: line.insert(contentsOf: line[place..<end], at: Int.random(in: 0..<line.count, using: &random))
        }
        if line.isEmpty { line = [0x7B] }
    }
}
