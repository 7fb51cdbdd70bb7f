import Foundation
import KompasTesting
import Testing

@Suite("Replaying a report")
struct ReplayTests {
    private func report(_ arguments: String...) async throws -> String {
        let ending = try await Program.kompas.run(["assess"] + arguments + ["--on", Project.day, "--format", "json"])
        try #require(ending.code == 0)
        return ending.out
    }

    @Test("the very report is identical, from a file and from standard input")
    func identical() async throws {
        let scratch = try Scratch()
        let text = try await report(Project.example("de-haar"))
        let file = try scratch.write(text, to: "rapport.json")
        for (path, input) in [(file, ""), ("-", text)] {
            let ending = try await Program.kompas("replay", path, input: input)
            #expect(ending.code == 0)
            #expect(ending.out == "identical\n")
            #expect(ending.err == "")
        }
        let json = try await Program.kompas("replay", file, "--format", "json")
        #expect(json.code == 0)
        let tree = try Tree(parsing: json.out)
        #expect(tree["outcome"].text == "identical")
        #expect(tree["pointers"].list.isEmpty)
    }

    @Test("a report made with the example layers replays with them, one made with flags too")
    func request() async throws {
        for arguments in [
            [Project.example("wko-filter-60-120"), "--demo"],
            ["--activity", "woningbouw", "--place", "Hooghalen", "--radius", "50", "--set", "woningen=12"],
            ["--activity", "zonnepark", "--lonlat", "6.56,52.99"],
        ] {
            let ending = try await Program.kompas.run(
                ["assess"] + arguments + ["--on", Project.day, "--format", "json"])
            let replay = try await Program.kompas("replay", "-", input: ending.out)
            #expect(replay.out == "identical\n")
        }
    }

    @Test("a report that was tampered with differs, with pointers, and exit 1")
    func tampered() async throws {
        let text = try await report(Project.example("de-haar"))
        let changed = text.replacing("\"distanceMetres\":472.2", with: "\"distanceMetres\":9472.2")
        try #require(changed != text)
        let ending = try await Program.kompas("replay", "-", input: changed)
        #expect(ending.code == 1)
        let lines = ending.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.first == "differs")
        #expect(lines.contains("/place/nearby/0/distanceMetres"))
        #expect(lines.contains { $0.hasPrefix("/layers/") && $0.hasSuffix("/hits/0/distanceMetres") })
        let json = try await Program.kompas("replay", "-", "--format", "json", input: changed)
        #expect(json.code == 1)
        #expect(try Tree(parsing: json.out)["outcome"].text == "differs")
    }

    @Test("another version of a library is named as such")
    func otherEngine() async throws {
        let text = try await report(Project.example("zonnepark"))
        let geos = try #require(try Tree(parsing: text)["receipt"]["geos"].text)
        let changed = text.replacing("\"geos\":\"\(geos)\"", with: "\"geos\":\"0.0.1\"")
        let ending = try await Program.kompas("replay", "-", input: changed)
        #expect(ending.code == 0)
        #expect(ending.out.hasPrefix("identical-under-other-engine\n"))
    }

    @Test(
        "a report that lost its request is refused",
        arguments: [
            #"{"schema":"kompas/assessment/1"}"#, #"{"schema":"kompas/assessment/1","request":{}}"#,
            #"{"schema":"kompas/assessment/1","request":3,"asOf":"x"}"#,
        ])
    func lostRequest(text: String) async throws {
        let ending = try await Program.kompas("replay", "-", input: text)
        #expect(ending.code == 1)
        #expect(!ending.isCrash)
        #expect(
            ending.messages == ["kompas: het rapport draagt niet meer bij zich wat er gevraagd is (`request`, `asOf`)"])
    }

    @Test("other JSON is refused")
    func noReport() async throws {
        let ending = try await Program.kompas("replay", Project.example("zonnepark"))
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(ending.messages == ["kompas: dit is geen rapport van het schema kompas/assessment/1"])
        let syntax = try await Program.kompas("replay", "-", input: "{oeps")
        #expect(syntax.code == 1)
        #expect(syntax.out == "")
    }
}
