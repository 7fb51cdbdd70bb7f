import KompasTesting
import Testing

@Suite("Golden help texts")
struct GoldenHelpTests {
    static let subcommands = [
        "activities", "assess", "audit", "backup", "check", "diff", "doctor", "examples", "explain", "export", "import",
        "layers", "map", "place", "pressure", "replay", "restore", "search", "serve",
    ]

    @Test("help of the program")
    func program() async throws {
        let ending = try await Program.kompas("--help")
        #expect(ending.code == 0)
        #expect(ending.err == "")
        let difference = try GoldenFile("Help/kompas.txt", file: #filePath).difference(from: ending.out)
        #expect(difference == nil)
        // No subcommand without a golden help text.
        let listed = ending.out.split(separator: "\n").drop { $0 != "OPDRACHTEN:" }.dropFirst()
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(listed.filter { !$0.hasPrefix("'") }.sorted() == Self.subcommands)
    }

    @Test("help of a subcommand, asked in two ways", arguments: subcommands)
    func subcommand(name: String) async throws {
        let ending = try await Program.kompas("help", name)
        #expect(ending.code == 0)
        #expect(ending.err == "")
        let difference = try GoldenFile("Help/\(name).txt", file: #filePath).difference(from: ending.out)
        #expect(difference == nil)
        // `import --help` is that of the program which it runs.
        if name != "import" {
            let flag = try await Program.kompas(name, "--help")
            #expect(flag.code == 0)
            #expect(flag.out == ending.out)
        }
    }

    @Test(
        "help of a subcommand of a subcommand",
        arguments: [["audit", "verify"], ["audit", "texts"], ["audit", "erase"]])
    func nested(names: [String]) async throws {
        let ending = try await Program.kompas.run(["help"] + names)
        #expect(ending.code == 0)
        #expect(ending.err == "")
        let file = GoldenFile("Help/\(names.joined(separator: "-")).txt", file: #filePath)
        let difference = try file.difference(from: ending.out)
        #expect(difference == nil)
        let flag = try await Program.kompas.run(names + ["--help"])
        #expect(flag.out == ending.out)
    }

    @Test("help of the importer")
    func importer() async throws {
        let ending = try await Program.kompasImport("--help")
        #expect(ending.code == 0)
        let difference = try GoldenFile("Help/kompas-import.txt", file: #filePath).difference(from: ending.out)
        #expect(difference == nil)
        let through = try await Program.kompas("import", "--help")
        #expect(through.code == 0)
        #expect(through.out == ending.out)
    }
}
