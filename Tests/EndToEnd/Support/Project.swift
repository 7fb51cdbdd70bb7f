import Foundation

/// Where things stand in the checkout.
enum Project {
    /// The folder of the package.
    static let root: URL = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }()

    static let content = root.appending(path: "content")
    static let goldens = root.appending(path: "Tests/Goldens")
    static let schema = root.appending(path: "docs/assessment.schema.json")

    /// The names of the examples that must be assessed, without `.json`, in order.
    static let examples: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Examples").path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// The path of an example as a user would write it in the folder of the package.
    static func example(_ name: String) -> String { "Examples/\(name).json" }

    /// The day whose policy the tests ask for.
    static let day = "2026-11-20"
}
