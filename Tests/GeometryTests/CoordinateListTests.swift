import CanonicalJSON
import Geometry
import Testing

@Suite("A geometry as a list of places") struct CoordinateListTests {
    private func geometry(_ text: String) throws -> JSONValue {
        let list = CoordinateList(text)
        #expect(list.problems == [])
        return try #require(list.geometry)
    }

    @Test("one place is a point, two are a line, and three are an area that closes itself")
    func kinds() throws {
        #expect(try geometry("233000, 556000") == ["type": "Point", "coordinates": [233000, 556000]])
        #expect(
            try geometry("233000, 556000\n233100, 556000")
                == ["type": "LineString", "coordinates": [[233000, 556000], [233100, 556000]]])
        #expect(
            try geometry("233000, 556000\n233100, 556000\n\n233100, 556100")
                == [
                    "type": "Polygon",
                    "coordinates": [[[233000, 556000], [233100, 556000], [233100, 556100], [233000, 556000]]],
                ])
    }

    @Test("a word begins a part, more parts are one geometry of many, and a hole belongs to the area before it")
    func parts() throws {
        let area = try geometry(
            """
            vlak:
            200000 500000
            200100 500000
            200100 500100
            gat
            200040 500010
            200050 500010
            200050 500020
            vlak
            201000 500000
            201100 500000
            201100 500100
            """)
        let shape = try GeometryReader(crs: .rd).read(area)
        // Half of 100 by 100, without half of 10 by 10, twice the first.
        #expect(shape.areaSquareMetres == 5000 - 50 + 5000)
        #expect(shape.kind == .multiPolygon)
        #expect(
            try geometry("lijn\n200000 500000\n200100 500000\n200100 500100")["type"] == "LineString")
        #expect(
            try geometry("punt\n200000 500000\n200100 500000")
                == ["type": "MultiPoint", "coordinates": [[200000, 500000], [200100, 500000]]])
    }

    @Test("an empty list is no geometry and no problem")
    func empty() {
        let list = CoordinateList(" \n\n")
        #expect(list.geometry == nil)
        #expect(list.problems.isEmpty)
    }

    @Test("all that is wrong is told at once, by line, with what to do")
    func problems() {
        let list = CoordinateList("vlak\n200000 500000\nhier ergens\n\nlijn\n200000 500000\ngat\n200000 500000")
        #expect(list.geometry == nil)
        #expect(
            list.problems.map { "\($0.line): \($0.message)" } == [
                "3: \u{2018}hier ergens\u{2019} is geen plek in Nederland. Schrijf bijvoorbeeld 233000, 556000.",
                "1: Een vlak heeft minstens 3 plekken nodig.",
                "5: Kies één soort: alleen punten, alleen lijnen of alleen vlakken.",
                "7: Een gat heeft minstens 3 plekken nodig.",
            ])
        #expect(
            CoordinateList("gat\n200000 500000").problems.map(\.message) == [
                "Een gat hoort na het vlak waar het in ligt."
            ])
    }

    @Test("what a shape writes is read back as the same shape", arguments: ["Point", "line", "area", "areas"])
    func roundTrip(_ what: String) throws {
        let text =
            switch what {
            case "Point": "punt\n200000.25, 500000"
            case "line": "lijn\n200000, 500000\n200100, 500000.5"
            case "area":
                "vlak\n200000, 500000\n200100, 500000\n200100, 500100\n\ngat\n200090, 500010\n200095, 500010\n200095, 500020"
            default:
                "vlak\n200000, 500000\n200100, 500000\n200100, 500100\n\nvlak\n201000, 500000\n201100, 500000\n201100, 500100"
            }
        let shape = try GeometryReader(crs: .rd).read(geometry(text))
        #expect(try shape.coordinateList() == text)
    }
}
