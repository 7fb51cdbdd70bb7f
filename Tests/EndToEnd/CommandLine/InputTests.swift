import Foundation
import KompasTesting
import Testing

@Suite("What comes in")
struct InputTests {
    @Test("a file, standard input and a line of many give the same report to the byte")
    func sameReport() async throws {
        let file = Project.root.appending(path: Project.example("zonnepark"))
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let options = ["--on", Project.day]
        let fromFile = try await Program.kompas.run(["assess", file.path, "--format", "json"] + options)
        let fromInput = try await Program.kompas.run(
            ["assess", "-", "--format", "json"] + options, input: Data(text.utf8))
        let line = text.replacing("\n", with: " ") + "\n"
        let fromLine = try await Program.kompas.run(["assess", "--ndjson"] + options, input: Data(line.utf8))
        #expect(fromFile.code == 0)
        #expect(fromInput.out == fromFile.out)
        #expect(fromLine.out == fromFile.out)
    }

    @Test("coordinates are read in the system that the file or --crs names, and in longitude and latitude otherwise")
    func systems() async throws {
        let scratch = try Scratch()
        let text = try String(
            contentsOf: Project.root.appending(path: Project.example("zonnepark")), encoding: .utf8)
        let bare = text.replacing("\"coordRefSys\": \"http://www.opengis.net/def/crs/EPSG/0/28992\",", with: "")
        try #require(bare != text)
        let path = try scratch.write(bare, to: "zonder.json")
        let report = try await Assessing.flags(path, "--crs", "EPSG:28992")
        // 500 by 400 metres.
        #expect(report["initiative"]["parts"][0]["measure"]["value"].number == 200_000)
        let refused = try await Program.kompas("assess", path)
        #expect(refused.code == 1)
        #expect(refused.err.contains("ligt buiten Nederland in OGC:CRS84; het past wel in EPSG:28992"))
        let unknown = try await Program.kompas("assess", path, "--crs", "EPSG:9999")
        #expect(unknown.code == 1)
        #expect(unknown.err.contains("het coördinatenstelsel `EPSG:9999` kent Kompas niet"))
    }

    @Test("the house comes from the environment too")
    func houseFromEnvironment() async throws {
        let ending = try await Program.kompas.run(
            ["activities", "--format", "json"], environment: ["KOMPAS_HOUSE": "Tests/Fixtures/house-test"])
        #expect(ending.code == 0)
        #expect(try Tree(parsing: ending.out)["results"][0]["id"].text == "boren")
        let wrong = try await Program.kompas.run(["activities"], environment: ["KOMPAS_HOUSE": "docs"])
        #expect(wrong.code == 1)
        #expect(wrong.messages == ["kompas: in `docs` staat geen huis", "een huis is een map met `house.yaml`"])
    }

    @Test("what is no JSON is refused with line and column")
    func syntax() async throws {
        let scratch = try Scratch()
        let path = try scratch.write("{\"type\": \"Feature\",\n \"geometry\": oeps}", to: "fout.json")
        let ending = try await Program.kompas("assess", path)
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(
            ending.messages == [
                "Het initiatief klopt niet:",
                "dit is geen geldige JSON; het gaat mis op regel 2, kolom 14 (open het bestand in een programma dat JSON nakijkt)",
            ])
        let json = try await Program.kompas("assess", path, "--format", "json")
        #expect(json.code == 1)
        #expect(json.err == "")
        let problem = try Tree(parsing: json.out)
        #expect(problem["schema"].text == "kompas/problem/1")
        #expect(problem["status"].number == 400)
        #expect(problem["problems"][0]["kind"].text == "syntax")
        #expect(problem["problems"][0]["message"].text == "dit is geen geldige JSON; het gaat mis op regel 2, kolom 14")
    }

    @Test(
        "what is JSON but no plan is refused",
        arguments: [
            "", "[]", "3", "null", "{}", #"{"type":"Feature"}"#, #"{"type":"FeatureCollection","features":[]}"#,
        ])
    func noPlan(text: String) async throws {
        let ending = try await Program.kompas("assess", "-", input: text)
        #expect(ending.code == 1)
        #expect(!ending.isCrash)
        #expect(ending.out == "")
        #expect(ending.messages.count >= 2)
    }

    @Test("a file that is not there, and a folder")
    func noFile() async throws {
        let scratch = try Scratch()
        let (missing, folder) = (scratch.path("nergens.json"), scratch.folder.path)
        for (path, message) in [
            (missing, "kompas: het bestand `\(missing)` bestaat niet"), (folder, "kompas: `\(folder)` is een map"),
        ] {
            let ending = try await Program.kompas("assess", path)
            #expect(ending.code == 1)
            #expect(ending.out == "")
            #expect(ending.messages.first == message)
        }
    }

    @Test("all problems come at once, each with its place")
    func allAtOnce() async throws {
        let text = #"""
            {"type":"Feature","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992",
             "geometry":{"type":"Point","coordinates":[233000,547000]},
             "properties":{"activities":["zonneparkk"],"change":"ooit","depth":{"use":[9,3]},"woningen":"veel"}}
            """#
        let ending = try await Program.kompas("assess", "-", "--format", "json", input: text)
        #expect(ending.code == 1)
        let pointers = try Tree(parsing: ending.out)["problems"].list.compactMap { $0["pointer"].text }
        #expect(
            Set(pointers) == [
                "/properties/activities/0", "/properties/change", "/properties/depth/use", "/properties/woningen",
            ])
    }

    @Test("more than 200,000 vertices are refused, and nothing else is said of the closed ring")
    func tooManyVertices() async throws {
        let scratch = try Scratch()
        var ring = (0..<200_999).map { number -> String in
            let angle = Double(number) / 200_999 * 2 * Double.pi
            return "[\(230_000 + 1000 * cos(angle)),\(545_000 + 1000 * sin(angle))]"
        }
        ring.append(ring[0])
        let path = try scratch.write(
            #"{"type":"Feature","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992","properties":{"activities":["zonnepark"]},"geometry":{"type":"Polygon","coordinates":[["#
                + ring.joined(separator: ",") + "]]}}", to: "groot.json")
        let ending = try await Program.kompas("assess", path)
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(ending.err.contains("de geometrie heeft meer dan 200000 punten"))
        #expect(ending.messages.count == 2)
    }

    @Test("five megabytes of brackets are refused without a crash", arguments: ["[", "{\"a\":", "[[{\"type\":["])
    func deep(unit: String) async throws {
        let text = String(repeating: unit, count: 5_000_000 / unit.utf8.count)
        let ending = try await Program.kompas("assess", "-", input: text)
        #expect(!ending.isCrash)
        #expect(ending.code == 1)
        #expect(ending.messages.last?.hasPrefix("dit is geen geldige JSON; het gaat mis op regel 1, kolom ") == true)
    }

    @Test("bytes that are no text are refused without a crash")
    func noText() async throws {
        let bytes = Data(#"{"type":"Feat"#.utf8) + Data([0xFF, 0xFE, 0x00]) + Data(#""}"#.utf8)
        let ending = try await Program.kompas.run(["assess", "-"], input: bytes)
        #expect(!ending.isCrash)
        #expect(ending.code == 1)
        #expect(ending.out == "")
    }
}
