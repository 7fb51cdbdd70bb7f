/// Decisions about one line that every layout shares.
enum LineRules {
    /// After one of these words a phrase cannot end.
    private static let openingWords: Set<String> = [
        "de", "het", "een", "en", "of", "van", "voor", "in", "op", "te", "ten", "ter", "met", "naar", "tot", "bij",
        "aan",
        "uit", "om", "door", "dat", "die", "als", "is", "zijn", "worden", "wordt", "over", "onder", "tussen", "per",
        "dit",
        "deze",
    ]

    /// `12` or `5 van 34`.
    static func isPageNumber(_ line: Scalars) -> Bool {
        guard let first = line.first, first.isDigit else { return false }
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        func isNumber(_ part: ArraySlice<Unicode.Scalar>) -> Bool { 1...3 ~= part.count && part.allSatisfy(\.isDigit) }
        if parts.count == 1 { return isNumber(parts[0]) }
        return parts.count == 3 && isNumber(parts[0]) && parts[1].text == "van" && isNumber(parts[2])
    }

    /// Whether the raw line carries a Markdown heading mark.
    static func hasHeadingMark(_ raw: String) -> Bool {
        raw.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" } == "#"
    }

    /// Whether a line inside a section is a heading: marked, wholly bold without a stop, or in capitals.
    static func isHeading(_ line: Scalars, raw: String) -> Bool {
        hasHeadingMark(raw) || isBold(raw, line) || isInCapitals(line)
    }

    /// Whether a block goes on with `next` after a blank line. In flattened tables only a small letter says so.
    static func continues(_ previous: Scalars, with next: Scalars, inCells: Bool) -> Bool {
        guard !isClosed(previous), let first = next.first else { return false }
        if first.isSmallLetter { return true }
        if inCells { return false }
        if first == "(" || first.isDigit { return true }
        guard let last = previous.last else { return false }
        if last == "," || last == "-" || last == .softHyphen { return true }
        let word = previous.split(separator: " ", omittingEmptySubsequences: false).last ?? []
        return openingWords.contains(word.text.lowercased())
    }

    private static func isClosed(_ line: Scalars) -> Bool {
        let end = line.last { $0 != ")" && $0 != "\"" && $0 != "'" && $0 != " " }
        return end.map { [".", "?", "!", ":", ";"].contains($0) } ?? false
    }

    private static func isBold(_ raw: String, _ line: Scalars) -> Bool {
        let edges: Set<Unicode.Scalar> = [" ", "\u{A0}"]
        var scalars = Scalars(raw)[...]
        while let last = scalars.last, edges.contains(last) { scalars.removeLast() }
        while let first = scalars.first, edges.contains(first) { scalars.removeFirst() }
        guard scalars.count > 4, scalars.starts(with: ["*", "*"]), scalars.suffix(2).elementsEqual(["*", "*"]) else {
            return false
        }
        guard !scalars.dropFirst(2).dropLast(2).contains("*"), let end = line.last else { return false }
        return ![".", "?", "!", ":", ";"].contains(end)
    }

    private static func isInCapitals(_ line: Scalars) -> Bool {
        let letters = line.filter(\.isLetter)
        guard letters.count >= 3, letters.allSatisfy(\.isCapitalLetter), let end = line.last, end != "-" else {
            return false
        }
        if end == "." || end == ";" || end == "?" || end == "!" { return false }
        return line.split(separator: " ", omittingEmptySubsequences: false).count <= 8
    }
}
