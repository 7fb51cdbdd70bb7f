/// Writes `sha256` into the `passage` mapping of a YAML text and changes nothing else.
public enum PassageStamp {
    /// A hash for the mapping that begins at a line and column, from 1.
    public struct Entry: Sendable, Hashable {
        public var line: Int
        public var column: Int
        public var sha256: String

        public init(line: Int, column: Int, sha256: String) {
            self.line = line
            self.column = column
            self.sha256 = sha256
        }
    }

    /// The text with every hash added or replaced. A place where no mapping begins is left alone.
    public static func stamp(_ yaml: String, with entries: [Entry]) -> String {
        var text = Scalars(yaml)
        var starts = [0]
        for (index, scalar) in text.enumerated() where scalar == "\n" { starts.append(index + 1) }
        // From the end to the beginning, so that earlier places stay where they are.
        for entry in Set(entries).sorted(by: { ($1.line, $1.column) < ($0.line, $0.column) }) {
            guard starts.indices.contains(entry.line - 1) else { continue }
            let offset = starts[entry.line - 1] + entry.column - 1
            guard text.indices.contains(offset) else { continue }
            if text[offset] == "{" {
                stampFlow(&text, at: offset, entry.sha256)
            } else {
                stampBlock(&text, at: offset, column: entry.column, entry.sha256)
            }
        }
        return text.text
    }

    /// `{unit: item, starts: "..."}`: replaces the value, or adds the key before the closing brace.
    private static func stampFlow(_ text: inout Scalars, at open: Int, _ sha256: String) {
        guard let flow = FlowMapping(text, at: open) else { return }
        if let value = flow.value {
            text.replaceSubrange(value, with: Scalars(sha256))
            return
        }
        let comma = text[flow.contentEnd - 1] == "," || flow.contentEnd == open + 1 ? "" : ","
        let space = flow.contentEnd == open + 1 ? "" : " "
        text.insert(contentsOf: Scalars("\(comma)\(space)sha256: \(sha256)"), at: flow.contentEnd)
    }

    /// Keys below each other: replaces the value, or adds a line after the last key.
    private static func stampBlock(_ text: inout Scalars, at start: Int, column: Int, _ sha256: String) {
        let key = Scalars("sha256:")
        var end = start
        var lineStart = start
        var isFirst = true
        while lineStart < text.count {
            let lineEnd = text[lineStart...].firstIndex(of: "\n") ?? text.count
            let line = text[lineStart..<lineEnd]
            let indent = isFirst ? column - 1 : line.prefix { $0 == " " }.count
            let content = isFirst ? line : line.dropFirst(indent)
            isFirst = false
            let isBlank = content.allSatisfy { $0 == " " || $0 == "\r" } || content.first == "#"
            if !isBlank, indent < column - 1 { break }
            if indent == column - 1, content.starts(with: key) {
                var from = content.startIndex + key.count
                while from < lineEnd, text[from] == " " { from += 1 }
                var to = from
                while to < lineEnd, text[to] != " ", text[to] != "\r" { to += 1 }
                let gap: Scalars = from == content.startIndex + key.count ? [" "] : []
                text.replaceSubrange(from..<to, with: gap + Scalars(sha256))
                return
            }
            if !isBlank { end = lineEnd }
            lineStart = lineEnd + 1
        }
        if end > start, text[end - 1] == "\r" { end -= 1 }
        let lineBreak = end < text.count && text[end] == "\r" ? "\r\n" : "\n"
        let indent = String(repeating: " ", count: column - 1)
        text.insert(contentsOf: Scalars("\(lineBreak)\(indent)sha256: \(sha256)"), at: end)
    }
}
