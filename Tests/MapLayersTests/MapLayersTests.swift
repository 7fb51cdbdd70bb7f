import Foundation
import Geometry
import MapLayers
import PolicyModel
import Testing

@Suite("The layers of a house")
struct MapLayersTests {
    @Test("a designation without a layer, and a file that is missing or broken, have states of their own")
    func states() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.declare("zonder")
        try house.declare("weg")
        try house.bind("weg", file: "nergens.geojson")
        try house.declare("kapot")
        try "{".write(to: house.folder.appendingPathComponent("kapot.geojson"), atomically: true, encoding: .utf8)
        try house.bind("kapot", file: "kapot.geojson")
        try house.declare("buiten")
        try house.bind("buiten", file: "../buiten.geojson")
        try house.add("graden", features: [TestHouse.feature("g", type: "Point", coordinates: "[6.5,52.9]")])
        let facts = try house.layers().facts(for: TestHouse.place(100, 100, 10))
        let why = facts.layers.mapValues { "\($0[0].state): \($0[0].why ?? "")" }
        #expect(
            why == [
                "grens": "hit: ",
                "zonder": "noLayer: voor dit gebied is geen kaartlaag geladen",
                "weg": "failed: het bestand `nergens.geojson` is er niet",
                "kapot":
                    "failed: het bestand `kapot.geojson` is geen geldige JSON; het gaat mis op regel 1, kolom 2",
                "buiten": "failed: het bestand `../buiten.geojson` ligt buiten de map van het huis",
                "graden":
                    "failed: het bestand `graden.geojson` heeft fouten: `g`: /coordinates: het punt (6.5, 52.9) ligt"
                    + " buiten Nederland in EPSG:28992; het past wel in OGC:CRS84",
            ])
    }

    @Test("the share outside the house is that outside the outline")
    func outside() throws {
        let house = try TestHouse()
        defer { house.remove() }
        let layers = try house.layers()
        #expect(try layers.facts(for: TestHouse.place(9900, 0, 400)).outsideShare == 0.75)
        #expect(try layers.facts(for: TestHouse.place(100, 0, 400)).outsideShare == 0)
        #expect(try layers.facts(for: TestHouse.place(20_000, 0, 400)).outsideShare == 1)
        #expect(try layers.facts(for: TestHouse.line([(9000, 50), (11_000, 50)])).outsideShare == 0.5)
        #expect(try layers.facts(for: TestHouse.place(20_000, 0, 400)).layers["grens"]?.first?.state == LayerState.none)
    }

    @Test("demonstration layers are used only when asked for")
    func demonstration() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add("voorbeeld", basis: "example", demo: true, features: [TestHouse.square("v", 0, 0, 100)])
        let place = try TestHouse.place(10, 10, 10)
        #expect(try house.layers().facts(for: place).layers["voorbeeld"]?.first?.state == .noLayer)
        #expect(try house.layers(demo: true).facts(for: place).layers["voorbeeld"]?.first?.state == .hit)
    }

    @Test("a coverage in a file counts as the place where the layer knows")
    func coverageFile() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try TestHouse.collection([TestHouse.square("d", 1000, 1000, 1000)])
            .write(to: house.folder.appendingPathComponent("dekking.geojson"), atomically: true, encoding: .utf8)
        try house.add(
            "gebied", coverage: #"{"file":"dekking.geojson"}"#, features: [TestHouse.square("a", 1000, 1000, 10)])
        let layers = try house.layers()
        #expect(
            try layers.facts(for: TestHouse.place(1500, 1500, 10)).layers["gebied"]?.first?.state == LayerState.none)
        #expect(try layers.facts(for: TestHouse.place(2500, 1500, 10)).layers["gebied"]?.first?.state == .noData)
    }

    @Test("a place between a village and a forest lies on the forest's side of the village")
    func towards() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add(
            "kernen", kind: "settlement",
            features: [
                TestHouse.square("dorp", 5000, 5000, 500, properties: #""name":"Dorp","aliases":["Het Dorp"]"#)
            ])
        try house.add("bos", features: [TestHouse.square("bos", 5000, 8000, 500)])
        try house.declare("leeg")
        let layers = try house.layers()
        func truth(_ name: String, _ designation: String, _ place: Shape) -> Truth? {
            let key = TowardsKey(settlement: name, designation: designation, metres: 1000)
            return layers.facts(for: place, needs: FactNeeds(towards: [key])).towards[key]
        }
        let north = try TestHouse.place(5200, 5800, 50)
        #expect(truth("Dorp", "bos", north) == .yes)
        #expect(truth("het dorp", "bos", north) == .yes)
        #expect(try truth("Dorp", "bos", TestHouse.place(5200, 4500, 50)) == .no)
        #expect(try truth("Dorp", "bos", TestHouse.place(5200, 7000, 50)) == .no)
        #expect(truth("Dorp", "leeg", north) == .unknown)
        #expect(truth("Stad", "bos", north) == .unknown)
    }

    @Test(
        "Where a village touches the forest, only a place that touches it too is on that side; of others it is not known"
    )
    func towardsWhatTouches() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add(
            "kernen", kind: "settlement",
            features: [TestHouse.square("dorp", 5000, 5000, 500, properties: #""name":"Dorp""#)])
        try house.add("bos", features: [TestHouse.square("bos", 5000, 5500, 500)])
        let layers = try house.layers()
        let key = TowardsKey(settlement: "Dorp", designation: "bos", metres: 1000)
        func truth(_ place: Shape) -> Truth? {
            layers.facts(for: place, needs: FactNeeds(towards: [key])).towards[key]
        }
        #expect(try truth(TestHouse.place(5200, 5600, 50)) == .yes)
        #expect(try truth(TestHouse.place(5200, 4500, 50)) == .unknown)
    }

    @Test("features are found by name and alias without regard to case; otherwise candidates come back")
    func lookup() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add(
            "kernen", kind: "settlement",
            features: [
                TestHouse.square("1", 0, 0, 100, properties: #""name":"Nieuw Dorp""#),
                TestHouse.square("2", 500, 0, 100, properties: #""name":"Oud Dorp","aliases":["Nieuw dorp"]"#),
            ])
        let layers = try house.layers()
        let found = try layers.matches(named: " nieuw  DORP ", designation: "kernen")
        #expect(found.map(\.feature.id) == ["1", "2"])
        #expect(found.allSatisfy { $0.isExact && $0.shape.areaSquareMetres == 10_000 })
        let candidates = try layers.matches(named: "oud", designation: "kernen")
        #expect(candidates.map(\.feature.id) == ["2"])
        #expect(candidates.allSatisfy { !$0.isExact })
    }

    @Test("the hash of a layer changes with its file")
    func hash() throws {
        let house = try TestHouse()
        defer { house.remove() }
        let before = try house.layers().contentHash(of: "laag-grens")
        #expect(before.count == 64)
        #expect(try house.layers().contentHash(of: "laag-grens") == before)
        try TestHouse.collection([TestHouse.square("huis", 0, 0, 10_001)])
            .write(to: house.folder.appendingPathComponent("grens.geojson"), atomically: true, encoding: .utf8)
        #expect(try house.layers().contentHash(of: "laag-grens") != before)
    }
}
