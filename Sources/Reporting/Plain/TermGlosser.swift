public import PolicyModel

/// A piece of a text that is a term of the glossary, or is not.
public struct GlossedText: Sendable, Hashable {
    public var text: String
    /// Identifier of the term.
    public var term: String?

    public init(_ text: String, term: String? = nil) {
        self.text = text
        self.term = term
    }
}

/// Finds the terms of a glossary in texts: whole words, also in the plural, the longest first. A term is marked where it
/// first stands; the glosser remembers which it has marked, for a list of the words of a page.
public struct TermGlosser: Sendable {
    private struct Name: Sendable {
        var words: [String]
        var term: String
    }

    private let names: [String: [Name]]
    private let terms: [String: Term]
    /// Identifiers of the terms that were found, in the order in which they were.
    public private(set) var found: [String] = []

    public init(_ terms: [Term]) {
        var names: [String: [Name]] = [:]
        for term in terms {
            for name in Self.names(of: term.label) {
                let words = Self.tokens(name).filter(\.isWord).map { $0.text.lowercased() }
                guard let first = words.first else { continue }
                names[Self.stem(first), default: []].append(Name(words: words, term: term.id))
            }
        }
        self.names = names.mapValues { $0.sorted { ($1.words.count, $0.term) < ($0.words.count, $1.term) } }
        self.terms = Dictionary(terms.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The terms that were found, in the order of the alphabet; of a word that two documents explain, both.
    public var foundTerms: [Term] {
        let labels = Set(found.compactMap { terms[$0]?.label.lowercased() })
        return terms.values.filter { labels.contains($0.label.lowercased()) }
            .sorted { ($0.label.lowercased(), $0.id) < ($1.label.lowercased(), $1.id) }
    }

    /// The text with every term marked that was not marked before.
    public mutating func gloss(_ text: String) -> [GlossedText] {
        let tokens = Self.tokens(text)
        var pieces: [GlossedText] = []
        var plain = ""
        var place = 0
        while place < tokens.count {
            if tokens[place].isWord, let (name, end) = match(tokens, at: place), !found.contains(name.term) {
                if !plain.isEmpty { pieces.append(GlossedText(plain)) }
                plain = ""
                found.append(name.term)
                pieces.append(GlossedText(tokens[place..<end].map(\.text).joined(), term: name.term))
                place = end
            } else {
                plain += tokens[place].text
                place += 1
            }
        }
        if !plain.isEmpty { pieces.append(GlossedText(plain)) }
        return pieces
    }

    /// The longest name that begins here, and the token after it.
    private func match(_ tokens: [Token], at start: Int) -> (Name, Int)? {
        for name in names[Self.stem(tokens[start].text.lowercased())] ?? [] {
            var place = start
            var matched = 0
            while place < tokens.count, matched < name.words.count {
                if tokens[place].isWord {
                    let word = tokens[place].text.lowercased()
                    let isLast = matched == name.words.count - 1
                    guard word == name.words[matched] || isLast && Self.isForm(word, of: name.words[matched]) else {
                        break
                    }
                    matched += 1
                } else if tokens[place].text != " " {
                    break
                }
                place += 1
            }
            if matched == name.words.count { return (name, place) }
        }
        return nil
    }

    // MARK: - Words

    private struct Token {
        var text: String
        var isWord: Bool
    }

    private static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        for character in text {
            let isWord = character.isLetter || character.isNumber || character == "-"
            if let last = tokens.last, last.isWord == isWord, isWord {
                tokens[tokens.count - 1].text.append(character)
            } else {
                tokens.append(Token(text: String(character), isWord: isWord))
            }
        }
        return tokens
    }

    /// `Milieueffectrapportage (mer)` has two names.
    private static func names(of label: String) -> [String] {
        guard let open = label.firstIndex(of: "("), let close = label[open...].firstIndex(of: ")") else {
            return [label]
        }
        let inner = String(label[label.index(after: open)..<close])
        return [String(label[..<open]) + String(label[label.index(after: close)...]), inner]
    }

    /// A plural, or an adjective with its e.
    private static func isForm(_ word: String, of name: String) -> Bool {
        word.hasPrefix(name) && ["en", "s", "e", "n"].contains(String(word.dropFirst(name.count)))
    }

    /// What all forms of a word begin with.
    private static func stem(_ word: String) -> String { String(word.prefix(3)) }
}
