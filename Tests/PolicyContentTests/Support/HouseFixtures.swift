import Foundation
import KompasTesting

/// Houses to test with.
enum HouseFixtures {
    static let root = PackageRoot.url()
    static let fixtures = root.appending(path: "Tests/Fixtures")
    /// The invented house that has no findings.
    static let testHouse = fixtures.appending(path: "house-test")
    static let schemas = root.appending(path: "content/schema")

    /// Runs with a copy of the test house that is thrown away afterwards.
    static func withCopy<Result>(_ body: (URL) throws -> Result) throws -> Result {
        try TemporaryFolder.use { folder in
            let house = folder.appending(path: "house")
            try FileManager.default.copyItem(at: testHouse, to: house)
            return try body(house)
        }
    }
}
