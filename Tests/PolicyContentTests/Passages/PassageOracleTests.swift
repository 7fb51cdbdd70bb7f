import Foundation
import KompasTesting
import PolicyModel
import Testing

@testable import PolicyContent

/// `Tests/Oracles/passages.py` is a second implementation by the same rules in another language.
@Suite struct PassageOracleTests {
    private static let script = PackageRoot.url("Tests/Oracles/passages.py")

    /// What Python prints; `nil` where Python or its YAML library is not there.
    private static func python(_ arguments: [String]) async -> String? {
        guard let ending = try? await OtherProgram.run(OtherProgram.python, arguments), ending.code == 0 else {
            return nil
        }
        return ending.out
    }

    private static func isThere() async -> Bool { await python(["-c", "import yaml"]) != nil }

    @Test(
        .enabled("no Python with PyYAML; `tools/setup.sh --tests` installs it") { await isThere() },
        arguments: ["regels", "lijsten", "opmaak", "kolommen", "kaarten"])
    func `the second implementation gives the same passages`(name: String) async throws {
        let folder = PassageFixtures.folder.path
        let dump = try #require(
            await Self.python([Self.script.path, "--outlines", folder, "--sources", folder, "--dump", name]))
        let ours = try PassageFixtures.text(name).passages.map { passage in
            [
                passage.unit.rawValue, passage.section.joined(separator: "/"), passage.labels.joined(separator: "/"),
                passage.marker, "\(passage.lines.lowerBound)", "\(passage.lines.upperBound)",
                passage.isPart ? "1" : "0",
                passage.sha256, passage.text,
            ].joined(separator: "\t")
        }
        #expect(dump == ours.map { $0 + "\n" }.joined())
    }
}
