import Foundation
import KompasTesting
import PolicyModel
import Testing

@testable import PolicyContent

/// `Tests/Oracles/passages.py` is a second implementation by the same rules in another language.
@Suite struct PassageOracleTests {
    private static let script = PackageRoot.url("Tests/Oracles/passages.py")

    /// What Python prints; `nil` where Python or its YAML library is not there.
    private static func python(_ arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [ProcessInfo.processInfo.environment["KOMPAS_PYTHON"] ?? "python3"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }

    private static let isThere = python(["-c", "import yaml"]) != nil

    @Test(.enabled(if: isThere), arguments: ["regels", "lijsten", "opmaak", "kolommen", "kaarten"])
    func `the second implementation gives the same passages`(name: String) throws {
        let folder = PassageFixtures.folder.path
        let dump = try #require(
            Self.python([Self.script.path, "--outlines", folder, "--sources", folder, "--dump", name]))
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
