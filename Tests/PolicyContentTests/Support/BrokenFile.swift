import Foundation
import Testing

/// A file of `Tests/Fixtures/house-broken`: content that is wrong, with what the loader must say about it.
///
/// `# expect: 3:5: error: ...` gives line, column, severity and message in this file; with a path before the line it is
/// about another file of the test house. `# help: ...` under it gives the help. `# without: effects.yaml` leaves that
/// file of the test house out.
struct BrokenFile: Sendable, CustomTestStringConvertible {
    /// Under this name it is put into a copy of the test house.
    static let placedAs = "broken.yaml"

    let name: String
    let text: String

    var testDescription: String { name }

    static let all: [BrokenFile] = {
        let folder = HouseFixtures.fixtures.appending(path: "house-broken")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
            (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
                BrokenFile(name: name, text: $0)
            }
        }
    }()

    /// The descriptions of the findings, in the order of the file.
    var expected: [String] {
        var expected: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# expect: ") {
                let finding = line.dropFirst("# expect: ".count)
                let isHere = finding.first?.isNumber == true
                expected.append(isHere ? "\(Self.placedAs):\(finding)" : String(finding))
            } else if line.hasPrefix("# help: "), let last = expected.popLast() {
                expected.append(last + "\n  help: " + line.dropFirst("# help: ".count))
            }
        }
        return expected
    }

    var leftOut: [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("# without: ") }.map {
            String($0.dropFirst("# without: ".count))
        }
    }
}
