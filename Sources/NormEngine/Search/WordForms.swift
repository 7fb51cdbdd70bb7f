import Foundation

/// What a search may forgive in the words of a language.
public struct WordForms: Sendable {
    /// Small words that say nothing by themselves.
    public var ignored: Set<String>
    /// Words that say little beside others.
    public var light: Set<String>
    /// What the forms of a word have in common: one stem for *molen* and *molens*.
    public var stem: @Sendable (String) -> String
    /// Whether words are written together, the last telling what it is: a *boerderijcamping* is a camping.
    public var isCompounding: Bool

    /// For a language that nothing is known of: words as they are.
    static let plain = WordForms(ignored: [], light: [], stem: { $0 }, isCompounding: false)

    /// - Parameter language: as a house names it, a BCP 47 tag such as `nl` or `nl-BE`.
    public static func of(language: String) -> WordForms {
        language.lowercased().split(separator: "-").first == "nl" ? .dutch : .plain
    }
}

extension WordForms {
    /// The words of a text: lower case, without diacritics, split at everything that is no letter or digit.
    public static func words(_ text: String) -> [String] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return plainWords(text.utf8) }
        let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { !(0x300...0x36F).contains($0.value) }
        var words: [String] = []
        var word = ""
        for scalar in plain {
            if isPartOfWord(scalar) {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// The words of a text without anything but ASCII: most of it, and much faster.
    private static func plainWords(_ text: String.UTF8View) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: word.append(byte)
            case 0x41...0x5A: word.append(byte | 0x20)
            default:
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// The same words, with where each stands in the text.
    public static func places(of text: String) -> [(word: String, place: Range<String.Index>)] {
        var found: [(word: String, place: Range<String.Index>)] = []
        var start: String.Index?
        func close(_ end: String.Index) {
            guard let first = start else { return }
            start = nil
            // A letter may be of several; all of them stand where it stands.
            for word in words(String(text[first..<end])) { found.append((word, first..<end)) }
        }
        for index in text.indices {
            let isPart = text[index].unicodeScalars.contains(where: isPartOfWord)
            if isPart {
                if start == nil { start = index }
            } else {
                close(index)
            }
        }
        close(text.endIndex)
        return found
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// The words that tell something; all of them when none does.
    public func telling(_ words: [String]) -> [String] {
        let telling = words.filter { !ignored.contains($0) }
        return telling.isEmpty ? words : telling
    }

    /// A compound as the two known words that it is made of, split as evenly as can be, with or without the s that joins them;
    /// `nil` for a word that is none.
    public func parts(of word: String, isKnown: (String) -> Bool) -> (head: String, tail: String)? {
        guard isCompounding, word.count >= 7 else { return nil }
        var best: (shorter: Int, parts: (String, String))?
        for length in 3...(word.count - 4) {
            let tail = String(word.dropFirst(length))
            let head = String(word.prefix(length))
            guard isKnown(tail) else { continue }
            let heads = [head] + (head.hasSuffix("s") ? [String(head.dropLast())] : [])
            guard let head = heads.first(where: isKnown) else { continue }
            let shorter = min(head.count, tail.count)
            if shorter > best?.shorter ?? 0 { best = (shorter, (head, tail)) }
        }
        return best?.parts
    }
}
