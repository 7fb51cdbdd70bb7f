import CanonicalJSON
import Geometry
import Testing

@Suite("Reading GeoJSON geometries")
struct GeometryReaderTests {
    private func read(_ text: String, crs: CRS = .rd) throws -> Shape {
        try GeometryReader(crs: crs).read(JSONValue.parse(text))
    }

    private func problems(_ text: String, crs: CRS = .rd) throws -> [String] {
        let value = try JSONValue.parse(text)
        do {
            _ = try GeometryReader(crs: crs).read(value)
            return []
        } catch {
            return error.problems.map { "\($0.pointer) [\($0.code.rawValue)] \($0.message)" }
        }
    }

    @Test("a square with a square hole has the area of their difference")
    func hole() throws {
        let shape = try read(
            """
            {"type":"Polygon","coordinates":[[[200000,500000],[200100,500000],[200100,500100],[200000,500100],
            [200000,500000]],[[200010,500010],[200010,500030],[200030,500030],[200030,500010],[200010,500010]]]}
            """)
        #expect(shape.kind == .polygon)
        #expect(shape.areaSquareMetres == 9600)
        #expect(shape.lengthMetres == 480)
        #expect(shape.boundingBox == BoundingBox(minX: 200_000, minY: 500_000, maxX: 200_100, maxY: 500_100))
        #expect(shape.vertexCount == 10)
    }

    @Test("each kind is read with its own measure")
    func kinds() throws {
        let point = try read(#"{"type":"Point","coordinates":[200000,500000,12.5]}"#)
        #expect(point.kind == .point && point.areaSquareMetres == 0 && point.lengthMetres == 0)
        let line = try read(#"{"type":"LineString","coordinates":[[200000,500000],[200030,500040]]}"#)
        #expect(line.kind == .line && line.lengthMetres == 50)
        let points = try read(#"{"type":"MultiPoint","coordinates":[[200000,500000],[200030,500040]]}"#)
        #expect(points.kind == .multiPoint && points.partCount == 2)
        let lines = try read(
            #"{"type":"MultiLineString","coordinates":[[[200000,500000],[200003,500004]],[[200010,500000],[200010,500005]]]}"#
        )
        #expect(lines.kind == .multiLine && lines.lengthMetres == 10)
        let polygons = try read(
            """
            {"type":"MultiPolygon","coordinates":[[[[200000,500000],[200010,500000],[200010,500010],[200000,500000]]],
            [[[200100,500000],[200110,500000],[200110,500010],[200100,500010],[200100,500000]]]]}
            """)
        #expect(polygons.kind == .multiPolygon && polygons.areaSquareMetres == 150)
    }

    @Test("all problems are told at once, each with its place in the document")
    func allAtOnce() throws {
        let found = try problems(
            """
            {"type":"Polygon","coordinates":[[[200000,500000],["a",500000],[200100],[200100,5]],
            [[200010,500010],[200010,500030],[200010,500010]],7,[]]}
            """)
        #expect(
            found == [
                "/coordinates/0/1/0 [not-a-number] hier moet een getal staan, maar er staat een tekst",
                "/coordinates/0/2 [wrong-coordinates] een punt heeft twee getallen nodig, hier staan er 1",
                "/coordinates/0/3 [out-of-range] het punt (200100, 5) ligt buiten Nederland in EPSG:28992",
                "/coordinates/1 [too-few-positions] een ring heeft ten minste vier punten nodig (het laatste gelijk aan het"
                    + " eerste), hier staan er 3",
                "/coordinates/2 [wrong-coordinates] hier moet een lijst staan, maar er staat een getal",
                "/coordinates/3 [empty] deze lijst is leeg",
            ])
    }

    @Test(
        "what is no geometry says why",
        arguments: [
            ("[]", " [not-an-object] de geometrie moet een object zijn, maar is een lijst"),
            ("{}", "/type [wrong-type] het soort geometrie (`type`) ontbreekt of is geen tekst"),
            (
                #"{"type":"Circle","coordinates":[1,2]}"#,
                "/type [wrong-type] `Circle` is geen bekend soort geometrie; bekend zijn Point, MultiPoint, LineString,"
                    + " MultiLineString, Polygon, MultiPolygon"
            ),
            (
                #"{"type":"GeometryCollection","geometries":[]}"#,
                "/type [collection] een GeometryCollection kan niet: oppervlakte en lengte zijn dan niet eenduidig; geef per"
                    + " onderdeel een eigen geometrie"
            ),
            (#"{"type":"Point"}"#, "/coordinates [wrong-coordinates] de coördinaten (`coordinates`) ontbreken"),
            (
                #"{"type":"Point","coordinates":[6.5,52.9]}"#,
                "/coordinates [out-of-range] het punt (6.5, 52.9) ligt buiten Nederland in EPSG:28992; het past wel in OGC:CRS84"
            ),
            (
                #"{"type":"LineString","coordinates":[[200000,500000]]}"#,
                "/coordinates [too-few-positions] een lijn heeft ten minste twee punten nodig, hier staat er 1"
            ),
            (
                #"{"type":"Polygon","coordinates":[[[200000,500000],[200010,500000],[200010,500010],[200000,500001]]]}"#,
                "/coordinates/0/3 [ring-not-closed] de ring is niet gesloten: het laatste punt (200000, 500001) is niet gelijk"
                    + " aan het eerste (200000, 500000)"
            ),
            (
                #"{"type":"Polygon","coordinates":[[[200000,500000],[200100,500100],[200100,500000],[200000,500100],[200000,500000]]]}"#,
                "/coordinates [invalid] de lijn van de vorm snijdt zichzelf, bij 200050, 500050"
            ),
        ])
    func why(_ sample: (String, String)) throws {
        #expect(try problems(sample.0) == [sample.1])
    }

    @Test("swapped degrees are recognised")
    func swapped() throws {
        #expect(
            try problems(#"{"type":"Point","coordinates":[52.9,6.5]}"#, crs: .crs84) == [
                "/coordinates [out-of-range] het punt (52.9, 6.5) ligt buiten Nederland in OGC:CRS84; staan de twee getallen"
                    + " omgekeerd?"
            ])
    }

    @Test("the place of a self-intersection is told in the CRS of the input")
    func placeInDegrees() throws {
        let bowTie =
            #"{"type":"Polygon","coordinates":[[[6.5,52.9],[6.502,52.902],[6.502,52.9],[6.5,52.902],[6.5,52.9]]]}"#
        let found = try #require(throws: GeometryProblems.self) { try read(bowTie, crs: .crs84) }
        let place = try #require(found.problems.first?.place)
        #expect(abs(place.x - 6.501) < 1e-5 && abs(place.y - 52.901) < 1e-5)
    }

    @Test("more than two hundred thousand positions are refused")
    func tooMany() throws {
        let row = JSONValue.array((0...200_000).map { [.number(Double(100_000 + $0)), 500_000] })
        let found = try #require(throws: GeometryProblems.self) {
            try GeometryReader(crs: .rd).read(["type": "LineString", "coordinates": row])
        }
        #expect(found.problems.map(\.code) == [.tooManyVertices])
    }

    @Test("what is written reads back as the same shape", arguments: CRS.allCases)
    func writing(_ crs: CRS) throws {
        let shape = try read(
            """
            {"type":"MultiPolygon","coordinates":[[[[200000,500000],[200100,500000],[200100,500100],[200000,500100],
            [200000,500000]],[[200010,500010],[200010,500030],[200030,500030],[200030,500010],[200010,500010]]]]}
            """)
        let again = try GeometryReader(crs: crs).read(shape.geoJSON(in: crs))
        #expect(abs(again.areaSquareMetres - 9600) < 0.1)
        #expect(try abs(again.sharedAreaSquareMetres(with: shape) - 9600) < 0.1)
    }
}
