import Geometry
import MapLayers
import PolicyModel
import Testing

@Suite("Shapes for drawing")
struct DrawingTests {
    @Test("the features in a rectangle come cut to it, in their order, and those outside do not come")
    func shapes() throws {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add(
            "weide",
            features: [
                TestHouse.square("a", 0, 0, 100), TestHouse.square("b", 200, 0, 100),
                TestHouse.square("c", 900, 900, 50),
            ])
        let corner = try TestHouse.place(50, 0, 200).boundingBox
        let layers = try house.layers()
        let shapes = try layers.shapes(layer: "laag-weide", within: corner)
        // Half of the first, and half of the second.
        #expect(shapes.map(\.areaSquareMetres) == [5000, 5000])
        #expect(shapes.allSatisfy { corner.contains($0.boundingBox) })
        let nowhere = try TestHouse.place(5000, 5000, 10).boundingBox
        #expect(try layers.shapes(layer: "laag-weide", within: nowhere).isEmpty)
        #expect(throws: LayerFailure(why: "de laag `nergens` is er niet")) {
            try layers.shapes(layer: "nergens", within: corner)
        }
    }
}
