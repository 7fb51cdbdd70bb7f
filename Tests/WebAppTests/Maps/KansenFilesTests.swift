import CanonicalJSON
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import KompasTesting
import Testing

@testable import WebApp

@Suite("Pictures and files of the opportunity map", .timeLimit(.minutes(5))) struct KansenFilesTests {
    private static let garden = "activiteit=drijvende-tuin&diepte-van=0&diepte-tot=1&dag=2026-11-20"

    private func bytes(_ path: String, headers: HTTPFields = [:]) async throws -> (
        HTTPResponse.Status, HTTPFields, [UInt8]
    ) {
        let made = try TestSite()
        return try await made.test { client in
            try await client.execute(uri: path, method: .get, headers: headers, body: nil) {
                ($0.status, $0.headers, Array($0.body.readableBytesView))
            }
        }
    }

    // At level 9 a pixel is 6.72 m and a tile 1720.32 m; tile 284, 232 begins at RD 203168.96, 504287.68.
    @Test("a tile has the colour of the class at a known place")
    func tile() async throws {
        let (status, headers, png) = try await bytes("/kansen/tegel/9/284/232.png?\(Self.garden)")
        #expect(status == .ok)
        #expect(headers[.contentType] == "image/png")
        let pixels = try PNGPixels(png)
        #expect((pixels.width, pixels.height) == (256, 256))
        // RD 204000, 503450: in the lake, 450 m from the fairway. Encouraged, beside one of its slanted lines.
        #expect(pixels[123, 124] == [0, 120, 80, 255])
        // On such a line it is lighter: a pixel whose place across and down differ a multiple of eight.
        #expect(pixels[124, 124] != [0, 120, 80, 255])
        // RD 204000, 504050: in the fairway, where nothing is found.
        #expect(pixels[123, 35] == [243, 241, 234, 255])
        let again = try await bytes(
            "/kansen/tegel/9/284/232.png?\(Self.garden)",
            headers: [.ifNoneMatch: try #require(headers[.eTag])])
        #expect(again.0 == .notModified)
    }

    @Test("beyond the house a tile is empty, and what is no tile is not there")
    func edges() async throws {
        let (_, _, png) = try await bytes("/kansen/tegel/9/10/10.png?\(Self.garden)")
        let pixels = try PNGPixels(png)
        #expect(pixels.width == 1)
        #expect(pixels[0, 0][3] == 0)
        #expect(try await bytes("/kansen/tegel/9/284/232.gif?\(Self.garden)").0 == .notFound)
        #expect(try await bytes("/kansen/tegel/99/0/0.png?\(Self.garden)").0 == .notFound)
        #expect(try await bytes("/kansen/tegel/9/284/232.png").0 == .badRequest)
        #expect(try await bytes("/kansen/vlak/nergens.png").0 == .notFound)
    }

    @Test("the whole map is a picture too")
    func picture() async throws {
        let (status, headers, png) = try await bytes("/kansen/bestand/kansenkaart.png?\(Self.garden)")
        #expect(status == .ok)
        #expect(headers[.contentDisposition] == "attachment; filename=\"kansenkaart.png\"")
        let pixels = try PNGPixels(png)
        // 10 km in 3000 pixels.
        #expect((pixels.width, pixels.height) == (3000, 3000))
    }

    @Test("hectares as JSON")
    func json() async throws {
        let (_, _, body) = try await bytes("/kansen/bestand/kansenkaart.json?\(Self.garden)")
        let json = try JSONValue.parse(Data(body))
        #expect(json["schema"] == "kompas/opportunity/1")
        let classes = try #require(json["classes"]?.array)
        #expect(classes.first { $0["id"] == "encouraged" }?["hectares"] == 800)
    }

    @Test("areas as GeoJSON in RD: two blocks of the lake")
    func geoJSON() async throws {
        let (_, headers, body) = try await bytes("/kansen/bestand/kansenkaart.geojson?\(Self.garden)")
        #expect(headers[.contentType] == "application/geo+json")
        let json = try JSONValue.parse(Data(body))
        let encouraged = try #require(json["features"]?.array?.first { $0["id"] == "encouraged" })
        #expect(encouraged["properties"]?["hectares"] == 800)
        let polygons = try #require(encouraged["geometry"]?["coordinates"]?.array)
        #expect(polygons.count == 2)
        let corners = Set(
            polygons.flatMap { $0.array?.first?.array ?? [] }.compactMap { $0.array?.compactMap(\.number) })
        // x 202000 and 206000; y 502900 to 503900 and 504100 to 505100.
        #expect(corners.isSuperset(of: [[202000, 502900], [206000, 503900], [202000, 504100], [206000, 505100]]))
    }

    @Test("GeoTIFF and GeoPackage are written by the importer and open")
    func foreign() async throws {
        let (status, _, tiff) = try await bytes("/kansen/bestand/kansenkaart.tif?\(Self.garden)")
        #expect(status == .ok)
        #expect(Array(tiff.prefix(4)) == [0x49, 0x49, 0x2A, 0x00])
        let (also, _, package) = try await bytes("/kansen/bestand/kansenkaart.gpkg?\(Self.garden)")
        #expect(also == .ok)
        #expect(String(decoding: package.prefix(15), as: UTF8.self) == "SQLite format 3")
        // "GPKG" stands at byte 68.
        #expect(String(decoding: package[68..<72], as: UTF8.self) == "GPKG")
    }

    @Test("the difference of two variants as JSON; without a second one there is none")
    func difference() async throws {
        let lozen = "activiteit=lozen&eigenschap-watertemperatuur=20"
        let (_, _, body) = try await bytes(
            "/kansen/bestand/verschil.json?\(lozen)&anders-eigenschap-watertemperatuur=40")
        #expect(try JSONValue.parse(Data(body))["changedHectares"] == 10000)
        #expect(try await bytes("/kansen/bestand/verschil.json?\(lozen)").0 == .badRequest)
        #expect(try await bytes("/kansen/bestand/niets.zip?\(lozen)").0 == .notFound)
    }
}
