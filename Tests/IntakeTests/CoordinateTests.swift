import Foundation
import Intake
import KompasTesting
import Testing

@Suite("Coordinates that cannot be what the file says")
struct CoordinateTests {
    private static let degreesCRS = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#

    @Test(
        "each is told with what it probably is",
        arguments: [
            (
                Draw.rd, "[6.5,52.9]",
                "Het bestand zegt dat het staat in RD, maar de coördinaten zijn graden: 6,5; 52,9.",
                "Stel in uw kaartprogramma het stelsel WGS 84 (EPSG:4326) in en bewaar het bestand opnieuw."
            ),
            (
                "", "[233000.5,557000]",
                "Het bestand noemt geen coördinatenstelsel en is dan in graden, maar de coördinaten zijn meters in RD: 233000,5; 557000.",
                "Bewaar het bestand opnieuw als RD (EPSG:28992), mét dat stelsel erbij."
            ),
            (
                degreesCRS, "[233000,557000]",
                "Het bestand zegt dat het staat in graden, maar de coördinaten zijn meters in RD: 233000; 557000.",
                "Bewaar het bestand opnieuw als RD (EPSG:28992), mét dat stelsel erbij."
            ),
            (
                Draw.rd, "[557000,233000]", "De twee getallen van een punt staan omgekeerd: 557000; 233000.",
                "In RD komt eerst x (oost), dan y (noord). Draai ze om en bewaar het bestand opnieuw."
            ),
            (
                "", "[52.9,6.5]", "De twee getallen van een punt staan omgekeerd: 52,9; 6,5.",
                "In GeoJSON komt eerst de lengtegraad, dan de breedtegraad. Draai ze om en bewaar het bestand opnieuw."
            ),
            (
                "", "[730000.123,6900000]",
                "Onderdeel 1 ligt buiten Nederland, of het coördinatenstelsel klopt niet: 730000,1; 6900000.",
                "Kijk in uw kaartprogramma of het plan op de goede plek ligt, en bewaar het in RD (EPSG:28992) of WGS 84."
            ),
        ])
    func wrong(_ crs: String, _ place: String, _ message: String, _ help: String) async throws {
        let refused = try await Quarantine().refusal(Draw.collection([Draw.feature("Point", place)], crs: crs))
        #expect(refused.code == .wrongCoordinates)
        #expect(refused.message == message)
        #expect(refused.help == help)
    }

    @Test("a CRS that is not converted is named, in GeoJSON and in a shapefile")
    func unknown() async throws {
        let quarantine = try Quarantine()
        let mercator = #""crs":{"type":"name","properties":{"name":"EPSG:3857"}}"#
        let refused = try await quarantine.refusal(Draw.collection([Draw.square()], crs: mercator))
        #expect(refused.code == .unknownCRS)
        #expect(
            refused.text
                == "Het bestand staat in het coördinatenstelsel ‘EPSG:3857’. Dat rekent Kompas niet om."
                + " Bewaar het in RD (EPSG:28992), ETRS89 (EPSG:4258) of WGS 84 (EPSG:4326) en probeer het opnieuw.")
        let shapes = try await #require(throws: IntakeRefused.self) {
            try await quarantine.read(fixture: "shape-utm.zip")
        }
        #expect(shapes.code == .unknownCRS)
        #expect(
            shapes.message
                == "Het bestand staat in het coördinatenstelsel ‘ETRS89 / UTM zone 31N’. Dat rekent Kompas niet om.")
    }
}
