import CanonicalJSON
import Foundation
import KompasTesting
import Testing

@Suite("Answers and contests in the input")
struct AnswerTests {
    /// An example with one more member at its top.
    private func assess(_ example: String, _ member: String, _ json: String, _ more: String...) async throws -> Report {
        let url = Project.root.appending(path: Project.example(example))
        var object = try #require(try JSONValue.parse(try Data(contentsOf: url)).object)
        object[member] = try JSONValue.parse(json.utf8)
        let ending = try await Program.kompas.run(
            ["assess", "-", "--on", Project.day, "--format", "json"] + more,
            input: Data(try JSONValue.object(object).canonicalString.utf8))
        try #require(ending.code == 0, "\(ending.err)\(ending.out.prefix(500))")
        return Report(tree: try Tree(parsing: ending.out), ending: ending)
    }

    @Test("an answer decides a trigger", arguments: [(true, "yes"), (false, "no")])
    func trigger(value: Bool, state: String) async throws {
        let answer = #"{"natura2000-significante-gevolgen":{"value":\#(value),"by":"planner","reason":"Nagegaan."}}"#
        let report = try await assess("de-haar", "answers", answer)
        let trigger = report.trigger("passende-beoordeling-nodig")
        #expect(trigger["state"].text == state)
        #expect(trigger["open"].list.isEmpty)
    }

    @Test("a condition that rests on an answer says that a person decided it")
    func condition() async throws {
        let answer = #"{"wko-restricties-zone2":{"value":true,"by":"geoloog","reason":"Nagegaan."}}"#
        let report = try await assess("wko-filter-60-120", "answers", answer, "--demo")
        let finding = try report.finding("bodem.energie.wko-zone2-restrictie")
        let condition = finding["conditions"].first(where: "id", is: "beperkingen")
        #expect(condition["state"].text == "met")
        #expect(condition["basis"].text == "human")
    }

    @Test("an answer decides a norm", arguments: [true, false])
    func norm(value: Bool) async throws {
        let norm = "bodem.energie.wko-zone1-verbod-boring"
        let answer = #"{"wko-boring-telt":{"value":\#(value),"by":"geoloog","reason":"Nagegaan."}}"#
        let report = try await assess("wko-filter-60-120", "answers", answer, "--demo")
        if value {
            #expect(try report.finding(norm)["state"].text == "applies")
        } else {
            #expect(!report.hasFinding(norm))
            #expect(report.notApplied(norm)["detail"].text == "question:wko-boring-telt")
        }
    }

    @Test("an answer to a question that nobody asks is a warning")
    func unknownQuestion() async throws {
        let report = try await assess("zonnepark", "answers", #"{"bestaat-niet":{"value":true,"by":"planner"}}"#)
        #expect(
            report["warnings"].texts == [
                "Het antwoord op `bestaat-niet` hoort bij geen enkele vraag van dit huis en telt niet mee."
            ])
    }

    @Test("a contested finding stays, and what follows from it is left out")
    func contest() async throws {
        let norm = "bodem.energie.zoutkoepels-voorkeur"
        let without = try await Assessing.example("waterstof-hooghalen")
        #expect(without["tensions"].list.contains { $0["between"].texts.contains(norm) })
        let report = try await assess(
            "waterstof-hooghalen", "contests", #"[{"finding":"\#(norm)","by":"planner","reason":"Verouderd."}]"#)
        #expect(try report.finding(norm)["contested"].flag == true)
        #expect(try report.finding(norm)["state"].text == "applies")
        #expect(!report["tensions"].list.contains { $0["between"].texts.contains(norm) })
    }
}
