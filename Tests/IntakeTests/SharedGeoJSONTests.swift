import Foundation
import Intake
import KompasTesting
import Testing

@Suite(
    "The broken GeoJSON of others",
    .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata not present"))
struct SharedGeoJSONTests {
    static let folder = SharedFolder.url().appending(path: "geodata/bad-geojson/data")

    static func names(_ kind: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)
        return (names ?? []).filter { $0.hasSuffix(".geojson") }.sorted()
    }

    /// The files whose only fault, for us, is that they are somewhere else in the world.
    private static let elsewhere: Set<String> = [
        "bad-polygon-interiorring-rhr", "badfeatureid", "bbox-4or6elements", "bbox-contains-string", "bbox-string",
        "different-first-last", "different-first-size", "excessive_precision_truncated", "feature_changed_semantics",
        "featurecollection_changed_semantics", "geometry_changed_semantics", "point-toomany", "polygon_winding_order",
    ]

    @Test("each is refused with a message of its own", arguments: names("bad"))
    func bad(_ name: String) async throws {
        let refused = try await #require(throws: IntakeRefused.self) {
            try await Quarantine().read(file: Self.folder.appending(path: "bad/\(name)"), name: name)
        }
        let isElsewhere = Self.elsewhere.contains(String(name.dropLast(".geojson".count)))
        #expect((refused.code == .wrongCoordinates) == isElsewhere, "\(refused)")
        #expect(
            [.broken, .wrongKind, .wrongGeometry, .noGeometry, .wrongCoordinates].contains(refused.code), "\(refused)")
        #expect(refused.message.hasSuffix(".") && refused.help.hasSuffix("."))
    }

    @Test(
        "good files are refused only for lying outside the Netherlands or for having no shape", arguments: names("good")
    )
    func good(_ name: String) async throws {
        let refused = try await #require(throws: IntakeRefused.self) {
            try await Quarantine().read(file: Self.folder.appending(path: "good/\(name)"), name: name)
        }
        switch name {
        case "good-geometrycollection.geojson": #expect(refused.code == .wrongGeometry)
        case "nullgeometry.geojson": #expect(refused.code == .noGeometry)
        default: #expect(refused.code == .wrongCoordinates, "\(refused)")
        }
    }
}
