import Foundation
import KompasTesting
import Testing

/// Real maps through the importer. The expected numbers come from shapely 2.2 (GEOS) on the same files: the union of the
/// features of a designation, cut with the place; features in longitude and latitude transformed by pyproj 3.7 from OGC:CRS84
/// to EPSG:28992, corner by corner.
@Suite("Real map layers", .needsSharedGeodata)
struct RealLayersTests {
    /// Imports a layer; refuses when that fails.
    private func add(
        _ designation: String, from file: String, name: String, where filter: String? = nil, to store: String
    ) async throws -> Ending {
        var arguments = [
            Project.geodata(file), "--store", store, "--designation", designation, "--name-field", name, "--licence",
            "CC-BY-4.0", "--format", "json",
        ]
        if let filter { arguments += ["--where", filter] }
        let ending = try await Program.kompasImport.run(arguments)
        try #require(ending.code == 0, "\(ending.err)")
        return ending
    }

    private let provinces = "boundaries/pdok_cbs_provinces_nl_2025.json"
    private let ordinance = "zeeland/omgevingsverordening_zeeland_2025.gpkg"

    /// A square of 600 by 600 metres from its south-west corner, in the house of Zeeland.
    private func zeeland(_ x: Int, _ y: Int, store: String) async throws -> Report {
        let plan = """
            {"type":"Feature","coordRefSys":"http://www.opengis.net/def/crs/EPSG/0/28992",
             "properties":{"activities":["evenement","boren","afgraven"],"depth":{"use":[5,10]}},
             "geometry":{"type":"Polygon","coordinates":[[[\(x),\(y)],[\(x + 600),\(y)],[\(x + 600),\(y + 600)],[\(x),\(y + 600)],[\(x),\(y)]]]}}
            """
        let ending = try await Program.kompas(
            "assess", "-", "--house", "Tests/Fixtures/house-zeeland", "--layers", store, "--on", Project.day,
            "--format",
            "json", input: plan)
        try #require(ending.code == 0, "\(ending.err)\(ending.out.prefix(500))")
        return Report(tree: try Tree(parsing: ending.out), ending: ending)
    }

    @Test("another province: findings and areas of its ordinance are those of shapely", .timeLimit(.minutes(2)))
    func zeelandFindings() async throws {
        let scratch = try Scratch()
        let store = scratch.path("zeeland.sqlite")
        _ = try await add("provinciegrens", from: provinces, name: "statnaam", where: "statnaam='Zeeland'", to: store)
        for (designation, title, count) in [
            ("stiltegebied", "stiltegebied b", 170), ("ganzenrustgebied", "ganzenrustgebieden", 36),
            ("grondwaterbescherming", "grondwaterbeschermingszone", 8),
            ("aardkundig-waardevol", "aardkundig waardevolle gebieden", 60),
        ] {
            let ending = try await add(
                designation, from: ordinance, name: "locatie_naam", where: "gio_titel='\(title)'", to: store)
            let told = try Tree(parsing: ending.out)
            #expect(told["features"].number == Double(count))
            #expect(told["repaired"].list.isEmpty)
        }

        // Areas in m2: 209,793.38, 294,614.38, none (25,774.6 m away) and 324,922.55, which is 0.9026 of 360,000.
        let first = try await zeeland(58_000, 390_000, store: store)
        #expect(
            outcome(first) == ["aardkundig.afgraven applies", "ganzen.evenement applies", "stilte.evenement applies"])
        #expect(first.notApplied("grondwater.boren")["detail"].text == "in:grondwaterbescherming")
        #expect(step(try first.finding("stilte.evenement")) == 209_793)
        #expect(step(try first.finding("ganzen.evenement")) == 294_614)
        #expect(step(try first.finding("aardkundig.afgraven")) == 0.9026)
        #expect(try first.finding("stilte.evenement")["force"].text == "binding")
        #expect(try first.finding("ganzen.evenement")["conditionsState"].text == "open")
        // The ordinance holds every quiet area twice; the area of the place is counted once.
        #expect(
            first.layer("stiltegebied")["hits"].list.compactMap { $0["overlap"]["value"].number } == [209_793, 209_793])

        // Areas in m2: 327,785.35, none (21,579.8 m away), 291,496.12 and 321,739.14, which is 0.8937.
        let second = try await zeeland(27_500, 400_500, store: store)
        #expect(
            outcome(second) == ["aardkundig.afgraven applies", "grondwater.boren applies", "stilte.evenement applies"])
        #expect(second.notApplied("ganzen.evenement")["detail"].text == "in:ganzenrustgebied")
        #expect(step(try second.finding("stilte.evenement")) == 327_785)
        #expect(step(try second.finding("grondwater.boren")) == 291_496)
        #expect(step(try second.finding("aardkundig.afgraven")) == 0.8937)

        // Areas in m2: 38,949.84, 225,499.50, none (22,451.3 m away) and 36,051.78, which is 0.1001: less than half.
        let third = try await zeeland(48_500, 387_000, store: store)
        #expect(outcome(third) == ["ganzen.evenement applies", "stilte.evenement applies"])
        #expect(third.notApplied("aardkundig.afgraven")["detail"].text == "share:aardkundig-waardevol")
        #expect(step(try third.finding("stilte.evenement")) == 38_950)
        #expect(third.layer("aardkundig-waardevol")["hits"][0]["overlap"]["share"].number == 0.1001)

        let replay = try await Program.kompas(
            "replay", "-", "--house", "Tests/Fixtures/house-zeeland", "--layers", store, input: third.ending.out)
        #expect(replay.out == "identical\n")
    }

    private func outcome(_ report: Report) -> [String] {
        report["findings"].list.map { "\($0["id"].text ?? "") \($0["state"].text ?? "")" }.sorted()
    }

    private func step(_ finding: Tree) -> Double? {
        finding["because"].first(where: "step", is: "where")["value"].number
    }

    @Test(
        "De Haar: shares of municipalities and distance of Natura 2000 areas are those of shapely",
        .timeLimit(.minutes(2)))
    func trainingGround() async throws {
        let scratch = try Scratch()
        let store = scratch.path("lagen.sqlite")
        let natura = try await add(
            "natura2000", from: "natura2000/natura2000_160_valid_rd.gpkg", name: "naam", to: store)
        #expect(try Tree(parsing: natura.out)["features"].number == 160)
        let municipalities = try await add(
            "gemeenten", from: "boundaries/pdok_cbs_municipalities_nl_2025.json", name: "statnaam", to: store)
        #expect(try Tree(parsing: municipalities.out)["features"].number == 342)
        #expect(try Tree(parsing: municipalities.out)["transformed"].flag == true)

        let report = try await Assessing.example("de-haar", "--layers", store)
        // Shapely: 2,802,140.7 and 117,859.3 of 2,920,000 m2. The transformation may differ by 0.25 m.
        let shares = report["place"]["municipalities"].list
        #expect(shares.compactMap { $0["name"].text } == ["Midden-Drenthe", "Assen"])
        #expect(abs((shares.first?["share"].number ?? 0) - 0.9596) < 0.0005)
        #expect(abs((shares.last?["share"].number ?? 0) - 0.0404) < 0.0005)

        // Shapely: the invented outline overlaps Witterveld by 79.89 m2; the next area lies 2,345.8 m away.
        let layer = report.layer("natura2000")
        #expect(layer["state"].text == "hit")
        #expect(layer["basis"].text == "open-data")
        #expect(layer["certain"].flag == true)
        #expect(layer["hits"][0]["name"].text == "Witterveld")
        #expect(layer["hits"][0]["overlap"]["value"].number == 80)
        #expect(report.trigger("passende-beoordeling-nodig")["state"].text == "undecided")

        // Shapely: 533.11 m, 997.13 m, and 1,165.65 m: farther than the house calls nearby.
        for (point, municipality, witterveld) in [
            ("228400,552500", "Midden-Drenthe", 533.1), ("229000,550800", "Midden-Drenthe", 997.1),
            ("231200,550850", "Assen", nil),
        ] as [(String, String, Double?)] {
            let report = try await Assessing.flags(
                "--activity", "militair-oefenterrein", "--at", point, "--layers", store)
            let nearby = report["place"]["nearby"].first(where: "designation", is: "natura2000")
            #expect(nearby["distanceMetres"].number == witterveld)
            #expect(report["place"]["municipalities"].list.compactMap { $0["name"].text } == [municipality])
        }
    }
}
