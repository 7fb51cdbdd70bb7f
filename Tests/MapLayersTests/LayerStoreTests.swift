import Foundation
import GRDB
import Geometry
import MapLayers
import PolicyModel
import Testing

@Suite("The layer store")
struct LayerStoreTests {
    private static func description(_ id: String, _ designation: String) throws -> LayerDescription {
        let coverage = try JSONDecoder().decode(LayerCoverage.self, from: Data(#"{"house":true}"#.utf8))
        return LayerDescription(
            id: id, designation: designation, title: id, precision: LayerPrecision(kind: .indicative, widthMetres: 5),
            coverage: coverage, asOf: PolicyDate("2026-02-03"), licence: "CC0")
    }

    private static func draft(_ id: String, _ designation: String, _ shapes: [Shape]) throws -> LayerDraft {
        LayerDraft(
            description: try description(id, designation),
            features: shapes.enumerated().map { number, shape in
                (
                    LayerFeature(
                        id: "f\(number)", name: "Vlak \(number)", attributes: ["klasse": .text("x")], topMetres: 1),
                    shape
                )
            })
    }

    @Test("a layer comes back as it was added and replaces the sketch of the house")
    func roundTrip() throws {
        var house = try TestHouse()
        defer { house.remove() }
        let file = house.storeFile
        try house.add("gebied", basis: "schematic", features: [TestHouse.square("schets", 0, 0, 5000)])
        let disc = try TestHouse.point(5000, 5000).buffer(metres: 1000, quadrantSegments: 500)
        let draft = try Self.draft("echt", "gebied", [disc])
        try LayerStore.openForWriting(file).add(draft)
        let store = try LayerStore.open(file)
        #expect(try store.layers() == [draft.description])
        let layers = try house.layers(store: store)
        let fact = try #require(layers.facts(for: TestHouse.place(4000, 4000, 2000)).layers["gebied"]?.first)
        #expect(fact.layer == "echt")
        #expect(abs((fact.overlap?.value ?? 0) - disc.areaSquareMetres) < 1e-4)
        #expect(fact.hits.first?.attributes == ["klasse": .text("x")])
        #expect(fact.hits.first?.depth == DepthInterval(from: 1, to: nil))
        #expect(fact.asOf == PolicyDate("2026-02-03"))
        let found = try #require(layers.matches(named: "vlak 0", designation: "gebied").first)
        #expect(abs(found.shape.areaSquareMetres - disc.areaSquareMetres) < 1e-4)
        #expect(try layers.contentHash(of: "echt").count == 64)
    }

    @Test("a layer that exists is replaced only when asked, and nothing is half done")
    func replacing() throws {
        let house = try TestHouse()
        defer { house.remove() }
        let file = house.storeFile
        let store = try LayerStore.openForWriting(file)
        try store.add(Self.draft("laag", "gebied", [TestHouse.place(0, 0, 10)]))
        #expect(throws: LayerStoreError.layerExists("laag")) {
            try store.add(Self.draft("laag", "anders", [TestHouse.place(0, 0, 10)]))
        }
        var broken = try Self.draft("laag", "anders", [TestHouse.place(0, 0, 10), TestHouse.place(0, 0, 10)])
        broken.features[1].feature.id = "f0"
        #expect(throws: LayerStoreError.duplicateFeature("f0")) { try store.add(broken, replacing: true) }
        #expect(try store.layers().map(\.designation) == ["gebied"])
        try store.add(Self.draft("laag", "anders", [TestHouse.place(0, 0, 20)]), replacing: true)
        #expect(try store.layers().map(\.designation) == ["anders"])
        let pieces = try DatabaseQueue(path: file.path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM piece_box")
        }
        #expect(pieces == 1)
        try store.remove("laag")
        #expect(try store.layers().isEmpty)
        #expect(throws: LayerStoreError.noSuchLayer("laag")) { try store.remove("laag") }
    }

    @Test(
        "a damaged layer is a failed fact, never an empty answer",
        arguments: [
            "DELETE FROM piece_geometry", "UPDATE piece_geometry SET wkb = x'0102'", "DROP TABLE piece_geometry",
            "DELETE FROM piece", "DROP TABLE feature", "UPDATE feature SET attributes = '{'", "DELETE FROM feature",
        ])
    func damaged(_ damage: String) throws {
        var house = try TestHouse()
        defer { house.remove() }
        let file = house.storeFile
        try house.declare("gebied")
        try LayerStore.openForWriting(file).add(Self.draft("laag", "gebied", [TestHouse.place(0, 0, 1000)]))
        try DatabaseQueue(path: file.path).write { try $0.execute(sql: damage) }
        let facts = try house.layers(store: LayerStore.open(file)).facts(for: TestHouse.place(900, 900, 500))
        let fact = try #require(facts.layers["gebied"]?.first)
        #expect(fact.state == .failed)
        #expect(fact.why?.isEmpty == false)
    }

    @Test("what is no store says so")
    func noStore() throws {
        let house = try TestHouse()
        defer { house.remove() }
        let file = house.storeFile
        #expect(throws: LayerStoreError.notThere(file.path)) { try LayerStore.open(file) }
        try Data("geen database, maar wel lang genoeg om er een te lijken voor wie niet kijkt".utf8).write(to: file)
        #expect(throws: LayerStoreError.notAStore(file.path)) { try LayerStore.open(file) }
        try FileManager.default.removeItem(at: file)
        try DatabaseQueue(path: file.path).write { try $0.execute(sql: "CREATE TABLE x (y)") }
        #expect(throws: LayerStoreError.notAStore(file.path)) { try LayerStore.open(file) }
        #expect(throws: LayerStoreError.notAStore(file.path)) { try LayerStore.openForWriting(file) }
    }
}
