/// Takes tags and marks out of a line that a converter to Markdown or HTML put in.
enum MarkupCleaner {
    /// Tags inside a word leave nothing behind; all others leave a space.
    private static let inlineTags: Set<String> = ["b", "i", "em", "strong", "sub", "sup", "u", "span"]
    private static let entities: [(String, String)] = [
        ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]

    /// The line without HTML tags and with the common entities resolved. Addresses between angle brackets stay.
    static func withoutTags(_ line: Scalars) -> Scalars {
        guard line.contains("<") || line.contains("&") else { return line }
        var result = Scalars()
        var index = 0
        while index < line.count {
            if line[index] == "<", let tag = tag(in: line, at: index) {
                if !inlineTags.contains(tag.name) { result.append(" ") }
                index = tag.end
            } else {
                result.append(line[index])
                index += 1
            }
        }
        for (entity, meaning) in entities { result = replacing(Scalars(entity), by: Scalars(meaning), in: result) }
        return result
    }

    /// The line without `**`, heading marks and `*emphasis*`. A star that marks a footnote stays.
    static func withoutMarks(_ line: Scalars) -> Scalars {
        withoutEmphasis(withoutHeadingMark(replacing(["*", "*"], by: [], in: line)))
    }

    /// `</?letters digit? attributes? /? >` from `start`: its name in lower case and the place after it.
    private static func tag(in line: Scalars, at start: Int) -> (name: String, end: Int)? {
        var index = start + 1
        if index < line.count, line[index] == "/" { index += 1 }
        let nameStart = index
        while index < line.count, line[index].isPlainSmall || line[index].isPlainCapital { index += 1 }
        guard index > nameStart else { return nil }
        if index < line.count, line[index].isDigit { index += 1 }
        let name = line[nameStart..<index].text.lowercased()
        if index < line.count, line[index] == " " {
            while index < line.count, line[index] != "<", line[index] != ">" { index += 1 }
        } else if index < line.count, line[index] == "/" {
            index += 1
        }
        guard index < line.count, line[index] == ">" else { return nil }
        return (name, index + 1)
    }

    private static func withoutHeadingMark(_ line: Scalars) -> Scalars {
        var index = line.firstIndex { $0 != " " } ?? line.count
        let start = index
        while index < line.count, line[index] == "#" { index += 1 }
        guard index > start, index - start <= 6, index < line.count, line[index] == " " else { return line }
        return Scalars(line[index...])
    }

    private static func withoutEmphasis(_ line: Scalars) -> Scalars {
        guard line.contains("*") else { return line }
        var result = Scalars()
        var index = 0
        while index < line.count {
            if line[index] == "*", let close = emphasisEnd(in: line, from: index) {
                result += line[(index + 1)..<close]
                index = close + 1
            } else {
                result.append(line[index])
                index += 1
            }
        }
        return result
    }

    private static func emphasisEnd(in line: Scalars, from open: Int) -> Int? {
        func belongsToWord(_ index: Int) -> Bool {
            guard line.indices.contains(index) else { return false }
            let scalar = line[index]
            return scalar.isPlainSmall || scalar.isPlainCapital || scalar.isDigit || scalar == "*"
        }
        guard !belongsToWord(open - 1), open + 1 < line.count, line[open + 1] != " ", line[open + 1] != "*" else {
            return nil
        }
        guard let close = line[(open + 2)...].firstIndex(of: "*"), !belongsToWord(close + 1) else { return nil }
        return close
    }

    private static func replacing(_ part: Scalars, by other: Scalars, in line: Scalars) -> Scalars {
        guard let head = part.first, line.contains(head) else { return line }
        var result = Scalars()
        var index = 0
        while index < line.count {
            if line[index...].starts(with: part) {
                result += other
                index += part.count
            } else {
                result.append(line[index])
                index += 1
            }
        }
        return result
    }
}
