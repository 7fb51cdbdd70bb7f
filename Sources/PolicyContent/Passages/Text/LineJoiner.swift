/// One cleaned line of a document with its number from 1.
struct NumberedLine {
    var number: Int
    var text: Scalars
}

/// Text joined from lines, with the place where each line begins.
struct JoinedText {
    var text = Scalars()
    private var starts: [(offset: Int, line: Int)] = []

    init() {}

    init(_ line: NumberedLine) {
        text = line.text
        starts = [(0, line.number)]
    }

    fileprivate mutating func append(_ line: NumberedLine) {
        starts.append((text.count, line.number))
        text += line.text
    }

    /// The lines that a part of the text comes from.
    func lines(of range: Range<Int>) -> ClosedRange<Int> {
        let first = starts.last { $0.offset <= range.lowerBound }?.line ?? starts.first?.line ?? 1
        let last = starts.last { $0.offset < range.upperBound }?.line ?? first
        return first...max(first, last)
    }
}

/// Joins the lines of a block and mends the words that a line end broke.
///
/// A hyphen at a line end goes when small letters stand on both sides, unless `en`, `of`, `tot`, `dan` or `naar` follows (a
/// word left out) or the document has the word only with its hyphen. Where the conversion lost the hyphen as well, the
/// document itself tells: see ``DocumentWords``.
struct LineJoiner {
    private static let afterHangingHyphen: Set<String> = ["en", "of", "tot", "dan", "naar"]

    let words: DocumentWords

    /// One text from lines. `keepingWords` says that lines without a hyphen end between words, as in a legend.
    func join(_ lines: [NumberedLine], keepingWords: Bool = false) -> JoinedText {
        var result = JoinedText()
        var last = 0
        for line in lines where !line.text.isEmpty {
            if result.text.isEmpty {
                result = JoinedText(line)
            } else {
                mend(&result.text, endingLine: keepingWords ? nil : last, before: line.text)
                result.append(line)
            }
            last = line.number
        }
        if result.text.last == .softHyphen { result.text.removeLast() }
        return result
    }

    /// Leaves the joined text so that the next line can be set against it.
    private func mend(_ text: inout Scalars, endingLine number: Int?, before next: Scalars) {
        if text.last == .softHyphen {
            text.removeLast()
        } else if text.last == "-", text.count > 1, text[text.count - 2].isLetter {
            mendHyphen(&text, before: next)
        } else if text.last == "-", text.count > 1, text[text.count - 2].isDigit {
            return
        } else if !isBrokenWord(text, endingLine: number, next) {
            text.append(" ")
        }
    }

    private func mendHyphen(_ text: inout Scalars, before next: Scalars) {
        let right = next.prefix { $0.isLetter }.text
        guard !right.isEmpty, next[0].isSmallLetter, text[text.count - 2].isSmallLetter else { return }
        if Self.afterHangingHyphen.contains(right) {
            text.append(" ")
            return
        }
        let token = text.dropLast().suffix { $0 != " " }
        let left = (DocumentWords.words(in: token).last ?? []).text
        if !words.isKnown(left + "-" + right) || words.isKnown(left + right) { text.removeLast() }
    }

    private func isBrokenWord(_ text: Scalars, endingLine number: Int?, _ next: Scalars) -> Bool {
        guard let number, next[0].isSmallLetter else { return false }
        let left = text[...].suffix { $0.isLetter }
        guard !left.isEmpty else { return false }
        if left.startIndex > 0 {
            let before = text[left.startIndex - 1]
            if before.isDigit || before == "_" || before == "-" { return false }
        }
        return words.isBroken(atEndOf: number, left: left.text, right: next.prefix { $0.isLetter }.text)
    }
}

extension ArraySlice where Element == Unicode.Scalar {
    /// The longest end of which every scalar passes.
    fileprivate func suffix(while passes: (Unicode.Scalar) -> Bool) -> ArraySlice<Unicode.Scalar> {
        guard let last = lastIndex(where: { !passes($0) }) else { return self }
        return self[(last + 1)...]
    }
}
