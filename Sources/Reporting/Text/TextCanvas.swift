/// Lays plain text out for a terminal: wraps at a width, indents, and marks headings when colour is wanted.
struct TextCanvas {
    let width: Int
    let isColoured: Bool
    private(set) var lines: [String] = []

    init(width: Int, isColoured: Bool) {
        self.width = width
        self.isColoured = isColoured
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func blank() {
        if lines.last?.isEmpty == false { lines.append("") }
    }

    /// A heading of the report.
    mutating func heading(_ title: String) {
        blank()
        lines.append(bold(title.uppercased()))
        lines.append(String(repeating: "─", count: min(width, title.count)))
    }

    /// A heading inside a chapter.
    mutating func subheading(_ title: String) {
        blank()
        lines.append(bold(title))
    }

    /// - Parameters:
    ///   - hanging: columns by which the lines after the first are indented more.
    mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0, isBold: Bool = false) {
        for (position, line) in Self.wrap(text, first: width - indent, next: width - indent - hanging).enumerated() {
            let space = String(repeating: " ", count: position == 0 ? indent : indent + hanging)
            lines.append(space + (isBold ? bold(line) : line))
        }
    }

    mutating func item(_ text: String, indent: Int = 2) {
        paragraph("• " + text, indent: indent, hanging: 2)
    }

    /// A name and a value in two columns.
    mutating func row(_ name: String, _ value: String, column: Int = 18) {
        let padded = name + String(repeating: " ", count: max(1, column - name.count))
        paragraph(padded + value, indent: 2, hanging: column)
    }

    private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// Breaks at spaces; a word longer than a line stands on its own.
    static func wrap(_ text: String, first: Int, next: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var isStart = true
        // Leading columns of a row must keep their spaces, so words are split by single spaces.
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let limit = lines.isEmpty ? first : next
            if isStart {
                line = String(word)
                isStart = false
            } else if line.count + 1 + word.count <= limit {
                line += " " + word
            } else {
                lines.append(trimmedEnd(line))
                line = String(word)
            }
        }
        lines.append(trimmedEnd(line))
        return lines
    }

    private static func trimmedEnd(_ text: String) -> String {
        var result = text
        while result.last == " " { result.removeLast() }
        return result
    }
}
