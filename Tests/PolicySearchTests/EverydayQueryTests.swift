import Foundation
import KompasTesting
import NormEngine
import PolicyModel
import Testing

/// Questions as people type them, with what they should find: `Tests/Fixtures/words/search-queries.csv`, written down before the
/// search was first tried on them.
@Suite("Everyday questions to the real house")
struct EverydayQueryTests {
    private struct Question {
        var text: String
        var expected: Set<String>
    }

    private func questions() throws -> [Question] {
        let file = PackageRoot.url("Tests/Fixtures/words/search-queries.csv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: ";")
            return Question(
                text: String(fields[0]),
                expected: Set(fields[1].replacing(":", with: " ").split(separator: "|").map(String.init)))
        }
    }

    /// What is known not to work: an irregular verb, two words that many texts have, and a question in other words than the text.
    private static let misses = [
        "mag er nog aardgas gewonnen worden", "duisternis", "snelfietsroute", "voor wie geldt de visie",
    ]

    @Test("All but a few of the questions find what they should among the first three")
    func firstThree() throws {
        let house = try SearchableHouse.pv22()
        let questions = try questions()
        #expect(questions.count == 71)
        var missed: [String] = []
        var first = 0
        for question in questions {
            let found = try house.found(question.text, limit: 3)
            if found.first.map(question.expected.contains) == true { first += 1 }
            if question.expected.isDisjoint(with: found) { missed.append(question.text) }
        }
        print("search: \(questions.count - missed.count) of \(questions.count) among the first three, \(first) first")
        #expect(missed == Self.misses)
        #expect(first >= 50)
    }

    @Test("What is expected exists, so that no question can be missed by a slip of the pen")
    func expectedExists() throws {
        let index = try SearchableHouse.pv22().index
        let ids = index.house.recordIds
        for question in try questions() {
            for name in question.expected {
                let id = String(name.split(separator: " ")[1])
                #expect(ids.contains(id), "\(question.text): \(name)")
            }
        }
    }
}
