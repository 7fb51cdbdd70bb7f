internal import PolicyModel

/// Divides the text of a document into passages, section by section of its outline.
///
/// The same outline and text always give the same passages in the same order.
struct PassageSplitter {
    let outline: Outline
    let lines: [String]
    let joiner: LineJoiner
    private let readable: [Scalars]
    private let ignored: Set<Int>

    /// The lines of one path and layout, with a 0 where a later range goes on.
    struct Part {
        var path: [String]
        var layout: Outline.Layout
        var sections: [Outline.Section]
    }

    init(outline: Outline, lines: [String]) {
        self.outline = outline
        self.lines = lines
        readable = lines.map(PassageNormaliser.readableScalars)
        joiner = LineJoiner(words: DocumentWords(lines: lines, readable: readable))
        ignored = Set(outline.ignored.joined())
    }

    /// All passages in the order of the outline; a section that goes on later stands where it began.
    func passages() -> [Passage] {
        var result: [Passage] = []
        for part in parts() {
            var body: [Int] = []
            for section in part.sections {
                let (heading, rest) = headingAndBody(of: section)
                result += passage(heading: heading, path: part.path)
                if !body.isEmpty, !rest.isEmpty { body.append(0) }
                body += rest
            }
            switch part.layout {
            case .text: result += blocks(path: part.path, body: body, inCells: false)
            case .cells: result += blocks(path: part.path, body: body, inCells: true)
            case .legend: result += legend(path: part.path, body: body)
            case .table: result += table(path: part.path, body: body)
            case .labels: result += labels(path: part.path, body: body)
            }
        }
        return result
    }

    /// The cleaned line; empty where the line is blank, ignored, a page number or the seam between two ranges.
    func shown(_ number: Int) -> Scalars {
        guard number > 0, number <= lines.count, !ignored.contains(number) else { return [] }
        let line = readable[number - 1]
        return LineRules.isPageNumber(line) ? [] : line
    }

    /// A passage from a part of a text; `nil` when there is nothing to match.
    func passage(
        _ unit: PassageUnit, _ path: [String], labels: [String] = [], marker: String = "", in joined: JoinedText,
        range: Range<Int>? = nil, isPart: Bool = false
    ) -> Passage? {
        let range = range ?? 0..<joined.text.count
        let text = Scalars(joined.text[range]).trimmed
        let passage = Passage(
            unit: unit, section: path, labels: labels, marker: marker, text: text, lines: joined.lines(of: range),
            isPart: isPart)
        return passage.key.isEmpty ? nil : passage
    }

    private func parts() -> [Part] {
        var parts: [Part] = []
        for section in outline.sections {
            if let index = parts.firstIndex(where: { $0.path == section.path && $0.layout == section.layout }) {
                parts[index].sections.append(section)
            } else {
                parts.append(Part(path: section.path, layout: section.layout, sections: [section]))
            }
        }
        return parts
    }

    private func headingAndBody(of section: Outline.Section) -> (heading: [NumberedLine], body: [Int]) {
        var heading: [NumberedLine] = []
        var body = Array(section.lines)[...]
        while heading.count < section.headingLines, let number = body.first {
            body.removeFirst()
            let line = shown(number)
            if !line.isEmpty { heading.append(NumberedLine(number: number, text: line)) }
        }
        return (heading, Array(body))
    }

    private func passage(heading: [NumberedLine], path: [String]) -> [Passage] {
        guard !heading.isEmpty else { return [] }
        let joined = joiner.join(heading)
        let number = joined.text.prefix { $0.isDigit || $0 == "." }
        var start = 0
        if number.first?.isDigit == true, number.endIndex < joined.text.count, joined.text[number.endIndex] == " " {
            start = number.endIndex + 1
        }
        let marker = start > 0 ? number.text : ""
        return [passage(.heading, path, marker: marker, in: joined, range: start..<joined.text.count)].compactMap { $0 }
    }
}
