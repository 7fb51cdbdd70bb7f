import NormEngine

/// What a person typed, as words to look for. Made of letters and digits only, so that no text can be a command to the index.
struct ParsedQuery: Sendable, Hashable {
    /// One word that was asked for.
    struct Term: Sendable, Hashable {
        /// As typed, in small letters and without diacritics.
        var asked: String
        /// The word to look for: as typed, or what was probably meant.
        var word: String
        var stem: String
        /// Stems of the parts of a compound that nothing has as one word.
        var parts: [String]
        /// It says little, and need not be there.
        var isLight: Bool
        /// Nothing has it, and nothing is like it.
        var isUnknown: Bool
    }

    /// In the order of typing; at most ``most``.
    var terms: [Term] = []
    /// Words that must stand next to each other, as stems.
    var phrases: [[String]] = []

    static let most = 16

    init(_ text: String, _ vocabulary: Vocabulary) {
        let forms = vocabulary.forms
        for (position, piece) in text.prefix(500).split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        {
            guard position % 2 == 1 else { continue }
            let words = WordForms.words(String(piece))
            if words.count > 1 { phrases.append(words.map(forms.stem)) }
        }
        let asked = Array(forms.telling(WordForms.words(String(text.prefix(500)))).prefix(Self.most))
        let joined = Self.joined(asked, vocabulary)
        var seen: Set<String> = []
        let isAllLight = joined.allSatisfy(forms.light.contains)
        for word in joined where seen.insert(word).inserted {
            terms.append(Self.term(word, isLight: !isAllLight && forms.light.contains(word), vocabulary))
        }
    }

    /// Neighbours that only together are a word that something has: *zonne panelen*.
    private static func joined(_ words: [String], _ vocabulary: Vocabulary) -> [String] {
        var result: [String] = []
        for word in words {
            if let last = result.last, vocabulary.words[last + word] != nil,
                vocabulary.words[last] == nil || vocabulary.words[word] == nil
            {
                result[result.count - 1] = last + word
            } else {
                result.append(word)
            }
        }
        return result
    }

    private static func term(_ asked: String, isLight: Bool, _ vocabulary: Vocabulary) -> Term {
        let forms = vocabulary.forms
        var term = Term(
            asked: asked, word: asked, stem: forms.stem(asked), parts: [], isLight: isLight, isUnknown: false)
        guard !vocabulary.isKnown(asked) else { return term }
        if let guess = vocabulary.guess(asked) {
            term.word = guess
            term.stem = forms.stem(guess)
        } else if let parts = vocabulary.split(asked) {
            term.parts = [forms.stem(parts.head), forms.stem(parts.tail)]
        } else {
            term.isUnknown = true
        }
        return term
    }
}

/// The query in the language of SQLite's FTS5. Every word stands between quotes and holds nothing but letters and digits.
extension ParsedQuery {
    /// All terms must be there, but the light ones; `nil` when there is nothing to look for.
    var strict: String? {
        let needed = terms.filter { !$0.isLight && !$0.isUnknown }
        guard !needed.isEmpty else { return nil }
        let all = (needed.map(expression) + phrases.map(expression)).joined(separator: " AND ")
        let light = terms.filter { $0.isLight && !$0.isUnknown }.map(expression)
        return light.isEmpty ? all : "(\(all)) OR ((\(all)) AND (\(light.joined(separator: " OR "))))"
    }

    /// One of the terms must be there; `nil` when that finds nothing more than ``strict``.
    var loose: String? {
        let known = terms.filter { !$0.isUnknown }
        guard known.count > 1 else { return nil }
        return known.map(expression).joined(separator: " OR ")
    }

    private func expression(_ term: Term) -> String {
        let whole = term.word.count >= 3 ? "\"\(term.word)\" OR \"\(term.word)\" *" : "\"\(term.word)\""
        var ways = [
            "{title body about} : (\(whole))",
            "{titleStems bodyStems aboutStems titleParts bodyParts} : \"\(term.stem)\"",
        ]
        if term.parts.count == 2 {
            ways.append("{titleStems bodyStems aboutStems} : (\"\(term.parts[0])\" AND \"\(term.parts[1])\")")
        }
        return "(" + ways.joined(separator: " OR ") + ")"
    }

    private func expression(_ phrase: [String]) -> String {
        "{titleStems bodyStems} : (" + phrase.map { "\"\($0)\"" }.joined(separator: " + ") + ")"
    }
}
