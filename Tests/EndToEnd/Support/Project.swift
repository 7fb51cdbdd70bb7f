import Foundation
import KompasTesting
import Testing

/// Where things stand in the checkout.
enum Project {
    /// The folder of the package.
    static let root = PackageRoot.url(of: #filePath)
    static let content = root.appending(path: "content")

    /// The day whose policy the tests ask for.
    static let day = "2026-11-20"

    /// The names of the examples that must be assessed, without `.json`, in order.
    static let examples: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Examples").path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// The path of an example as a user would write it in the folder of the package.
    static func example(_ name: String) -> String { "Examples/\(name).json" }

    /// The path of a file with real open data.
    static func geodata(_ path: String) -> String {
        SharedFolder.url(file: #filePath).appending(path: "geodata/\(path)").path
    }
}

extension Trait where Self == ConditionTrait {
    static var needsSharedGeodata: Self {
        .enabled(if: SharedFolder.isWanted("geodata", file: #filePath), "../shared/geodata not present")
    }
}
