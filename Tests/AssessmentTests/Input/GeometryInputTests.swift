import Assessment
import Testing

@Suite("The place, as told")
struct GeometryInputTests {
    private func problems(_ geometry: String, crs: String? = "EPSG:28992") throws -> [String] {
        try Meerstad.problems(plan("steiger", geometry), crs: crs)
    }

    @Test("A Feature without geometry is refused")
    func none() throws {
        #expect(try problems("null") == ["/geometry: de Feature heeft geen geometrie (een punt, lijn of vlak)"])
        #expect(try Meerstad.refused(plan("steiger", "null")).map(\.kind) == [.invalidGeometry])
    }

    @Test("A surface that crosses itself is refused with the place where it does")
    func selfIntersection() throws {
        let bow = polygon("[203000,503000],[203100,503100],[203100,503000],[203000,503100],[203000,503000]")
        #expect(try problems(bow) == ["/geometry/coordinates: de lijn van de vorm snijdt zichzelf, bij 203050, 503050"])
    }

    @Test("A ring that is not closed is refused")
    func notClosed() throws {
        let open = polygon("[203000,503000],[203100,503000],[203100,503100],[203000,503100]")
        #expect(
            try problems(open) == [
                "/geometry/coordinates/0/3: de ring is niet gesloten: het laatste punt (203000, 503100) is niet gelijk aan "
                    + "het eerste (203000, 503000)"
            ])
    }

    @Test("A ring with too few positions is refused")
    func tooFew() throws {
        #expect(
            try problems(polygon("[203000,503000],[203100,503000],[203000,503000]")) == [
                "/geometry/coordinates/0: een ring heeft ten minste vier punten nodig (het laatste gelijk aan het eerste), "
                    + "hier staan er 3"
            ])
    }

    @Test("A GeometryCollection is refused")
    func collectionOfGeometries() throws {
        #expect(
            try problems(#"{"type":"GeometryCollection","geometries":[]}"#) == [
                "/geometry/type: een GeometryCollection kan niet: oppervlakte en lengte zijn dan niet eenduidig; "
                    + "geef per onderdeel een eigen geometrie"
            ])
    }

    @Test("Degrees where metres are expected are refused with what they look like")
    func degrees() throws {
        #expect(
            try problems(point(5.7, 52.5)) == [
                "/geometry/coordinates: het punt (5.7, 52.5) ligt buiten Nederland in EPSG:28992; het past wel in OGC:CRS84"
            ])
    }

    @Test("A place wholly outside the house is refused, for each part")
    func outside() throws {
        let line =
            "/geometry: de plek ligt buiten het gebied van Bestuur van Meerstad (kijk of de coördinaten en het "
            + "coördinatenstelsel kloppen)"
        #expect(try problems(square(220_000, 503_000, 100)) == [line])
        let far = plan("steiger", square(220_000, 503_000, 100))
        #expect(
            try Meerstad.problems(collection([far, far])) == ["/features/0" + line, "/features/1" + line])
        #expect(try Meerstad.refused(far).map(\.kind) == [.outsideHouse])
    }

    @Test("A part outside the house does not stop an initiative that is partly inside")
    func partlyOutside() throws {
        let parts = [plan("steiger", Site.water), plan("steiger", square(220_000, 503_000, 100))]
        #expect(try Meerstad.report(collection(parts)).initiative.outsideShare == 0.5)
    }

    @Test("A geometry of more than 200,000 positions is refused")
    func tooManyVertices() throws {
        let count = 200_000
        let positions = (0..<count).map { "[\(203_000 + Double($0) / 1000),503000]" }
        let big = polygon((positions + ["[203000,503100]", "[203000,503000]"]).joined(separator: ","))
        let problems = try Meerstad.refused(plan("steiger", big))
        let line =
            "/geometry/coordinates: de geometrie heeft meer dan 200000 punten; vereenvoudig haar of knip haar op"
        #expect(problems.map(\.line) == [line])
        #expect(problems.map(\.kind) == [.tooManyVertices])
    }

    @Test("An unknown coordinate reference system is refused with those that are known")
    func unknownCRS() throws {
        let line =
            "het coördinatenstelsel `EPSG:3857` kent Kompas niet (gebruik EPSG:28992, EPSG:4258, EPSG:9067 of OGC:CRS84)"
        let told = plan("steiger", Site.water, members: #""crs":"EPSG:3857""#)
        let first = try Meerstad.problems(told, crs: nil)
        let second = try Meerstad.problems(plan("steiger", Site.water), crs: "EPSG:3857")
        // The positions say nothing while it is not known what they mean.
        #expect(first == ["/crs: " + line])
        #expect(second == [line])
    }

    @Test("The pointer tells where the unknown reference system stands, once")
    func whereUnknownCRS() throws {
        let pointers = { (json: String) in
            try Meerstad.refused(json, crs: nil).filter { $0.message.contains("`EPSG:3857`") }.map(\.pointer)
        }
        let crs = #""coordRefSys":"EPSG:3857""#
        let place = point(6.1, 52.5)
        #expect(try pointers(plan("steiger", place, members: crs)) == ["/coordRefSys"])
        #expect(try pointers(plan("steiger", place, crs)) == ["/properties/coordRefSys"])
        let parts = [plan("steiger", place), plan("varen", place)]
        #expect(try pointers(collection(parts, members: crs)) == ["/coordRefSys"])
        #expect(try pointers(collection([plan("steiger", place, members: crs)])) == ["/features/0/coordRefSys"])
    }

    @Test("A reference system that is no text is refused")
    func wrongTypeOfCRS() throws {
        #expect(
            try Meerstad.problems(plan("steiger", point(6.1, 52.51), members: #""crs":28992"#), crs: nil) == [
                "/crs: `crs` moet tekst zijn (gebruik EPSG:28992, EPSG:4258, EPSG:9067 of OGC:CRS84)"
            ])
    }
}
