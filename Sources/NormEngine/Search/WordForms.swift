/// What a search may forgive in the words of a language.
struct WordForms: Sendable {
    /// Small words that say nothing by themselves.
    var ignored: Set<String>
    /// What the forms of a word have in common: one stem for *molen* and *molens*.
    var stem: @Sendable (String) -> String
    /// Whether the end of a compound says what it is, as in languages that write *boerderijcamping* as one word.
    var endsTell: Bool

    /// For a language that nothing is known of: words as they are.
    static let plain = WordForms(ignored: [], stem: { $0 }, endsTell: false)

    /// - Parameter language: as a house names it, a BCP 47 tag such as `nl` or `nl-BE`.
    init(language: String) {
        switch language.lowercased().split(separator: "-").first {
        case "nl": self = .dutch
        default: self = .plain
        }
    }

    init(ignored: Set<String>, stem: @escaping @Sendable (String) -> String, endsTell: Bool) {
        self.ignored = ignored
        self.stem = stem
        self.endsTell = endsTell
    }
}
