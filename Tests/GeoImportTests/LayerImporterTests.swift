import Foundation
import GeoImport
import Geometry
import KompasTesting
import MapLayers
import PolicyModel
import Testing

@Suite("Importing layers", .serialized)
struct LayerImporterTests {
    private static func description(_ designation: String) throws -> LayerDescription {
        let coverage = try JSONDecoder().decode(LayerCoverage.self, from: Data(#"{"house":true}"#.utf8))
        return LayerDescription(
            id: designation, designation: designation, title: designation,
            precision: LayerPrecision(kind: .exact, widthMetres: nil), coverage: coverage, licence: "CC0")
    }

    private static func options(_ source: URL) throws -> ImportOptions {
        ImportOptions(source: source, description: try description("gebied"))
    }

    /// A GeoJSON file of that text that is gone afterwards.
    private func withFile<Result>(_ text: String, _ body: (URL) throws -> Result) throws -> Result {
        try TemporaryFolder.use { folder in
            let file = folder.appending(path: "bron.geojson")
            try text.write(to: file, atomically: true, encoding: .utf8)
            return try body(file)
        }
    }

    private static let rd = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#

    private static func collection(_ features: String, crs: String = rd) -> String {
        #"{"type":"FeatureCollection","name":"laag",\#(crs),"features":[\#(features)]}"#
    }

    private static func square(_ x: Double, _ properties: String = "") -> String {
        let ring = "[[\(x),500000],[\(x + 10),500000],[\(x + 10),500010],[\(x),500010],[\(x),500000]]"
        return
            #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }

    private static let bowTie =
        #"{"type":"Feature","properties":{"code":"strik"},"geometry":{"type":"Polygon","coordinates":"#
        + "[[[200000,500000],[200010,500010],[200010,500000],[200000,500010],[200000,500000]]]}}"

    @Test("names, ids, attributes and depths are taken from the fields that are named")
    func fields() throws {
        let text = Self.collection(
            Self.square(200_000, #""code":"a","naam":"Vlak A","soort":"veen","van":25,"diep":null,"nat":true"#))
        let (draft, report) = try withFile(text) { file in
            var options = try Self.options(file)
            options.idField = "code"
            options.nameField = "naam"
            options.attributes = [("soort", "klasse"), ("van", "top"), ("diep", "base"), ("nat", "nat")]
            return try LayerImporter(options: options).read()
        }
        #expect(report.features == 1 && report.vertices == 5 && report.repaired.isEmpty && !report.isTransformed)
        let (feature, shape) = draft.features[0]
        #expect(feature.id == "a" && feature.name == "Vlak A" && feature.topMetres == 25 && feature.baseMetres == nil)
        #expect(feature.attributes == ["klasse": .text("veen"), "base": .text("unknown"), "nat": .flag(true)])
        #expect(shape.areaSquareMetres == 100)
    }

    @Test("a bow tie is repaired and told, and refused when strict")
    func repair() throws {
        let text = Self.collection(Self.bowTie)
        try withFile(text) { file in
            var options = try Self.options(file)
            options.idField = "code"
            let (draft, report) = try LayerImporter(options: options).read()
            #expect(report.repaired == ["strik"])
            #expect(draft.features[0].shape.areaSquareMetres == 50)
            options.isStrict = true
            let problem = try #require(throws: ImportProblem.self) { try LayerImporter(options: options).read() }
            #expect(
                problem.description
                    == "\(file.lastPathComponent), gebied `strik`: de geometrie deugt niet (Self-intersection); herstel haar in"
                    + " de bron of laat --strict weg")
        }
    }

    @Test("degrees become metres, and features without geometry are left out and told")
    func degrees() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[5.387638889,52.156160556]}},
            {"type":"Feature","properties":{},"geometry":null}]}
            """
        let (draft, report) = try withFile(text) { try LayerImporter(options: Self.options($0)).read() }
        #expect(report.isTransformed && report.withoutGeometry.count == 1)
        let box = draft.features[0].shape.boundingBox
        // The origin of RD lies about a hundred metres from the same numbers in ETRS89.
        #expect(abs(box.minX - 155_000) < 150 && abs(box.minY - 463_000) < 150)
    }

    @Test("what cannot be read says what, where and how to mend it")
    func refusals() throws {
        func problem(_ text: String, _ change: (inout ImportOptions) -> Void = { _ in }) throws -> String {
            try withFile(text) { file in
                var options = try Self.options(file)
                change(&options)
                let found = try #require(throws: ImportProblem.self) { try LayerImporter(options: options).read() }
                return found.description.replacingOccurrences(of: file.lastPathComponent, with: "BRON")
            }
        }
        let one = Self.collection(Self.square(200_000, #""code":"a""#))
        #expect(try problem(one) { $0.nameField = "naam" } == "BRON: er is geen veld `naam`; kies uit `code`")
        #expect(try problem(one) { $0.layerName = "x" } == "BRON: er is geen laag `x`; kies uit `laag`")
        #expect(
            try problem(one) { $0.filter = "code='b'" }
                == "BRON: er is geen enkel gebied gevonden; kijk de voorwaarde bij --where na")
        #expect(try problem(one) { $0.filter = "kode='b'" }.hasPrefix("BRON: de voorwaarde `kode='b'` klopt niet"))
        #expect(
            try problem(one) { $0.limits.features = 0 }
                == "BRON: er zijn meer dan 0 gebieden; kies met --where of verhoog --max-features")
        #expect(
            try problem(Self.collection(Self.square(900_000)))
                == "BRON, gebied `0`: de geometrie deugt niet (ligt buiten Nederland; klopt het coördinatenstelsel?);"
                + " herstel haar in de bron")
        let mercator = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}"#
        #expect(
            try problem(Self.collection(Self.square(200_000), crs: mercator))
                == "BRON: het coördinatenstelsel `WGS 84 / Pseudo-Mercator` kan niet naar RD worden omgerekend; geef het"
                + " bestand in EPSG:28992 (RD), EPSG:4258 of WGS 84")
        #expect(try problem("geen json").hasPrefix("BRON: dit bestand kan niet worden gelezen"))
        #expect(throws: ImportProblem.self) {
            try LayerImporter(options: Self.options(URL(fileURLWithPath: "/vsicurl/http://localhost/x.geojson"))).read()
        }
    }

    @Test(
        "the Natura 2000 areas come in whole",
        .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata not present"))
    func natura2000() throws {
        let source = SharedFolder.url().appending(path: "geodata/natura2000/natura2000_160_valid_rd.gpkg")
        var options = try Self.options(source)
        options.idField = "slug"
        options.nameField = "naam"
        let (draft, report) = try LayerImporter(options: options).read()
        #expect(report.features == 160 && report.repaired.isEmpty)
        #expect(draft.features.allSatisfy { $0.feature.name != nil })
    }

    @Test(
        "the municipalities come in from degrees",
        .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata not present"))
    func municipalities() throws {
        let source = SharedFolder.url().appending(path: "geodata/boundaries/pdok_cbs_municipalities_nl_2025.json")
        var options = try Self.options(source)
        options.idField = "statcode"
        let (_, report) = try LayerImporter(options: options).read()
        #expect(report.features == 342 && report.isTransformed)
    }

    @Test(
        "a condition chooses among the areas of an ordinance",
        .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata not present"))
    func condition() throws {
        let source = SharedFolder.url().appending(path: "geodata/zeeland/omgevingsverordening_zeeland_2025.gpkg")
        var options = try Self.options(source)
        options.filter = "gio_titel='ganzenrustgebieden'"
        let (draft, report) = try LayerImporter(options: options).read()
        #expect(report.features == 36)
        try TemporaryFolder.use { folder in
            let file = folder.appending(path: "kaart.lagen")
            try LayerStore.openForWriting(file).add(draft)
            #expect(try LayerStore.open(file).layers().map(\.id) == ["gebied"])
        }
    }
}
