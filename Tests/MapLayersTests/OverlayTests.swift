import Geometry
import MapLayers
import PolicyModel
import Testing

@Suite("How a place lies to one layer")
struct OverlayTests {
    /// One layer with these features in a house of ten kilometres.
    private func fact(
        _ features: [String], _ place: Shape, precision: String = #"{"kind":"exact"}"#,
        coverage: String = #"{"house":true}"#, search: Double = 0
    ) throws -> LayerFact {
        var house = try TestHouse()
        defer { house.remove() }
        try house.add("gebied", precision: precision, coverage: coverage, features: features)
        let facts = try house.layers().facts(for: place, needs: FactNeeds(searchMetres: ["gebied": search]))
        return try #require(facts.layers["gebied"]?.first)
    }

    private let square = TestHouse.square("a", 1000, 1000, 1000)
    private let indicative = #"{"kind":"indicative","widthMetres":100}"#

    @Test("a quarter of a square inside is a hit of a quarter")
    func quarter() throws {
        let fact = try fact([square], TestHouse.place(900, 900, 200))
        #expect(fact.state == .hit && fact.certain)
        #expect(fact.hits.map(\.feature) == ["a"])
        #expect(fact.overlap == OverlapMeasure(kind: .area, value: 10_000, share: 0.25))
        #expect(fact.overlapShare == 0.25)
        #expect(fact.hits.first?.distanceMetres == 0)
        #expect(fact.nearestMetres == 0)
    }

    @Test("a square metre is a sliver and a little more is not")
    func sliver() throws {
        let sliver = try fact([square], TestHouse.place(900, 1000, 100.01))
        #expect(sliver.state == .hit)
        #expect(abs((sliver.overlap?.value ?? 0) - 1.0001) < 1e-6)
        let less = try fact([square], TestHouse.place(900, 1000, 100.0099))
        #expect(less.state == .none)
        #expect(less.overlapShare == 0)
        #expect(SliverLimit.squareMetres(ofPartWith: 4_000_000) == 4)
        #expect(SliverLimit.squareMetres(ofPartWith: 1) == 0.5)
        #expect(SliverLimit.metres(ofPartWith: 50) == 0.1)
    }

    @Test("a place in a hole is not inside, and one over the rim is for what lies on the rim")
    func hole() throws {
        let ring = TestHouse.feature(
            "ring", type: "Polygon",
            coordinates: "[\(TestHouse.ring(1000, 1000, 1000)),\(TestHouse.ring(1400, 1400, 200))]")
        #expect(try fact([ring], TestHouse.place(1450, 1450, 100)).state == .none)
        let rim = try fact([ring], TestHouse.place(1350, 1450, 100))
        #expect(rim.overlap == OverlapMeasure(kind: .area, value: 5000, share: 0.5))
    }

    @Test("within the width inside the line it is an uncertain hit, deeper a certain one, outside near")
    func precision() throws {
        let inside = try fact([square], TestHouse.place(1010, 1010, 80), precision: indicative)
        #expect(inside.state == .hit && !inside.certain)
        #expect(inside.hits.map(\.certain) == [false])
        let deep = try fact([square], TestHouse.place(1010, 1400, 200), precision: indicative)
        #expect(deep.state == .hit && deep.certain)
        let near = try fact([square], TestHouse.place(900, 1400, 50), precision: indicative)
        #expect(near.state == .near && !near.certain)
        #expect(near.nearestMetres == 50)
        #expect(near.hits.map(\.isOverlap) == [false])
        let far = try fact([square], TestHouse.place(800, 1400, 99), precision: indicative)
        #expect(far.state == .none && far.hits.isEmpty)
        let exact = try fact([square], TestHouse.place(900, 1400, 50))
        #expect(exact.state == .none)
    }

    @Test(
        "a feature that may lie within the search distance, for its line is uncertain, tells how far it is and is no hit"
    )
    func beyondSearch() throws {
        let maybe = try fact([square], TestHouse.place(500, 1400, 50), precision: indicative, search: 400)
        #expect(maybe.state == .none && maybe.hits.isEmpty)
        #expect(maybe.nearestMetres == 450)
        let exact = try fact([square], TestHouse.place(500, 1400, 50), search: 400)
        #expect(exact.nearestMetres == nil)
        let far = try fact([square], TestHouse.place(440, 1400, 50), precision: indicative, search: 400)
        #expect(far.nearestMetres == nil)
    }

    @Test("a place on the seam of two indicative areas is certain of their union")
    func seam() throws {
        let other = TestHouse.square("b", 2000, 1000, 1000)
        let fact = try fact([square, other], TestHouse.place(1960, 1400, 80), precision: indicative)
        #expect(fact.hits.map(\.certain) == [false, false])
        #expect(fact.certain)
        #expect(fact.overlapShare == 1)
    }

    @Test("areas that overlap each other count once in the share of the layer")
    func union() throws {
        let same = TestHouse.square("b", 1000, 1000, 1000)
        let fact = try fact([square, same], TestHouse.place(900, 1200, 200))
        #expect(fact.hits.map(\.feature) == ["a", "b"])
        #expect(fact.hits.map(\.overlap.share) == [0.5, 0.5])
        #expect(fact.overlapShare == 0.5)
    }

    @Test("the search distance finds what is near and how far, nearest first")
    func search() throws {
        let other = TestHouse.square("b", 2500, 1000, 1000)
        let fact = try fact([other, square], TestHouse.place(2200, 1200, 100), search: 250)
        #expect(fact.state == .none)
        #expect(fact.hits.map(\.feature) == ["a", "b"])
        #expect(fact.hits.map(\.distanceMetres) == [200, 200])
        #expect(fact.nearestMetres == 200)
        #expect(fact.searchIsCovered)
        #expect(try self.fact([other], TestHouse.place(2200, 1200, 100), search: 199).hits.isEmpty)
    }

    @Test("outside the coverage it is not known, and partly outside neither")
    func coverage() throws {
        #expect(try fact([square], TestHouse.place(20_000, 0, 100)).state == .noData)
        let partly = try fact([square], TestHouse.place(9950, 5000, 100), search: 10)
        #expect(partly.state == .noData)
        #expect(partly.why == "een deel van de plek ligt buiten het gebied dat de laag beschrijft")
        #expect(partly.overlapShare == nil)
        #expect(try fact([square], TestHouse.place(9800, 5000, 100), search: 50).searchIsCovered)
        #expect(try !fact([square], TestHouse.place(9800, 5000, 100), search: 150).searchIsCovered)
        let around = #"{"aroundFeaturesMetres":500}"#
        #expect(try fact([square], TestHouse.place(2100, 1200, 100), coverage: around).state == .none)
        #expect(try fact([square], TestHouse.place(2450, 1200, 100), coverage: around).state == .noData)
        #expect(try fact([square], TestHouse.place(2450, 1200, 10), coverage: around).state == .none)
        #expect(
            try fact([square], TestHouse.place(2100, 1200, 100), coverage: #"{"aroundFeaturesMetres":0}"#).state
                == .noData)
        #expect(try fact([square], TestHouse.place(9950, 5000, 100), coverage: around).state == .noData)
    }

    @Test("what is hit is hit even when the rest lies outside the coverage")
    func hitOutside() throws {
        let fact = try fact([square], TestHouse.place(1900, 1200, 200), coverage: #"{"aroundFeaturesMetres":0}"#)
        #expect(fact.state == .hit)
        #expect(fact.overlapShare == 0.5)
    }

    @Test("a line is measured by its length inside")
    func line() throws {
        let crossing = try fact([square], TestHouse.line([(500, 1500), (2500, 1500)]))
        #expect(crossing.overlap == OverlapMeasure(kind: .length, value: 1000, share: 0.5))
        #expect(try fact([square], TestHouse.line([(900, 1500), (1000.05, 1500)])).state == .none)
        #expect(try fact([square], TestHouse.line([(900, 1500), (1000.2, 1500)])).state == .hit)
    }

    @Test("a point on the border is a hit, beside it is not")
    func point() throws {
        let border = try fact([square], TestHouse.point(1000, 1500))
        #expect(border.state == .hit)
        #expect(border.overlap == OverlapMeasure(kind: .point, value: nil, share: 1))
        #expect(try fact([square], TestHouse.point(999.99, 1500)).state == .none)
        #expect(try fact([square], TestHouse.point(1050, 1500), precision: indicative).certain == false)
        #expect(try fact([square], TestHouse.point(1500, 1500), precision: indicative).certain)
    }

    @Test("lines and points of a layer are hit by a place over them")
    func linesAndPoints() throws {
        let road = TestHouse.feature(
            "weg", type: "LineString", coordinates: "[[0,301000],[5000,301000]]")
        let node = TestHouse.feature("knoop", type: "Point", coordinates: "[1500,301500]")
        let place = try TestHouse.place(900, 900, 200)
        #expect(try fact([road], place).overlap == OverlapMeasure(kind: .length, value: 200, share: 0))
        #expect(
            try fact([node], TestHouse.place(1400, 1400, 200)).overlap
                == OverlapMeasure(kind: .point, value: nil, share: 0))
        let crossing = try fact([road], TestHouse.line([(1000, 500), (1000, 1500)]))
        #expect(crossing.state == .hit && crossing.overlap?.kind == .point)
        #expect(try fact([road], place, precision: indicative).certain == false)
        #expect(try fact([road], TestHouse.place(900, 910, 500), precision: indicative).certain == false)
        #expect(try fact([road], TestHouse.place(900, 850, 500), precision: indicative).certain)
    }

    @Test("an area in several parts is one feature with the sum of its parts")
    func multi() throws {
        let parts = TestHouse.feature(
            "delen", type: "MultiPolygon",
            coordinates: "[[\(TestHouse.ring(1000, 1000, 100))],[\(TestHouse.ring(1200, 1000, 100))]]")
        let fact = try fact([parts], TestHouse.place(1000, 1000, 300))
        #expect(fact.hits.count == 1)
        #expect(fact.overlap?.value == 20_000)
    }

    @Test("names, aliases, attributes and depths come along")
    func attributes() throws {
        let dome = TestHouse.square(
            "k", 1000, 1000, 1000,
            properties:
                #""name":"Koepel","aliases":["Bult"],"top":300,"base":"unknown","klasse":"groot","inhoud":{"value":5,"unit":"m3"}"#
        )
        let hit = try #require(try fact([dome], TestHouse.place(1100, 1100, 10)).hits.first)
        #expect(hit.name == "Koepel" && hit.aliases == ["Bult"])
        #expect(hit.depth == DepthInterval(from: 300, to: nil))
        #expect(
            hit.attributes == [
                "base": .text("unknown"), "klasse": .text("groot"), "inhoud": .quantity(Quantity(value: 5, unit: "m3")),
            ])
    }
}
