import Foundation
import KompasTesting
import PolicyModel

@testable import PolicyContent

/// The texts of `Tests/Fixtures/texts`.
enum PassageFixtures {
    static let folder = PackageRoot.url("Tests/Fixtures/texts")

    static func text(_ name: String) throws -> SourceText {
        try SourceText(outlineFile: folder.appending(path: "\(name).yaml"), sources: folder)
    }

    /// One line per passage: unit, path below the section, marker, lines, text. A passage inside another is indented.
    static func shown(_ passages: [Passage]) -> [String] {
        passages.map { passage in
            let lines =
                passage.lines.count == 1
                ? "\(passage.lines.lowerBound)" : "\(passage.lines.lowerBound)-\(passage.lines.upperBound)"
            let labels = passage.labels.isEmpty ? "" : " " + passage.labels.joined(separator: "/")
            let marker = passage.marker.isEmpty ? "" : " \(passage.marker)"
            return "\(passage.isPart ? "  " : "")\(passage.unit.rawValue)\(labels)\(marker) @\(lines): \(passage.text)"
        }
    }

    /// The passages of one section, in the order of the text.
    static func shown(_ name: String, in section: [String]) throws -> [String] {
        shown(try text(name).passages.filter { $0.section == section })
    }
}
