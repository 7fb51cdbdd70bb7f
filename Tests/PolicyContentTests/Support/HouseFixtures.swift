import Foundation

/// Houses to test with.
enum HouseFixtures {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let fixtures = root.appending(path: "Tests/Fixtures")
    /// The invented house that has no findings.
    static let testHouse = fixtures.appending(path: "house-test")
    static let schemas = root.appending(path: "content/schema")

    /// Runs with a copy of the test house that is thrown away afterwards.
    static func withCopy<Result>(_ body: (URL) throws -> Result) throws -> Result {
        try withFolder { folder in
            let house = folder.appending(path: "house")
            try FileManager.default.copyItem(at: testHouse, to: house)
            return try body(house)
        }
    }

    /// Runs with an empty folder that is thrown away afterwards.
    static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kompas-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
