import Assessment
import CanonicalJSON
import Testing

@testable import Reporting

@Suite("The assessment as GeoJSON")
struct GeoJSONReportTests {
    private func json() throws -> JSONValue {
        GeoJSONReport(try OpenedTestHouse.meerstad().report(everythingInMeerstad)).json
    }

    @Test("The collection says in what it is and of which day")
    func collection() throws {
        let json = try json()
        #expect(json["type"] == "FeatureCollection")
        #expect(json["coordRefSys"] == "http://www.opengis.net/def/crs/EPSG/0/28992")
        #expect(json["title"] == "Nieuwe haven")
        #expect(json["asOf"] == "2026-11-20")
    }

    @Test("Each part is a Feature with its findings only")
    func features() throws {
        let features = try #require(json()["features"]?.array)
        #expect(features.map { $0["id"] } == ["steiger", "loods", "tuin", "vaart"])
        #expect(features[0]["geometry"]?["coordinates"]?[0]?[0] == [203_000, 503_850])
        #expect(features[1]["properties"]?["activities"] == ["botenloods"])
        #expect(
            features[1]["properties"]?["findings"] == [
                [
                    "id": "oevers.loods.geen-nieuwe#loods", "state": "applies", "effect": "prohibited",
                    "label": "Mag niet op het water", "title": "Geen nieuwe botenloods op de oever",
                    "documentStatus": "in-force",
                ]
            ])
        #expect(features[3]["properties"]?["findings"] == [])
    }
}
