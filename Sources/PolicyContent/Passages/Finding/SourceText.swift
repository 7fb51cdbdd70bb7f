public import Foundation

/// A document as text with its outline, divided into passages.
public struct SourceText: Sendable {
    public let outline: Outline
    /// SHA-256 of the bytes that were read.
    public let fileSha256: String
    public let passages: [Passage]
    /// What is wrong with the outline for this text; empty when every line has its place.
    public let faults: [String]

    /// Whether this is the text that the outline was reviewed for.
    public var isReviewed: Bool { fileSha256 == outline.fileSha256 }

    /// Divides a text. Line ends may be those of any system.
    public init(outline: Outline, data: Data) {
        let text = String(decoding: data, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        let lines = text.components(separatedBy: "\n")
        self.outline = outline
        fileSha256 = PassageNormaliser.digest(of: data)
        passages = PassageSplitter(outline: outline, lines: lines).passages()
        faults = outline.faults(in: lines)
    }

    /// Reads the outline `file` and the text that it names from `sources`. Throws an ``OutlineError`` for an outline that
    /// cannot be read and a Foundation error for a file that is not there.
    public init(outlineFile file: URL, sources: URL) throws {
        let outline = try Outline(yaml: String(contentsOf: file, encoding: .utf8))
        self.init(outline: outline, data: try Data(contentsOf: sources.appending(path: outline.file)))
    }
}
