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

    /// RD (203050, 503650) by the program `cs2cs` of PROJ, with and without the grid the same within half a metre.
    private let east = 6.095_116_4
    private let north = 52.518_406_1

    private func place(_ json: String, crs: String?) throws -> [Double] {
        let geometry = try Meerstad.report(json, crs: crs).initiative.parts.first?.geometry
        return try #require(geometry?["coordinates"]?.array).compactMap(\.number)
    }

    @Test("What is not told is longitude and latitude")
    func defaultIsCRS84() throws {
        let place = try place(plan("steiger", point(east, north)), crs: nil)
        #expect(abs(place[0] - 203_050) < 0.5)
        #expect(abs(place[1] - 503_650) < 0.5)
    }

    @Test("Latitude comes first in ETRS89", arguments: ["EPSG:4258", "urn:ogc:def:crs:EPSG::9067"])
    func etrs89(_ crs: String) throws {
        let place = try place(plan("steiger", point(north, east), members: #""crs":"\#(crs)""#), crs: nil)
        #expect(abs(place[0] - 203_050) < 0.5)
        #expect(abs(place[1] - 503_650) < 0.5)
    }

    @Test("Geometries in the report are in RD, whatever was told")
    func reportIsInRD() throws {
        let report = try Meerstad.report(plan("steiger", point(east, north)), crs: nil)
        #expect(report.json["initiative"]?["parts"]?[0]?["crs"] == "EPSG:28992")
        #expect(report.json["request"]?["crs"] == .null)
    }
}
