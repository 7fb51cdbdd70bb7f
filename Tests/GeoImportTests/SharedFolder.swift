import Foundation
import Testing

/// The folder with real open data that may lie beside the project.
enum SharedFolder {
    static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["KOMPAS_SHARED"] { return URL(fileURLWithPath: path) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    /// Whether tests that need `geodata` should run: it is there, or it must be.
    static var isWanted: Bool {
        ProcessInfo.processInfo.environment["KOMPAS_REQUIRE_SHARED"] == "1"
            || FileManager.default.fileExists(atPath: url.appendingPathComponent("geodata").path)
    }
}

extension Trait where Self == ConditionTrait {
    static var needsSharedGeodata: Self { .enabled(if: SharedFolder.isWanted, "../shared/geodata not present") }
}
