import CanonicalJSON
import Foundation
import Geometry
import Intake
import KompasTesting
import Testing

@Suite("Files that are taken in")
struct GoodFileTests {
    /// The outlines of the fixtures, as their maker wrote them; a shapefile turns rings around.
    private static let rectangle: Set<[Double]> = [
        [233_000, 557_000], [233_100, 557_000], [233_100, 557_050], [233_000, 557_050],
    ]
    private static let triangle: Set<[Double]> = [[234_000, 558_000], [234_080, 558_000], [234_000, 558_060]]

    private func corners(_ geometry: JSONValue) -> Set<[Double]> {
        Set((geometry["coordinates"]?[0]?.array ?? []).map { ($0.array ?? []).compactMap(\.number) })
    }

    @Test(
        "the same two shapes come out of every kind of file, with their values",
        arguments: ["plan.gpkg", "plan.fgb", "plan.gml", "shape-rd.zip"])
    func kinds(_ name: String) async throws {
        let result = try await Quarantine().read(fixture: name)
        #expect(result.crs == .rd)
        #expect(result.features.count == 2)
        let byName = Dictionary(
            uniqueKeysWithValues: result.features.map { ($0.properties["naam"]?.string ?? "?", $0) })
        let (north, south) = (try #require(byName["Noord"]), try #require(byName["Zuid"]))
        #expect(corners(north.geometry) == Self.rectangle)
        #expect(corners(south.geometry) == Self.triangle)
        #expect(north.shape.areaSquareMetres == 5_000 && south.shape.areaSquareMetres == 2_400)
        #expect(north.properties["aantal"] == 12 && south.properties["aantal"] == 7)
        #expect(result.notes == (name == "plan.gpkg" ? [IntakeNote(.heightsDropped)] : []))
    }

    @Test("degrees become RD, within 25 centimetres of control points even without the grid")
    func degrees() async throws {
        let result = try await Quarantine().read(fixture: "shape-wgs84.zip")
        #expect(result.crs == .crs84)
        let expected = [[223_631.2033, 544_617.8731], [242_822.5492, 524_595.6216], [248_222.1165, 556_221.9315]]
        let found = corners(result.features[0].geometry)
        #expect(found.count == 3)
        for point in expected {
            #expect(found.contains { hypot($0[0] - point[0], $0[1] - point[1]) < 0.25 }, "\(point)")
        }
        #expect(result.notes == (Transformer.gridName == nil ? [IntakeNote(.withoutGrid)] : []))
    }

    @Test(
        "with the grid, control points come out within a millimetre",
        .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata not present"))
    func withGrid() async throws {
        // The reading program is told where PROJ looks; here it is told by a program between.
        let quarantine = try Quarantine()
        let grid = SharedFolder.url().appending(path: "geodata/rd-etrs89").path
        let wrapper = try await quarantine.program(
            "PROJ_DATA='\(grid)':/usr/share/proj exec '\(Quarantine.importer.path)' \"$@\"")
        let file = PackageRoot.url("Tests/Fixtures/intake/shape-wgs84.zip", file: #filePath)
        let result = try await quarantine.intake(importer: wrapper).read(file: file, name: "shape-wgs84.zip")
        let found = corners(result.features[0].geometry)
        for point in [[223_631.2033, 544_617.8731], [242_822.5492, 524_595.6216], [248_222.1165, 556_221.9315]] {
            #expect(found.contains { hypot($0[0] - point[0], $0[1] - point[1]) < 0.001 }, "\(point)")
        }
        #expect(result.notes == [])
    }

    @Test("of several layers one is chosen by name; without a name they are told, and a wrong name as well")
    func layers() async throws {
        let quarantine = try Quarantine()
        let chosen = try await quarantine.read(fixture: "lagen.zip", layer: "zuid")
        #expect(chosen.layer == "zuid")
        #expect(chosen.features.map(\.shape.areaSquareMetres) == [2_400])
        let several = try await #require(throws: IntakeRefused.self) {
            try await quarantine.read(fixture: "lagen.zip")
        }
        #expect(several.code == .severalLayers && several.layers == ["noord", "zuid"])
        #expect(several.text == "In dit bestand zitten 2 lagen: ‘noord’, ‘zuid’. Kies de laag met uw plan.")
        let unknown = try await #require(throws: IntakeRefused.self) {
            try await quarantine.read(fixture: "lagen.zip", layer: "west")
        }
        #expect(unknown.code == .unknownLayer && unknown.layers == ["noord", "zuid"])
        #expect(
            unknown.text == "In dit bestand zit geen laag ‘west’. Kies een van deze lagen: ‘noord’, ‘zuid’.")
    }

    @Test("a shapefile without .prj is read when its owner says in which CRS it is")
    func statedCRS() async throws {
        let quarantine = try Quarantine()
        let refused = try await #require(throws: IntakeRefused.self) {
            try await quarantine.read(fixture: "shape-zonder-prj.zip")
        }
        #expect(refused.code == .noCRS)
        let result = try await quarantine.read(fixture: "shape-zonder-prj.zip", crs: .rd)
        #expect(result.features.map(\.shape.areaSquareMetres) == [5_000, 2_400])
        #expect(result.notes == [IntakeNote(.crsStated)])
        // What the file itself says goes before what is said about it.
        #expect(try await quarantine.read(fixture: "shape-rd.zip", crs: .crs84).crs == .rd)
    }

    @Test("GeoJSON may be a collection, a feature or a bare geometry, with a byte order mark and heights")
    func geoJSON() async throws {
        let quarantine = try Quarantine()
        let collection = try await quarantine.read(
            Draw.collection([
                Draw.square(),
                Draw.feature("Polygon", "[[[0,0],[1,0],[1,1],[0,0]]]").replacing(
                    "[[[0,0],[1,0],[1,1],[0,0]]]", with: "[]"),
                #"{"type":"Feature","properties":null,"geometry":null}"#,
            ]))
        #expect(collection.features.count == 1)
        #expect(collection.notes == [IntakeNote(.withoutGeometry, count: 2)])
        let bare = #"{"type":"Point","coordinates":[6.406810463,52.884336311,12.5]}"#
        let point = try await quarantine.read([0xEF, 0xBB, 0xBF] + Array(bare.utf8))
        #expect(point.crs == .crs84)
        #expect(
            point.notes.map(\.code).filter { $0 != .withoutGrid } == [.crsAssumed, .heightsDropped, .pointsOnly])
        let box = point.features[0].shape.boundingBox
        #expect(hypot(box.minX - 223_631.2033, box.minY - 544_617.8731) < 0.25)
        let line = #"{"type":"LineString","coordinates":[[233000,557000],[233030,557040]]}"#
        let stated = try await quarantine.read(line, crs: .rd)
        #expect(stated.features[0].shape.lengthMetres == 50)
        #expect(stated.notes == [IntakeNote(.crsStated)])
    }

    @Test(
        "ETRS89 and EPSG:4326 are read in either order of their axes",
        arguments: ["urn:ogc:def:crs:EPSG::4258", "EPSG:4326"])
    func axes(_ name: String) async throws {
        let quarantine = try Quarantine()
        let crs = #""crs":{"type":"name","properties":{"name":"\#(name)"}}"#
        for pair in ["[6.406810463,52.884336311]", "[52.884336311,6.406810463]"] {
            let result = try await quarantine.read(Draw.collection([Draw.feature("Point", pair)], crs: crs))
            let box = result.features[0].shape.boundingBox
            #expect(hypot(box.minX - 223_631.2033, box.minY - 544_617.8731) < 0.25)
        }
    }

    @Test("points, lines and polygons beside each other stay parts; those of one kind can become one geometry")
    func mixed() async throws {
        let quarantine = try Quarantine()
        let point = Draw.feature("Point", "[233000,557000]")
        let mixed = try await quarantine.read(Draw.collection([Draw.square(), point]))
        #expect(mixed.notes == [IntakeNote(.mixedKinds)])
        #expect(mixed.whole == nil)
        // Two squares of ten by ten that share half of one.
        let two = try await quarantine.read(Draw.collection([Draw.square(), Draw.square(233_005)]))
        #expect(two.features.count == 2)
        let one = try #require(two.whole)
        #expect(one.areaSquareMetres == 150)
    }

    @Test("of the values thirty are kept, short ones, and none with a structure")
    func values() async throws {
        let many = (1...31).map { #""v\#($0)":\#($0)"# }.joined(separator: ",")
        let long = String(repeating: "é", count: 300)
        let result = try await Quarantine().read(
            Draw.collection([
                Draw.feature("Point", "[233000,557000]", properties: "{\(many)}"),
                Draw.feature(
                    "Point", "[233000,557000]", properties: #"{"a":"\#(long)","b":{"c":1},"d":null,"e":true}"#),
            ]))
        #expect(result.features[0].properties.count == 30)
        #expect(result.features[1].properties.keys == ["a", "e"])
        #expect(result.features[1].properties["a"]?.string?.count == 200)
        #expect(result.notes.map(\.code) == [.valuesLeftOut, .pointsOnly])
    }

    @Test("every note is a Dutch sentence", arguments: IntakeNote.Code.allCases)
    func notes(_ code: IntakeNote.Code) {
        let note = IntakeNote(code, count: 2)
        #expect(note.text.hasSuffix(".") && note.text.count > 30)
        #expect(IntakeNote(note.json) == note)
    }
}
