import Assessment
import CanonicalJSON
import Foundation
import KompasTesting
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Testing

/// The invented water town of `Tests/Fixtures/house-test`. It is the square of 10 km with its lower left corner at
/// (200000, 500000) in RD:
///
/// - `plas`: x 202000-206000, y 502000-506000, from 0 to 8 m deep; its function is `water`
/// - `vaarweg`: x 202000-206000, y 503900-504100; known up to 1000 m around
/// - `oever`: x 201800-202000 (`zacht`) and 206000-206200 (`kade`), y 502000-506000; lines 50 m wide
/// - `wijken`: Noordwijk, x 203000-204000, y 507000-508000
/// - `buren`: Oosterbuur, x 210000-215000
/// - `moeras`: no layer
enum Meerstad {
    static let folder = PackageRoot.url("Tests/Fixtures/house-test")
    private static let loaded = HouseLoader(folder: folder, schemas: PackageRoot.url("content/schema")).load()

    static func house() throws -> PolicyHouse { try #require(loaded.house) }

    /// - Parameters:
    ///   - house: by default the house as it is in its files.
    ///   - folder: where its layers are.
    static func assessor(_ house: PolicyHouse? = nil, folder: URL = folder) throws -> Assessor {
        let house = try house ?? Self.house()
        let layers = try MapLayers(house: house, folder: folder)
        return Assessor(
            index: HouseIndex(house), houseHash: "house", normaliser: "1", facts: HouseLayers(layers))
    }

    static let day = "2026-11-20"

    static func date(_ text: String) throws -> PolicyDate { try #require(PolicyDate(text)) }

    /// The report of an initiative written as GeoJSON in RD.
    static func report(
        _ json: String, in house: PolicyHouse? = nil, on day: String = day, crs: String? = "EPSG:28992"
    ) throws -> AssessmentReport {
        try assessor(house).assess(request(json, crs: crs), on: date(day))
    }

    static func request(_ json: String, crs: String? = "EPSG:28992") throws -> AssessmentRequest {
        AssessmentRequest(input: try JSONValue.parse(json), crs: crs)
    }

    /// The lines of everything that is wrong with an initiative.
    static func problems(_ json: String, in house: PolicyHouse? = nil, crs: String? = "EPSG:28992") throws -> [String] {
        try refused(json, in: house, crs: crs).map(\.line)
    }

    static func refused(
        _ json: String, in house: PolicyHouse? = nil, crs: String? = "EPSG:28992"
    ) throws -> [InputProblem] {
        do {
            _ = try report(json, in: house, crs: crs)
            return []
        } catch let refused as InputRefused {
            return refused.problems
        }
    }
}
