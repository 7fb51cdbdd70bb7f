import Assessment
import CanonicalJSON
import Geometry
import KompasTesting
import MapLayers
import Testing

@testable import Reporting

@Suite("The small map")
struct MapDrawingTests {
    private func sketch(_ json: String) throws -> MapSketch {
        let town = try OpenedTestHouse.meerstad()
        return try #require(MapSketch(town.report(json), house: town.house, layers: town.layers()))
    }

    private func plan(_ geometry: String) -> String {
        #"{"type":"Feature","crs":"EPSG:28992","geometry":\#(geometry),"properties":{"activities":["varen"]}}"#
    }

    @Test("The map shows the layers that are hit or near, without boundaries")
    func layers() throws {
        // A point of 10 m outside the lake, on its bank; the lines of the bank are 50 m wide.
        let sketch = try sketch(plan(#"{"type":"Point","coordinates":[201990,503000]}"#))
        #expect(sketch.layers.map(\.title) == ["De oever"])
        #expect(sketch.layers.map(\.widthMetres) == [50])
        #expect(sketch.leftOut == [])
        #expect(sketch.view == BoundingBox(minX: 200_740, minY: 502_062.5, maxX: 203_240, maxY: 503_937.5))
    }

    @Test("A layer that is everywhere in view has no line and is named beside the map")
    func everywhere() throws {
        let sketch = try sketch(plan(#"{"type":"Point","coordinates":[204000,505500]}"#))
        let small = sketch.layers.map { layer in
            var layer = layer
            layer.coversView = true
            return layer
        }
        var covered = sketch
        covered.layers = small
        let drawing = try #require(MapDrawing(covered))
        #expect(!drawing.drawing.markup.contains("class=\"shape"))
        #expect(drawing.legend.map(\.title) == ["Het plan"])
        #expect(drawing.remarks == ["Over de hele kaart: \(small.map(\.title).joined(separator: "; "))."])
    }

    @Test("The soft band has the width of the line, and is left out when it would cover the map")
    func band() throws {
        var sketch = try sketch(plan(#"{"type":"Point","coordinates":[201990,503000]}"#))
        // 640 units for 2500 m: 100 m on both sides together are 25.6.
        #expect(try #require(MapDrawing(sketch)).drawing.markup.contains("stroke-width=\"25.6\""))
        sketch.layers[0].widthMetres = 2000
        let drawing = try #require(MapDrawing(sketch))
        #expect(!drawing.drawing.markup.contains("stroke-width"))
        #expect(drawing.drawing.markup.contains("shape layer-1 vague"))
        #expect(drawing.legend.map(\.width) == ["", "2,0 km"])
    }

    @Test(
        "Every kind of geometry is drawn",
        arguments: [
            (#"{"type":"Point","coordinates":[0,0]}"#, "Mh0"),
            (#"{"type":"MultiPoint","coordinates":[[0,0],[9,9]]}"#, "Mh0Mh0"),
            (#"{"type":"LineString","coordinates":[[0,0],[900,900]]}"#, "ML"),
            (#"{"type":"Polygon","coordinates":[[[0,0],[900,0],[0,900],[0,0]]]}"#, "MLLZ"),
            (
                #"{"type":"MultiPolygon","coordinates":[[[[0,0],[900,0],[0,900],[0,0]]],[[[0,0],[900,0],[0,900],[0,0]]]]}"#,
                "MLLZMLLZ"
            ),
        ])
    func geometries(_ json: String, _ commands: String) throws {
        var sketch = try sketch(plan(#"{"type":"Point","coordinates":[201990,503000]}"#))
        sketch.layers = []
        sketch.plan = [try JSONValue.parse(json)]
        sketch.view = BoundingBox(minX: -1000, minY: -750, maxX: 1000, maxY: 750)
        let page = try #require(MapDrawing(sketch)).drawing.markup
        let path = try #require(PageCheck(page).all("path").first { $0.attributes["class"]?.hasPrefix("plan") == true })
        let letters = (path.attributes["d"] ?? "").filter { $0.isLetter || $0 == "h" }
        #expect(letters.replacing("h", with: "h0") == commands)
    }

    @Test("A straight line loses its middle, a corner stays", arguments: [(0.2, 2), (5.0, 3)])
    func simplifier(_ height: Double, _ count: Int) {
        let places = [Position(x: 0, y: 0), Position(x: 50, y: height), Position(x: 100, y: 0)]
        #expect(Simplifier.simplified(places).count == count)
    }

    @Test("The scale bar is a round length", arguments: [(999.0, 500.0), (1000, 1000), (4999, 2000), (12, 10), (1, 1)])
    func scale(_ metres: Double, _ expected: Double) { #expect(MapDrawing.round(metres) == expected) }
}
