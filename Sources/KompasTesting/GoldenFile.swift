public import Foundation

/// A text that was read by people and kept: `Tests/Goldens/<path>`.
///
/// With `KOMPAS_BLESS=1` the file is renewed instead of compared; read the difference before it is committed.
public struct GoldenFile: Sendable {
    public let url: URL
    let isBlessing: Bool

    /// - Parameter path: from `Tests/Goldens`.
    public init(
        _ path: String, file: String = #filePath,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.init(
            url: PackageRoot.url("Tests/Goldens/\(path)", file: file), isBlessing: environment["KOMPAS_BLESS"] == "1")
    }

    init(url: URL, isBlessing: Bool) {
        self.url = url
        self.isBlessing = isBlessing
    }

    /// What differs between a text and the golden one, as the first line that is not the same; `nil` when nothing does.
    ///
    /// - Throws: when the file cannot be written while blessing.
    public func difference(from text: String) throws -> String? {
        if isBlessing {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return nil
        }
        guard let bytes = FileManager.default.contents(atPath: url.path) else {
            return "`\(url.lastPathComponent)` is not there; make it with `make bless`"
        }
        return Self.firstDifference(String(decoding: bytes, as: UTF8.self), text).map {
            "\(url.lastPathComponent):\($0); if it is meant, renew with `make bless`"
        }
    }

    /// `line: expected ..., found ...`.
    static func firstDifference(_ expected: String, _ found: String) -> String? {
        if expected == found { return nil }
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let foundLines = found.split(separator: "\n", omittingEmptySubsequences: false)
        for number in 0..<max(expectedLines.count, foundLines.count) {
            let left = number < expectedLines.count ? "`\(expectedLines[number])`" : "the end"
            let right = number < foundLines.count ? "`\(foundLines[number])`" : "the end"
            if left != right { return "\(number + 1): expected \(left), found \(right)" }
        }
        return nil
    }
}
