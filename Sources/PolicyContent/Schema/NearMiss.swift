import PolicyModel

/// Finds the word that an author probably meant.
enum NearMiss {
    /// The nearest of the candidates by `nearMisses(of:in:atMost:)`, other than the word itself.
    static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        nearMisses(of: word, in: candidates.filter { $0 != word }, atMost: 1).first
    }

    /// The help for a word that is not known.
    static func help(_ word: String, among candidates: some Sequence<String>) -> String? {
        of(word, among: candidates).map { "did you mean `\($0)`?" }
    }
}
