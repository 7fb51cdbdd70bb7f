/// The reviewed map from the lines of a text file to section paths: `outlines/<document>.yaml`.
///
/// A conversion loses what makes a heading a heading, repeats numbers and mixes columns. A person therefore decides which
/// lines belong to which section. Every line that is not blank stands in one section or is ignored.
public struct Outline: Sendable, Hashable {
    /// How the lines of a section are divided.
    public enum Layout: String, Sendable, Hashable, CaseIterable {
        /// Paragraphs and lists: sentences and items.
        case text
        /// A legend: one entry per line or list item.
        case legend
        /// One row per line, cells between tabs.
        case table
        /// A table that the conversion flattened: each block of lines is a cell.
        case cells
        /// Loose words of a drawing or map: each line is a cell.
        case labels
    }

    /// Lines that belong to one path. A path that occurs again goes on where it was interrupted.
    public struct Section: Sendable, Hashable {
        public var path: [String]
        /// Other paths by which people know the section.
        public var alsoKnownAs: [[String]]
        /// The heading in full, for people who review the outline.
        public var heading: String
        /// How many of the first lines that are not blank are the heading.
        public var headingLines: Int
        public var layout: Layout
        public var lines: ClosedRange<Int>
    }

    public var document: String
    /// The name of the text file.
    public var file: String
    /// SHA-256 of the bytes of the text file that was reviewed.
    public var fileSha256: String
    /// Tables of contents, page furniture, addresses.
    public var ignored: [ClosedRange<Int>]
    /// Words that with a letter behind them open an item, such as the title of a block.
    public var markers: [String]
    /// Lines that look like the beginning of an item and are not.
    public var joined: Set<Int>
    /// Lines that begin an item although their mark is unusual.
    public var items: Set<Int>
    /// Lines that are headings inside a section.
    public var headings: Set<Int>
    public var sections: [Section]

    /// Every section path once, in the order of the text.
    public var paths: [[String]] {
        var seen: Set<[String]> = []
        return sections.map(\.path).filter { seen.insert($0).inserted }
    }

    /// What is wrong with the outline for a text of so many lines: overlaps, lines past the end, lines without a section.
    public func faults(in lines: [String]) -> [String] {
        var faults: [String] = []
        var owner: [Int: [String]] = [:]
        for section in sections {
            if section.lines.upperBound > lines.count {
                faults.append(
                    "section \(section.path.shownAsPath) ends at line \(section.lines.upperBound) of \(lines.count)")
            }
            let shared = section.lines.first { owner[$0] != nil }
            if let shared, let other = owner[shared] {
                faults.append("line \(shared) stands in \(other.shownAsPath) and in \(section.path.shownAsPath)")
            }
            for line in section.lines { owner[line] = section.path }
        }
        let ignored = Set(self.ignored.joined())
        for (index, line) in lines.enumerated() where owner[index + 1] == nil && !ignored.contains(index + 1) {
            if !PassageNormaliser.readableScalars(line).isEmpty {
                faults.append("line \(index + 1) stands in no section")
            }
        }
        return faults
    }
}

extension [String] {
    /// A section path as YAML writes it.
    var shownAsPath: String { "[" + map { "\"\($0)\"" }.joined(separator: ", ") + "]" }
}
