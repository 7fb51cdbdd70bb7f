import Geometry
import Testing

@Suite("Coordinate reference systems")
struct CRSTests {
    @Test(
        "every spelling of a known system is read",
        arguments: [
            ("EPSG:28992", CRS.rd), ("epsg:28992", .rd), ("http://www.opengis.net/def/crs/EPSG/0/28992", .rd),
            ("https://www.opengis.net/def/crs/EPSG/9.9.1/28992", .rd), ("urn:ogc:def:crs:EPSG::28992", .rd),
            ("<http://www.opengis.net/def/crs/EPSG/0/28992>", .rd), ("OGC:CRS84", .crs84),
            ("urn:ogc:def:crs:OGC:1.3:CRS84", .crs84), ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", .crs84),
            ("EPSG:4258", .etrs89), ("urn:ogc:def:crs:EPSG:9.9.1:9067", .etrf2000),
        ])
    func known(_ sample: (String, CRS)) {
        #expect(CRS(parsing: sample.0) == sample.1)
    }

    @Test(
        "what is not known is not guessed",
        arguments: [
            "", "28992", "EPSG:4326", "EPSG:3857", "EPSG", "OGC:CRS83", "http://example.org/EPSG/0/28992", "a:b:c:d",
        ])
    func unknown(_ text: String) {
        #expect(CRS(parsing: text) == nil)
    }

    @Test("the address of each system reads back as that system", arguments: CRS.allCases)
    func address(_ crs: CRS) {
        #expect(CRS(parsing: crs.uri) == crs)
        #expect(CRS(parsing: crs.rawValue) == crs)
    }
}
