import Foundation
import Geometry
import Intake
import KompasTesting
import Testing

@Suite("Files that are refused, with one clear message")
struct BadFileTests {
    private let quarantine: Quarantine

    init() throws { quarantine = try Quarantine() }

    @Test("an empty file, and one with nothing but space or zeros")
    func empty() async throws {
        for bytes in [[], Array(" \n\t ".utf8), [UInt8](repeating: 0, count: 5_000)] {
            let refused = try await quarantine.refusal(bytes)
            #expect(refused.code == .empty)
            #expect(refused.text == "Het bestand is leeg. Kies het bestand opnieuw, of bewaar het nog eens.")
        }
    }

    @Test("two gigabytes are refused without being read")
    func large() async throws {
        let file = quarantine.folder.appending(path: "files/groot.gpkg")
        try Data("SQLite format 3\0".utf8).write(to: file)
        // A file with a hole: it claims two gigabytes and takes no room.
        #expect(truncate(file.path, 2_000_000_000) == 0)
        let began = ContinuousClock.now
        let refused = try await #require(throws: IntakeRefused.self) {
            try await quarantine.read(file: file, name: "groot.gpkg")
        }
        #expect(refused.code == .tooLarge)
        #expect(
            refused.text
                == "Het bestand is groter dan 20 MB. Bewaar alleen het plangebied, of vereenvoudig de lijnen.")
        #expect(ContinuousClock.now - began < .seconds(1))
    }

    private static let svg =
        "<?xml version=\"1.0\"?>\n<!-- een tekening -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"

    @Test(
        "something else under the name of a map",
        arguments: [
            ("plan.geojson", svg, "‘plan.geojson’ is geen GeoJSON, maar een SVG-tekening."),
            (
                "plan.geojson", "<!DOCTYPE html><html><body>404</body></html>",
                "‘plan.geojson’ is geen GeoJSON, maar een webpagina."
            ),
            ("plan.gml", "<html><head/></html>", "‘plan.gml’ is geen GML, maar een webpagina."),
            ("plan.gpkg", "%PDF-1.7\n", "‘plan.gpkg’ is geen GeoPackage, maar een PDF."),
            ("plan.zip", "7z\u{BC}", "‘plan.zip’ is geen zip-bestand."),
            ("plan.pdf", "%PDF-1.7\n", "Dit bestand is een PDF. Dat leest Kompas niet."),
            (
                "plan.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"/>",
                "Dit bestand is KML. Dat leest Kompas niet."
            ),
            ("notitie.txt", "Beste allemaal,", "Dit is geen kaartbestand dat Kompas kent."),
            ("x.gml", "<a xmlns=\"http://example.com\"/>", "‘x.gml’ is geen GML, maar XML die geen GML is."),
            ("tekening.dxf", "0\nSECTION\n2\nHEADER\n", "Dit bestand is een DXF-tekening. Dat leest Kompas niet."),
            ("../../etc/p\u{202E}lan\u{0}.geojson", "hallo", "‘plan.geojson’ is geen GeoJSON."),
        ])
    func wrongKind(_ name: String, _ text: String, _ message: String) async throws {
        let refused = try await quarantine.refusal(text, name: name)
        #expect(refused.code == .wrongKind)
        #expect(refused.message == message)
        #expect(
            refused.help
                == "Kompas leest GeoJSON, GeoPackage, een gezipte Shapefile, GML en FlatGeobuf. Bewaar uw plan in een van die vormen."
        )
    }

    @Test("a single file of a shapefile, text in UTF-16 and a database that is no GeoPackage say what to do")
    func nearMisses() async throws {
        let shapes = try await quarantine.refusal([0, 0, 0x27, 0x0A] + [UInt8](repeating: 1, count: 200))
        #expect(shapes.help.hasPrefix("Een Shapefile bestaat uit meer bestanden."))
        let wide = try await quarantine.refusal([0xFF, 0xFE] + Array("{}".utf8))
        #expect(wide.text == "Dit bestand is tekst in UTF-16. Bewaar het als UTF-8 en probeer het opnieuw.")
        let database = try await quarantine.refusal(
            Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 200), name: "plan.gpkg")
        #expect(database.message == "‘plan.gpkg’ is geen GeoPackage, maar een database die geen GeoPackage is.")
    }

    @Test("a GeoPackage of which half is overwritten or cut off")
    func brokenGeoPackage() async throws {
        let whole = [UInt8](
            try Data(contentsOf: PackageRoot.url("Tests/Fixtures/intake/plan.gpkg", file: #filePath)))
        for broken in [
            Array(whole[..<1_000]), Array(whole[..<50_000]),
            whole[..<4_096] + [UInt8](repeating: 0xA5, count: whole.count - 4_096),
        ] {
            let refused = try await quarantine.refusal(Array(broken), name: "plan.gpkg")
            #expect([.broken, .noGeometry].contains(refused.code), "\(refused)")
            #expect(refused.help.hasPrefix("Bewaar"))
        }
    }

    @Test("XML that declares a document type or entities is not read at all, wherever the declaration stands")
    func entities() async throws {
        let gml = String(
            decoding: try Data(contentsOf: PackageRoot.url("Tests/Fixtures/intake/plan.gml", file: #filePath)),
            as: UTF8.self)
        let attack = #"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>"#
        let start = gml.replacing("?>", with: "?>" + attack, maxReplacements: 1)
        // Beyond what the first look sees.
        let far = gml + "<!--" + String(repeating: "x", count: 100_000) + "-->" + attack
        for text in [start, far, start.replacing("<!DOCTYPE", with: "<!doctype")] {
            let refused = try await quarantine.refusal(text, name: "plan.gml")
            #expect(refused.code == .unsafeXML)
            #expect(refused.message.contains("DOCTYPE of ENTITY"))
        }
        let utf7 = gml.replacing("utf-8", with: "utf-7")
        #expect(utf7 != gml)
        #expect(try await quarantine.refusal(utf7, name: "plan.gml").code == .unsafeXML)
    }

    @Test("files that are no GeoJSON, or not quite")
    func json() async throws {
        func message(_ text: String) async throws -> String { try await quarantine.refusal(text).text }
        #expect(
            try await message("{\"type\":\"Feature\",\n \"geometry\":}")
                == "Dit is geen geldige JSON: het gaat mis op regel 2, teken 13. Bewaar het bestand opnieuw vanuit uw kaartprogramma."
        )
        #expect(
            try await message(#"{"name":"x"}"#).hasPrefix("Dit bestand is wel JSON, maar geen GeoJSON."))
        #expect(try await message("[1,2]").hasPrefix("Dit bestand is wel JSON, maar geen GeoJSON."))
        let deep = String(repeating: "[", count: 100_000)
        #expect(try await message(deep).hasPrefix("Dit is geen geldige JSON"))
        let nothing = Draw.collection([])
        #expect(
            try await message(nothing)
                == "In dit bestand staat geen enkele plek op de kaart. Teken uw plan als vlak, lijn of punt en bewaar het opnieuw."
        )
        let collection = #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[6.5,52.9]}]}"#
        #expect(
            try await message(collection)
                == "Onderdeel 1 is een verzameling van vormen (GeometryCollection). Maak van elke vorm een eigen onderdeel en bewaar het bestand opnieuw."
        )
    }

    @Test("a shape that crosses itself is told with reason and place, in the numbers of the file")
    func invalid() async throws {
        let bowTie = Draw.feature(
            "Polygon", "[[[233000,557000],[233010,557010],[233010,557000],[233000,557010],[233000,557000]]]")
        let refused = try await quarantine.refusal(Draw.collection([Draw.square(), bowTie]))
        #expect(refused.code == .invalidGeometry)
        #expect(
            refused.text
                == "De vorm van onderdeel 2 klopt niet: de lijn van de vorm snijdt zichzelf, bij 233005, 557005."
                + " Herstel de vorm op die plek in uw kaartprogramma en bewaar het bestand opnieuw.")
    }

    @Test("more features, or more points, than can be worked with")
    func tooMuch() async throws {
        var limits = IntakeLimits()
        (limits.features, limits.vertices) = (3, 12)
        let small = try Quarantine(limits: limits)
        #expect(try await small.read(Draw.collection([Draw.square(), Draw.square()])).features.count == 2)
        let fine = try await small.refusal(Draw.collection([Draw.square(), Draw.square(), Draw.square()]))
        #expect(fine.code == .tooManyVertices)
        let point = Draw.feature("Point", "[233000,557000]")
        let many = try await small.refusal(Draw.collection([point, point, point, point]))
        #expect(many.code == .tooManyFeatures)
        #expect(
            many.text
                == "In dit bestand staan meer dan 3 onderdelen. Bewaar alleen de onderdelen van uw plan.")
    }

    @Test("the limits hold at their own numbers: 200,000 points are read, one more is refused")
    func atTheLimit() async throws {
        // A comb: up and down, closed along the bottom.
        func comb(_ vertices: Int) -> String {
            let teeth = (0..<vertices - 4).map { "[\(200_000 + $0),\(500_000 + 10 * ($0 % 2))]" }.joined(separator: ",")
            let end = 200_000 + vertices
            return Draw.feature(
                "Polygon", "[[\(teeth),[\(end),500000],[\(end),499000],[200000,499000],[200000,500000]]]")
        }
        let result = try await quarantine.read(Draw.collection([comb(200_000)]))
        #expect(result.features[0].shape.vertexCount == 200_000)
        let refused = try await quarantine.refusal(Draw.collection([comb(200_001)]))
        #expect(refused.code == .tooManyVertices)
        #expect(refused.message == "De vormen in dit bestand hebben samen meer dan 200.000 punten.")
    }

    @Test("without the reading program every file is refused, and the file is not blamed")
    func noProgram() async throws {
        let file = quarantine.folder.appending(path: "files/plan.geojson")
        try Data(Draw.collection([Draw.square()]).utf8).write(to: file)
        for importer in [nil, URL(filePath: "/nergens/kompas-import")] {
            let refused = try await #require(throws: IntakeRefused.self) {
                try await quarantine.intake(importer: importer).read(file: file, name: "plan.geojson")
            }
            #expect(refused.code == .unavailable)
            #expect(refused.message == "Bestanden lezen lukt op dit moment niet. Dat ligt niet aan uw bestand.")
        }
    }
}
