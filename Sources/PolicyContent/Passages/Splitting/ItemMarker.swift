/// What opens a list item, found at the beginning of a cleaned line.
struct ItemMarker {
    /// Kinds nest in the order in which they first occur in a list.
    enum Kind: Hashable {
        /// A word of the outline with a letter: the title of a block. Begins a list of its own.
        case word
        case letter, agreement, number, roman, small, bullet
    }

    var kind: Kind
    /// The letter or number, a step of the path. `nil` for bullets and words.
    var label: String?
    /// The mark as it stands in the text.
    var sign: String
    /// The line without the mark.
    var rest: Scalars

    /// The marker of a line; `nil` when the line begins no item.
    init?(_ line: Scalars, number: Int, outline: Outline) {
        if outline.joined.contains(number) { return nil }
        for word in outline.markers {
            guard let end = Self.endOfWord(Scalars(word), in: line) else { continue }
            self.init(.word, label: nil, line, end: end)
            return
        }
        if outline.items.contains(number) {
            if let (label, end) = Self.digits(in: line, closing: [".", ")"], closingNeeded: false) {
                self.init(.number, label: label, line, end: end)
            } else {
                self.init(.bullet, label: nil, line, end: 0)
            }
            return
        }
        for find in [Self.letter, Self.agreement, Self.count, Self.roman, Self.small, Self.bullet] {
            guard let found = find(line), found.end < line.count else { continue }
            self.init(found.kind, label: found.label, line, end: found.end)
            return
        }
        return nil
    }

    private init(_ kind: Kind, label: String?, _ line: Scalars, end: Int) {
        self.kind = kind
        self.label = label
        sign = Scalars(line[..<end]).trimmed.text
        rest = Scalars(line[end...]).trimmed
    }

    private typealias Found = (kind: Kind, label: String?, end: Int)

    /// `WORD A ` or `WORD A-B `.
    private static func endOfWord(_ word: Scalars, in line: Scalars) -> Int? {
        guard line.starts(with: word) else { return nil }
        var index = word.count
        func skip(_ passes: (Unicode.Scalar) -> Bool) -> Bool {
            guard index < line.count, passes(line[index]) else { return false }
            index += 1
            return true
        }
        guard skip({ $0 == " " }), skip(\.isPlainCapital) else { return nil }
        if index + 1 < line.count, line[index] == "-", line[index + 1].isPlainCapital { index += 2 }
        return spaces(in: line, from: index)
    }

    /// `A. `
    private static func letter(_ line: Scalars) -> Found? {
        guard line.count > 2, line[0].isPlainCapital, line[1] == ".", let end = spaces(in: line, from: 2) else {
            return nil
        }
        return (.letter, line[..<1].text, end)
    }

    /// `2.1 ` or `2.1. ` before a capital.
    private static func agreement(_ line: Scalars) -> Found? {
        let first = line.prefix { $0.isDigit }.count
        guard 1...2 ~= first, first < line.count, line[first] == "." else { return nil }
        let second = line[(first + 1)...].prefix { $0.isDigit }.count
        guard 1...2 ~= second else { return nil }
        let label = line[..<(first + 1 + second)]
        let stop = label.endIndex < line.count && line[label.endIndex] == "." ? 1 : 0
        guard let end = spaces(in: line, from: label.endIndex + stop), end < line.count, line[end].isPlainCapital else {
            return nil
        }
        return (.agreement, label.text, end)
    }

    /// `1. ` or `1) `
    private static func count(_ line: Scalars) -> Found? {
        digits(in: line, closing: [".", ")"], closingNeeded: true).map { (.number, $0.label, $0.end) }
    }

    /// `iv. `
    private static func roman(_ line: Scalars) -> Found? {
        let length = line.prefix { $0 == "i" || $0 == "v" || $0 == "x" }.count
        guard 1...4 ~= length, let end = closed(line, at: length) else { return nil }
        return (.roman, line[..<length].text, end)
    }

    /// `a) `
    private static func small(_ line: Scalars) -> Found? {
        guard let first = line.first, first.isPlainSmall, let end = closed(line, at: 1) else { return nil }
        return (.small, line[..<1].text, end)
    }

    /// `•` with or without spaces, `- ` or `– `.
    private static func bullet(_ line: Scalars) -> Found? {
        guard let first = line.first else { return nil }
        if first.isBullet { return (.bullet, nil, spaces(in: line, from: 1) ?? 1) }
        guard first == "-" || first == "\u{2013}", let end = spaces(in: line, from: 1) else { return nil }
        return (.bullet, nil, end)
    }

    private static func digits(
        in line: Scalars, closing: Set<Unicode.Scalar>, closingNeeded: Bool
    ) -> (label: String, end: Int)? {
        let length = line.prefix { $0.isDigit }.count
        guard 1...2 ~= length, length < line.count else { return nil }
        let isClosed = closing.contains(line[length])
        guard isClosed || !closingNeeded, let end = spaces(in: line, from: length + (isClosed ? 1 : 0)) else {
            return nil
        }
        return (line[..<length].text, end)
    }

    private static func closed(_ line: Scalars, at index: Int) -> Int? {
        guard index < line.count, line[index] == "." || line[index] == ")" else { return nil }
        return spaces(in: line, from: index + 1)
    }

    /// The place after one or more spaces.
    private static func spaces(in line: Scalars, from start: Int) -> Int? {
        guard start < line.count, line[start] == " " else { return nil }
        return line[start...].firstIndex { $0 != " " } ?? line.count
    }
}
