import Assessment
import Foundation
import KompasTesting
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Testing

/// The invented water town of `Tests/Fixtures/house-test`.
enum Waterstad {
    static let folder = PackageRoot.url("Tests/Fixtures/house-test")
    private static let loaded = HouseLoader(folder: folder, schemas: PackageRoot.url("content/schema")).load()

    static func house() throws -> PolicyHouse { try #require(loaded.house) }

    static func assessor() throws -> Assessor {
        let house = try house()
        return Assessor(
            index: HouseIndex(house), houseHash: "house", normaliser: "1",
            facts: HouseLayers(try MapLayers(house: house, folder: folder)))
    }
}

/// Decodes a record of a house from JSON, so that a test can show all of it.
func decode<Value: Decodable>(_ json: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8))
}
