import Assessment
import CanonicalJSON
import Testing

@Suite("Where the coordinate reference system is told")
struct CRSInputTests {
    /// The corner of the place in RD, and what the receipt keeps of the request.
    private func corner(_ json: String, crs: String? = nil) throws -> [Double] {
        let report = try Meerstad.report(json, crs: crs)
        let ring = try #require(report.initiative.parts.first?.geometry["coordinates"]?[0]?[0]?.array)
        return ring.compactMap(\.number)
    }

    private let rd = "EPSG:28992"
    private let legacy = #"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#

    @Test(
        "A Feature may tell it as a member or as a property",
        arguments: [
            (#""coordRefSys":"EPSG:28992""#, ""), (#""crs":"http://www.opengis.net/def/crs/EPSG/0/28992""#, ""),
            ("", #""coordRefSys":"EPSG:28992""#), ("", #""crs":"urn:ogc:def:crs:EPSG::28992""#),
        ])
    func feature(_ member: String, _ property: String) throws {
        #expect(try corner(plan("steiger", Site.water, property, members: member)) == [203_000, 503_600])
    }

    @Test("The form of the first GeoJSON specification is read")
    func legacyForm() throws {
        #expect(
            try corner(plan("steiger", Site.water, members: #""crs":\#(legacy)"#)) == [203_000, 503_600])
        #expect(
            try corner(collection([plan("steiger", Site.water)], members: #""crs":\#(legacy)"#)) == [203_000, 503_600])
    }

    @Test(
        "A collection may tell it for all its parts",
        arguments: [#""coordRefSys":"EPSG:28992""#, #""crs":"EPSG:28992""#, #""properties":{"crs":"EPSG:28992"}"#])
    func wholeCollection(_ member: String) throws {
        #expect(try corner(collection([plan("steiger", Site.water)], members: member)) == [203_000, 503_600])
    }

    @Test("A part may tell it for itself")
    func partOnly() throws {
        let part = plan("steiger", Site.water, members: #""crs":"EPSG:28992""#)
        #expect(try corner(collection([part])) == [203_000, 503_600])
    }

    @Test("What is told outside the input goes before what it says")
    func override() throws {
        let wrong = plan("steiger", Site.water, members: #""crs":"EPSG:4258""#)
        #expect(try corner(wrong, crs: rd) == [203_000, 503_600])
        let report = try Meerstad.report(wrong, crs: rd)
        #expect(report.json["request"]?["crs"] == "EPSG:28992")
    }

    @Test("What is not told is longitude and latitude")
    func defaultIsCRS84() throws {
        // RD (203050, 503650) by the grid of RDNAPTRANS 2018: 5.7050 east, 52.5187 north, to the decimals that are told.
        let report = try Meerstad.report(plan("steiger", point(5.7050, 52.5187)), crs: nil)
        let place = try #require(report.initiative.parts.first?.geometry["coordinates"]?.array).compactMap(\.number)
        #expect(abs(place[0] - 203_050) < 2500)
        #expect(abs(place[1] - 503_650) < 2500)
        #expect(report.request.crs == nil)
    }

    @Test("Latitude comes first in ETRS89")
    func etrs89() throws {
        let first = try Meerstad.report(plan("steiger", point(5.75, 52.52)), crs: nil)
        let second = try Meerstad.report(plan("steiger", point(52.52, 5.75)), crs: "EPSG:4258")
        let places = [first, second].map { $0.initiative.parts[0].geometry["coordinates"]?.array?.compactMap(\.number) }
        let (one, other) = (try #require(places[0]), try #require(places[1]))
        // CRS84 and ETRS89 are the same within what the first promises.
        #expect(abs(one[0] - other[0]) < 1)
        #expect(abs(one[1] - other[1]) < 1)
    }

    @Test("Geometries in the report are in RD, whatever was told")
    func reportIsInRD() throws {
        let report = try Meerstad.report(plan("steiger", point(5.75, 52.52)), crs: nil)
        #expect(report.json["initiative"]?["parts"]?[0]?["crs"] == "EPSG:28992")
    }
}
