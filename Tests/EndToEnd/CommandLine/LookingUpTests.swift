import KompasTesting
import Testing

@Suite("Looking things up")
struct LookingUpTests {
    @Test("a search answers id, label and score, the best first, and forgives a typing error")
    func search() async throws {
        let ending = try await Program.kompas("activities", "--search", "opslag waterstof", "--format", "json")
        #expect(ending.code == 0)
        let tree = try Tree(parsing: ending.out)
        #expect(tree.keys == ["results"])
        let results = tree["results"].list
        #expect(results.first?["id"].text == "opslag-waterstof")
        for result in results { #expect(result.keys == ["id", "label", "score"]) }
        let scores = results.compactMap { $0["score"].number }
        #expect(scores.count == results.count)
        #expect(scores == scores.sorted(by: >))

        let mistyped = try await Program.kompas("activities", "--search", "zonepark", "--format", "json")
        #expect(try Tree(parsing: mistyped.out)["results"][0]["id"].text == "zonnepark")
        let nothing = try await Program.kompas("activities", "--search", "xyzzy", "--format", "json")
        #expect(nothing.code == 0)
        #expect(nothing.out == "{\"results\":[]}\n")
    }

    @Test("every id that reports name can be explained")
    func explain() async throws {
        let report = try await Assessing.example("co2-leeg-gasveld")
        let norms = Array(Set(report["findings"].list.compactMap { $0["norm"].text }).sorted().prefix(20))
        try #require(norms.count == 20)
        let others = [
            "opslag-co2", "gasreservoirs", "bodemstrategie-2021", "temperatuur", "natuur", "veld-zuidwest",
            "arrangement-3-7-de-haar", "bodem-temperatuurgrenzen",
        ]
        for id in norms + others {
            let ending = try await Program.kompas("explain", id, "--format", "json", "--on", Project.day)
            #expect(ending.code == 0, "\(id): \(ending.err)")
            let explanations = try Tree(parsing: ending.out).list
            #expect(explanations.contains { $0["id"].text == id }, "\(id)")
            if norms.contains(id) { #expect(explanations.contains { $0["kind"].text == "norm" }, "\(id)") }
        }
    }

    @Test("an id that does not exist gives near misses and exit 1")
    func unknownId() async throws {
        let ending = try await Program.kompas("explain", "zonneparkk")
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(ending.messages == ["kompas: `zonneparkk` bestaat niet in dit huis", "bedoelt u `zonnepark`?"])
    }

    @Test("layers names every designation with its layer, or without")
    func layers() async throws {
        let ending = try await Program.kompas("layers", "--format", "json")
        let rows = try Tree(parsing: ending.out)["layers"]
        let network = rows.first(where: "designation", is: "natuurnetwerk")
        #expect(network["precisionMetres"].number == 100)
        #expect(network["basis"].text == "schematic")
        #expect(network["licence"].text == "CC0-1.0")
        #expect(network["failure"].isNull)
        #expect(rows.first(where: "designation", is: "aquifers-geothermie")["layer"].isNull)
    }

    @Test("doctor tells the versions and whether the grid of the map projection is there")
    func doctor() async throws {
        let ending = try await Program.kompas("doctor", "--format", "json")
        #expect(ending.code == 0)
        let checks = try Tree(parsing: ending.out)["checks"]
        #expect(
            checks.list.compactMap { $0["name"].text } == [
                "programma", "GEOS", "PROJ", "RD-raster", "huis", "kaartlagen", "kompas-import", "PDF",
            ])
        for check in checks.list { #expect(["ok", "warning"].contains(check["state"].text)) }
        #expect(checks.first(where: "name", is: "kompas-import")["state"].text == "ok")
        let broken = try await Program.kompas("doctor", "--house", "docs")
        #expect(broken.code == 3)
    }

    @Test("the content has no errors")
    func check() async throws {
        let ending = try await Program.kompas("check", "--format", "json", "--on", Project.day)
        #expect(ending.code == 0)
        let findings = try Tree(parsing: ending.out)["findings"]
        #expect(findings.all(where: "severity", is: "error").isEmpty)
    }
}
