import Foundation
import GRDB
import Geometry
import MapLayers
import PolicyModel
import Testing

@Suite("Layers part by part") struct BlocksTests {
    private func box(_ x: Double, _ y: Double, _ side: Double) throws -> BoundingBox {
        try TestHouse.place(x, y, side).boundingBox
    }

    @Test("features come with their names, cut to the rectangle")
    func cut() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add(
            "weide",
            features: [
                TestHouse.square("a", 0, 0, 100, properties: #""name":"Links""#),
                TestHouse.square("b", 900, 900, 50),
            ])
        let drawn = try house.layers().drawing(of: "laag-weide", in: box(50, 0, 200), toleranceMetres: 1)
        #expect(drawn.map(\.feature.name) == ["Links"])
        #expect(drawn.map(\.shape.areaSquareMetres) == [5000])
    }

    @Test("a feature of many positions gets as many as can be seen")
    func simplified() throws {
        var house = try TestHouse()
        defer { house.remove() }
        let positions = (0..<3000).map { step in
            let angle = Double(step) / 3000 * 2 * Double.pi
            return "[\(5000 + 4000 * cos(angle)),\(305_000 + 4000 * sin(angle))]"
        }
        let ring = (positions + [positions[0]]).joined(separator: ",")
        try house.add(
            "rond", features: [TestHouse.feature("schijf", type: "Polygon", coordinates: "[[\(ring)]]")])
        let layers = try house.layers()
        let all = try box(0, 0, 10_000)
        let coarse = try #require(layers.drawing(of: "laag-rond", in: all, toleranceMetres: 50).first?.shape)
        let fine = try #require(layers.drawing(of: "laag-rond", in: all, toleranceMetres: 0.01).first?.shape)
        // A chord of an arc of 4000 m may be 50 m off: 2 * acos(1 - 50 / 4000) of it, so about 20 corners.
        #expect((15...45).contains(coarse.vertexCount))
        #expect(fine.vertexCount > 1000)
        #expect(abs(coarse.areaSquareMetres / fine.areaSquareMetres - 1) < 0.03)
        // What was asked before is the same the second time.
        #expect(
            try layers.drawing(of: "laag-rond", in: all, toleranceMetres: 50).first?.shape.wkb() == coarse.wkb())
    }

    @Test("of features that share one pixel one is enough")
    func tiny() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add(
            "bomen",
            features: [
                TestHouse.square("a", 10, 10, 2), TestHouse.square("b", 14, 14, 2), TestHouse.square("c", 710, 10, 2),
            ])
        let layers = try house.layers()
        let all = try box(0, 0, 1000)
        #expect(try layers.drawing(of: "laag-bomen", in: all, toleranceMetres: 50).map(\.feature.id) == ["a", "c"])
        #expect(try layers.drawing(of: "laag-bomen", in: all, toleranceMetres: 0.5).count == 3)
    }

    @Test("the extent is around all features, and a layer that is not there says so")
    func extent() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add("weide", features: [TestHouse.square("a", 0, 0, 100), TestHouse.square("b", 900, 800, 50)])
        let layers = try house.layers()
        #expect(
            try layers.extent(of: "laag-weide") == BoundingBox(minX: 0, minY: 300_000, maxX: 950, maxY: 300_850))
        #expect(try layers.featureCount(of: "laag-weide") == 2)
        #expect(throws: LayerFailure(why: "de laag `nergens` is er niet")) { try layers.extent(of: "nergens") }
    }

    private func draft(_ shape: Shape) throws -> LayerDraft {
        LayerDraft(
            description: LayerDescription(
                id: "laag-bos", designation: "bos", title: "Bos",
                precision: LayerPrecision(kind: .exact, widthMetres: nil),
                coverage: try JSONDecoder().decode(LayerCoverage.self, from: Data(#"{"house":true}"#.utf8)),
                licence: "CC0"), features: [(LayerFeature(id: "bos", name: "Bos"), shape)])
    }

    /// A disc with a ragged edge of 12,000 positions, 4 km around the middle of the house.
    private func ragged() throws -> Shape {
        let positions = (0..<12_000).map { step in
            let angle = Double(step) / 12_000 * 2 * Double.pi
            let radius = 4000 + 100 * sin(37 * angle) + 0.4 * sin(3001 * angle)
            return Position(x: 5000 + radius * cos(angle), y: 305_000 + radius * sin(angle))
        }
        return try .polygon([positions + [positions[0]]])
    }

    @Test(
        "a large feature of a store is drawn from an overview where that is fine enough, and from its pieces otherwise")
    func overviews() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.declare("bos")
        let shape = try ragged()
        let store = try LayerStore.openForWriting(house.storeFile)
        try store.add(
            try draft(shape))
        let layers = try house.layers(store: store)
        let all = try box(0, 0, 10_000)
        for (tolerance, mostOff) in [(3.4, 6.4), (1.7, 2.45), (0.1, 0.1)] {
            let drawn = try #require(layers.drawing(of: "laag-bos", in: all, toleranceMetres: tolerance).first?.shape)
            #expect(try drawn.fault() == nil)
            // Every position of the drawing lies near the line it was made from, and the area hardly changes.
            let boundary = try shape.boundary()
            let outline = try #require(boundary)
            for position in try drawn.positions() {
                #expect(try Shape.point(x: position.x, y: position.y).distance(to: outline) <= mostOff)
            }
            #expect(abs(drawn.areaSquareMetres / shape.areaSquareMetres - 1) < 0.002)
            if tolerance > 1 { #expect(drawn.vertexCount < 2_000) }
        }
    }

    @Test("a store from before there were overviews is read and drawn all the same")
    func olderStore() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.declare("bos")
        let store = try LayerStore.openForWriting(house.storeFile)
        let shape = try ragged()
        try store.add(
            try draft(shape))
        try DatabaseQueue(path: house.storeFile.path).write { try $0.execute(sql: "DROP TABLE overview") }
        let layers = try house.layers(store: LayerStore.open(house.storeFile))
        let drawn = try layers.drawing(of: "laag-bos", in: box(0, 0, 10_000), toleranceMetres: 3.4)
        #expect(drawn.count == 1)
        // Who writes into it adds the table.
        _ = try LayerStore.openForWriting(house.storeFile)
        let tables = try DatabaseQueue(path: house.storeFile.path).read { try $0.tableExists("overview") }
        #expect(tables)
    }
}
