import Foundation
import KompasTesting
import Testing

/// Scripts of pages that need no page are tested where they are written for, in JavaScript: `Tests/Scripts`.
@Suite("Scripts") struct ScriptTests {
    private static let node: String? = ["/usr/bin/node", "/usr/local/bin/node"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test("what Tests/Scripts says of them is true", .enabled(if: node != nil, "node is not installed"))
    func scripts() throws {
        let folder = PackageRoot.url("Tests/Scripts")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".test.mjs")
        }
        #expect(!files.isEmpty)
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.node))
        process.arguments = ["--test"] + files.sorted().map { folder.appending(path: $0).path }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let failed = text.split(separator: "\n").filter { $0.contains("not ok") }
        #expect(process.terminationStatus == 0, "\(failed.joined(separator: "\n"))")
    }
}
