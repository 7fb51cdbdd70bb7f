import KompasTesting
import Testing

@Suite("Subcommands")
struct SubcommandTests {
    @Test(
        "every subcommand answers JSON on standard output and says nothing on standard error",
        arguments: [
            ["assess", "Examples/zonnepark.json"], ["place", "--at", "233000,547000"],
            ["explain", "zonnepark"], ["activities"], ["activities", "--search", "zon"], ["layers"], ["check"],
            ["doctor"],
        ])
    func json(arguments: [String]) async throws {
        let ending = try await Program.kompas.run(arguments + ["--format", "json"])
        #expect(ending.code == 0)
        #expect(ending.err == "")
        #expect(throws: Never.self) { try Tree(parsing: ending.out) }
    }

    @Test(
        "every subcommand answers in words, without colour off a terminal",
        arguments: [
            ["assess", "Examples/zonnepark.json"], ["place", "--at", "233000,547000"], ["explain", "zonnepark"],
            ["activities"], ["layers"], ["check"], ["doctor"],
        ])
    func text(arguments: [String]) async throws {
        for environment in [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color", "COLORTERM": "truecolor"]] {
            let ending = try await Program.kompas.run(arguments, environment: environment)
            #expect(ending.code == 0)
            #expect(ending.err == "")
            let isColoured = ending.out.contains("\u{1B}")
            #expect(!isColoured)
            #expect(ending.out.hasSuffix("\n"))
        }
    }

    @Test("a subcommand that is not there gives the near miss and exit 2")
    func unknownSubcommand() async throws {
        let near = try await Program.kompas("asses")
        #expect(near.code == 2)
        #expect(near.out == "")
        #expect(near.messages == ["kompas: het commando `asses` bestaat niet", "bedoelt u `assess`?"])
        let far = try await Program.kompas("xyzzy")
        #expect(far.code == 2)
        #expect(far.messages.last == "`kompas --help` toont wat er is")
    }

    @Test(
        "wrong usage is exit 2 and leaves standard output empty",
        arguments: [
            ["assess"], ["assess", "--frob"], ["--frob"], ["place"], ["explain"], ["replay"],
            ["assess", "Examples/zonnepark.json", "--format", "docx"],
            ["assess", "Examples/zonnepark.json", "--activity", "zonnepark"],
            ["assess", "Examples/zonnepark.json", "--ndjson"],
            ["assess", "--activity", "zonnepark"],
            ["assess", "--activity", "zonnepark", "--at", "233000"],
            ["assess", "--activity", "zonnepark", "--at", "x,y"],
            ["assess", "--activity", "zonnepark", "--at", "1,2", "--lonlat", "6,53"],
            ["assess", "--activity", "zonnepark", "--at", "233000,547000", "--radius=-3"],
            ["assess", "--activity", "zonnepark", "--at", "233000,547000", "--depth", "diep"],
            ["assess", "--activity", "zonnepark", "--at", "233000,547000", "--set", "woningen"],
            ["place", "--at", "233000,547000", "--on", "2026-02-30"],
            ["place", "--at", "233000,547000", "--on", "gisteren"],
            ["check", "--stamp"],
        ])
    func wrongUsage(arguments: [String]) async throws {
        let ending = try await Program.kompas.run(arguments)
        #expect(ending.code == 2)
        #expect(ending.out == "")
        #expect(!ending.err.isEmpty)
    }

    @Test("a day that does not exist is named")
    func day() async throws {
        let ending = try await Program.kompas("place", "--at", "233000,547000", "--on", "2026-02-30")
        #expect(ending.messages.first == "Fout: `2026-02-30` is geen dag; schrijf JJJJ-MM-DD")
    }

    @Test("today is the day in the Netherlands, wherever the machine stands")
    func today() async throws {
        var days: Set<String> = []
        for zone in ["Pacific/Kiritimati", "Europe/Amsterdam", "Etc/GMT+12"] {
            let ending = try await Program.kompas.run(
                ["place", "--at", "233000,547000", "--format", "json"], environment: ["TZ": zone])
            days.insert(try Tree(parsing: ending.out)["asOf"].text ?? "")
        }
        #expect(days.count == 1)
    }

    @Test("the version goes to standard output")
    func version() async throws {
        let ending = try await Program.kompas("--version")
        #expect(ending.code == 0)
        #expect(ending.out.hasPrefix("kompas "))
        #expect(ending.err == "")
    }
}
