import Foundation
import Testing

/// The folder with real open data that may lie beside the project.
enum Shared {
    static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["KOMPAS_SHARED"] { return URL(filePath: path) }
        return Project.root.deletingLastPathComponent().appending(path: "shared")
    }()

    static func geodata(_ path: String) -> String { url.appending(path: "geodata/\(path)").path }

    /// Whether tests that need `geodata` should run: it is there, or it must be.
    static var isWanted: Bool {
        ProcessInfo.processInfo.environment["KOMPAS_REQUIRE_SHARED"] == "1"
            || FileManager.default.fileExists(atPath: url.appending(path: "geodata").path)
    }
}

extension Trait where Self == ConditionTrait {
    static var needsSharedGeodata: Self { .enabled(if: Shared.isWanted, "../shared/geodata not present") }
}
