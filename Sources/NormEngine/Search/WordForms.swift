/// What a search may forgive in the words of a language.
struct WordForms: Sendable {
    /// Small words that say nothing by themselves.
    var ignored: Set<String>
    /// Words that say little beside others.
    var light: Set<String>
    /// What the forms of a word have in common: one stem for *molen* and *molens*.
    var stem: @Sendable (String) -> String
    /// Whether words are written together, the last telling what it is: a *boerderijcamping* is a camping.
    var isCompounding: Bool

    /// For a language that nothing is known of: words as they are.
    static let plain = WordForms(ignored: [], light: [], stem: { $0 }, isCompounding: false)

    /// - Parameter language: as a house names it, a BCP 47 tag such as `nl` or `nl-BE`.
    static func of(language: String) -> WordForms {
        language.lowercased().split(separator: "-").first == "nl" ? .dutch : .plain
    }
}
