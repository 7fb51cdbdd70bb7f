import Foundation
import KompasTesting
import Testing

/// The commands of the opportunity map, run as a user runs them.
@Suite("Maps of where it fits")
struct MapTests {
    private let house = ["--house", "Tests/Fixtures/house-test", "--on", "2026-11-20"]

    private func run(_ command: String, _ arguments: [String]) async throws -> Ending {
        let scratch = try Scratch()
        return try await Program.kompas.run(
            [command] + arguments + house, environment: ["KOMPAS_CACHE": scratch.path("cache")])
    }

    @Test("hectares per class, in JSON and in words")
    func hectares() async throws {
        let ending = try await run(
            "map", ["--activity", "botenloods", "--change", "nieuw", "--cell", "100", "--format", "json"])
        #expect(ending.code == 0, "\(ending.err)")
        let tree = try Tree(parsing: ending.out)
        #expect(tree["schema"].text == "kompas/opportunity/1")
        #expect(tree["grid"]["cellMetres"].number == 100)
        let prohibited = tree["classes"].first(where: "id", is: "prohibited")
        #expect((prohibited["hectares"].number ?? 0) > 0)
        #expect((prohibited["margin"].number ?? 0) > 0)
        #expect(tree["drawingOrder"].list.first?.text == "prohibited")
        let words = try await run("map", ["--activity", "botenloods", "--change", "nieuw", "--cell", "100"])
        #expect(words.code == 0)
        #expect(words.out.contains("Een cel kan in meer klassen vallen."))
        #expect(words.out.contains("verboden"))
    }

    @Test("cells held against assessments do not differ")
    func verify() async throws {
        for activity in ["botenloods", "steiger", "drijvende-tuin"] {
            for footprint in [[], ["--footprint", "1"]] {
                let ending = try await run(
                    "map", ["--activity", activity, "--cell", "100", "--verify", "100"] + footprint)
                #expect(ending.code == 0, "\(ending.err)")
                #expect(ending.messages.last == "100 cellen los beoordeeld: 0 verschillen")
            }
        }
    }

    @Test("a cell is told as an assessment of the plan in its middle")
    func explain() async throws {
        let map = try await run("map", ["--activity", "botenloods", "--cell", "100", "--format", "json"])
        let box = try Tree(parsing: map.out)["grid"]["box"].list.compactMap(\.number)
        try #require(box.count == 4)
        let (x, y) = (Int(box[0] + box[2]) / 200 * 100 + 30, Int(box[1] + box[3]) / 200 * 100 + 70)
        let cell = try await run(
            "map", ["--activity", "botenloods", "--cell", "100", "--at", "\(x),\(y)", "--format", "json"])
        #expect(cell.code == 0, "\(cell.err)")
        let there = try await run(
            "assess", ["--activity", "botenloods", "--at", "\(x + 20),\(y - 20)", "--format", "json"])
        let (first, second) = (try Tree(parsing: cell.out), try Tree(parsing: there.out))
        #expect(first["receipt"]["resultHash"].text == second["receipt"]["resultHash"].text)
        #expect(first["schema"].text == "kompas/assessment/1")
    }

    @Test("the nearest places keep their distance and say what remains")
    func nearest() async throws {
        let ending = try await run(
            "map",
            ["--activity", "drijvende-tuin", "--cell", "100", "--nearest", "0,0", "--format", "json"])
        #expect(ending.code == 0, "\(ending.err)")
        let places = try Tree(parsing: ending.out)["places"].list
        #expect(!places.isEmpty)
        let distances = places.compactMap { $0["distanceMetres"].number }
        #expect(distances == distances.sorted() && distances.count == places.count)
        for place in places { #expect(!place["remaining"].list.contains { $0.text == "prohibited" }) }
    }

    @Test("on the whole house a place is told, or the places where nothing is certain to stand in the way")
    func nearestOnTheHouse() async throws {
        let scratch = try Scratch()
        func asked(_ activity: String) async throws -> Tree {
            let ending = try await Program.kompas.run(
                [
                    "map", "--activity", activity, "--change", "nieuw", "--cell", "1000", "--nearest", "239450,556050",
                    "--on", Project.day, "--format", "json",
                ], environment: ["KOMPAS_CACHE": scratch.path("cache")])
            #expect(ending.code == 0, "\(ending.err)")
            return try Tree(parsing: ending.out)
        }
        let obstacles = ["prohibited", "no-unless", "undesired"]
        let certain = try await asked("landbouw")
        #expect(!certain["places"].list.isEmpty && certain["possible"].list.isEmpty)
        for place in certain["places"].list {
            let remaining = Set(place["remaining"].list.compactMap(\.text))
            #expect(remaining.isDisjoint(with: obstacles + obstacles.map { $0 + "?" }))
        }
        let possible = try await asked("batterijopslag")
        #expect(possible["places"].list.isEmpty && !possible["possible"].list.isEmpty)
        for place in possible["possible"].list {
            let remaining = Set(place["remaining"].list.compactMap(\.text))
            #expect(remaining.isDisjoint(with: obstacles))
            #expect(!remaining.isDisjoint(with: obstacles.map { $0 + "?" }))
        }
    }

    @Test("that layers are sketches stands under the hectares")
    func sketches() async throws {
        let ending = try await run("map", ["--activity", "drijvende-tuin", "--cell", "100"])
        #expect(ending.out.contains("Getekend op schetsen: alle 2 kaartlagen zijn schematisch. Zeg hiermee niets"))
    }

    @Test("files for a GIS are written whole")
    func files() async throws {
        let scratch = try Scratch()
        let names = ["kaart.png", "kaart.geojson", "kaart.tif", "kaart.gpkg"].map { scratch.path($0) }
        let ending = try await run(
            "map",
            [
                "--activity", "botenloods", "--cell", "100", "--png", names[0], "--geojson", names[1], "--geotiff",
                names[2],
                "--geopackage", names[3],
            ])
        #expect(ending.code == 0, "\(ending.err)")
        func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: name))) }
        #expect(try bytes(names[0]).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let features = try Tree(parsing: String(decoding: try bytes(names[1]), as: UTF8.self))["features"].list
        #expect(!features.isEmpty)
        #expect(features.allSatisfy { $0["geometry"]["type"].text == "MultiPolygon" })
        #expect(try bytes(names[2]).starts(with: [0x49, 0x49]))
        // Made to be read over the web.
        #expect(String(decoding: try bytes(names[2]).prefix(400), as: UTF8.self).contains("LAYOUT=IFDS_BEFORE_DATA"))
        #expect(String(decoding: try bytes(names[3]).prefix(15), as: UTF8.self) == "SQLite format 3")

        let nowhere = try await run(
            "map", ["--activity", "botenloods", "--cell", "100", "--png", scratch.path("geen/map/kaart.png")])
        #expect(nowhere.code == 1)
    }

    @Test("the program behind a map can be read")
    func program() async throws {
        let ending = try await run("map", ["--activity", "botenloods", "--change", "nieuw", "--explain-program"])
        #expect(ending.code == 0)
        #expect(ending.out.contains("oevers.loods.geen-nieuwe [prohibited]: certainly in(oever)"))
        #expect(ending.out.contains("prohibited = "))
    }

    @Test("a difference names norms and hectares, and what stored reports become")
    func difference() async throws {
        let scratch = try Scratch()
        let other = scratch.url("huis")
        try FileManager.default.copyItem(at: Project.root.appending(path: "Tests/Fixtures/house-test"), to: other)
        let norms = other.appending(path: "norms")
        for name in try FileManager.default.contentsOfDirectory(atPath: norms.path) {
            let file = norms.appending(path: name)
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacingOccurrences(
                of: "effect: prohibited\n    advances", with: "effect: permitted\n    advances"
            )
            .write(to: file, atomically: true, encoding: .utf8)
        }
        let map = try Tree(
            parsing: await run(
                "map", ["--activity", "botenloods", "--change", "nieuw", "--cell", "100", "--format", "json"]
            ).out)
        let hectares = map["classes"].first(where: "id", is: "prohibited")["hectares"].number
        let ending = try await run(
            "diff",
            [
                "--activity", "botenloods", "--change", "nieuw", "--cell", "100", "--other-house", other.path,
                "--format", "json",
            ])
        #expect(ending.code == 0, "\(ending.err)")
        let tree = try Tree(parsing: ending.out)
        #expect(tree["norms"]["changed"][0]["norm"].text == "oevers.loods.geen-nieuwe")
        #expect(tree["norms"]["changed"][0]["members"].list.compactMap(\.text) == ["effect"])
        let change = tree["map"]["classes"].first(where: "id", is: "prohibited")
        #expect(change["lost"].number == hectares)
        #expect(change["after"].number == 0)
    }

    @Test("claims stack, and every claim has its norm")
    func pressure() async throws {
        let ending = try await run("pressure", ["--format", "json"])
        #expect(ending.code == 0, "\(ending.err)")
        let tree = try Tree(parsing: ending.out)
        let kinds = Set(tree["claims"].list.compactMap { $0["kind"].text })
        #expect(kinds.isSubset(of: ["task", "protection", "opportunity"]) && !kinds.isEmpty)
        for claim in tree["claims"].list { #expect(!claim["norms"].list.isEmpty) }
    }

    @Test("wrong usage is told with exit 2, wrong plans with exit 1")
    func refusals() async throws {
        for arguments in [
            ["map"], ["map", "--activity", "botenloods", "--cell", "0"],
            ["map", "--activity", "botenloods", "--at", "x"],
            ["diff", "--activity", "botenloods"], ["pressure", "--limit", "0"],
        ] {
            let ending = try await Program.kompas.run(arguments)
            #expect(ending.code == 2, "\(arguments)")
            #expect(ending.out == "")
        }
        let unknown = try await run("map", ["--activity", "botenlood"])
        #expect(unknown.code == 1)
        #expect(unknown.err.contains("botenloods"))
        let large = try await run("map", ["--activity", "botenloods", "--cell", "1", "--footprint", "99999"])
        #expect(large.code == 2)
    }

    @Test("a norm that says the same everywhere is named when it changes")
    func everywhere() async throws {
        let other = ["--activity", "steiger", "--cell", "100", "--other-on", "2018-01-01"]
        let words = try await run("diff", other)
        #expect(words.code == 0, "\(words.err)")
        #expect(
            words.out.contains(
                """
                Verandert op elke plek:
                  procedure: Een steiger melden: geldt overal -> niets dat overal hetzelfde is [haven.steiger.melden]
                """))
        let change = try Tree(parsing: try await run("diff", other + ["--format", "json"]).out)["map"]["everywhere"]
            .list
        #expect(change.count == 1)
        #expect(change.first?["norm"].text == "haven.steiger.melden")
        #expect(change.first?["before"].text == "applies")
        #expect(change.first?["after"].text == nil)
    }

    @Test("a property that the house does not know is refused, with one that looks like it")
    func unknownProperty() async throws {
        let ending = try await run("map", ["--activity", "steiger", "--set", "lengtte=3m", "--cell", "100"])
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(ending.err == "kompas: de eigenschap `lengtte` kent dit huis niet\n  bedoelt u `lengte`?\n")
    }
}
