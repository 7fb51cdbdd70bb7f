import Foundation
import KompasTesting
import Testing

/// Scripts of pages that need no page are tested where they are written for, in JavaScript: `Tests/Scripts`.
@Suite("Scripts") struct ScriptTests {
    private static let node: String? = ["/usr/bin/node", "/usr/local/bin/node"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test("what Tests/Scripts says of them is true", .enabled(if: node != nil, "node is not installed"))
    func scripts() async throws {
        let folder = PackageRoot.url("Tests/Scripts")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".test.mjs")
        }
        #expect(!files.isEmpty)
        let node = URL(filePath: try #require(Self.node))
        let ending = try await OtherProgram.run(
            node, ["--test"] + files.sorted().map { folder.appending(path: $0).path })
        let failed = ending.out.split(separator: "\n").filter { $0.contains("not ok") }
        #expect(ending.code == 0, "\(failed.joined(separator: "\n"))")
    }
}
