import Foundation
import NormEngine

/// Marks in texts the words that were looked for, and cuts out the part of a text with most of them.
struct Excerpts: Sendable {
    private let vocabulary: Vocabulary
    private let words: [String]
    private let stems: Set<String>

    init(_ query: ParsedQuery, _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        words = query.terms.map(\.word).filter { $0.count >= 3 }
        stems = Set(query.terms.flatMap { [$0.stem] + $0.parts } + query.phrases.joined())
    }

    /// The whole text in pieces.
    func marked(_ text: String) -> [MarkedText] { pieces(text, text.startIndex..<text.endIndex, marks(in: text)) }

    /// At most so many characters of the text that has most of the words, cut between words; the beginning of the first text when
    /// none has any.
    func excerpt(of texts: [String], length: Int = 220) -> [MarkedText] {
        var best: (count: Int, text: String, marks: [Range<String.Index>])?
        for text in texts {
            let marks = marks(in: text)
            let count = Set(marks.map { text[$0].lowercased() }).count
            if count > best?.count ?? -1 { best = (count, text, marks) }
        }
        guard let best else { return [] }
        let window = window(best.text, best.marks, length)
        var pieces = pieces(best.text, window, best.marks)
        if window.lowerBound > best.text.startIndex { pieces.insert(MarkedText("\u{2026} "), at: 0) }
        if window.upperBound < best.text.endIndex { pieces.append(MarkedText(" \u{2026}")) }
        return pieces
    }

    private func marks(in text: String) -> [Range<String.Index>] {
        WordForms.places(of: text).filter { isAsked($0.word) }.map(\.place)
    }

    private func isAsked(_ word: String) -> Bool {
        if words.contains(where: word.hasPrefix) { return true }
        guard let known = vocabulary.words[word] else { return stems.contains(vocabulary.forms.stem(word)) }
        return stems.contains(known.stem) || known.parts.contains(where: stems.contains)
    }

    /// Around the first mark, with a quarter of the length before it.
    private func window(_ text: String, _ marks: [Range<String.Index>], _ length: Int) -> Range<String.Index> {
        guard text.count > length else { return text.startIndex..<text.endIndex }
        var start = text.startIndex
        if let first = marks.first?.lowerBound, text.distance(from: start, to: first) > length * 3 / 4 {
            start = text.index(first, offsetBy: -length / 4)
            while start > text.startIndex, !text[text.index(before: start)].isWhitespace {
                start = text.index(before: start)
            }
        }
        guard var end = text.index(start, offsetBy: length, limitedBy: text.endIndex), end < text.endIndex else {
            return start..<text.endIndex
        }
        let cut = end
        while end > start, !text[end].isWhitespace { end = text.index(before: end) }
        return start..<(end > start ? end : cut)
    }

    private func pieces(
        _ text: String, _ window: Range<String.Index>, _ marks: [Range<String.Index>]
    ) -> [MarkedText] {
        var result: [MarkedText] = []
        var position = window.lowerBound
        for mark in marks where mark.lowerBound >= position && mark.upperBound <= window.upperBound {
            if mark.lowerBound > position { result.append(MarkedText(String(text[position..<mark.lowerBound]))) }
            result.append(MarkedText(String(text[mark]), isMarked: true))
            position = mark.upperBound
        }
        if position < window.upperBound { result.append(MarkedText(String(text[position..<window.upperBound]))) }
        return result
    }
}
