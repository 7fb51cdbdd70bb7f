/// The words of documents behind findings, as far as they are at hand. They are shown and never kept.
public struct PassageTexts: Sendable, Hashable {
    /// The passage per finding, by the id of the finding.
    public var texts: [String: String]
    /// What could not be shown, and why: sentences for people.
    public var refusals: [String]

    public init(texts: [String: String] = [:], refusals: [String] = []) {
        self.texts = texts
        self.refusals = refusals
    }
}

extension PassageTexts {
    /// What is said of a document whose text is not there.
    public static func notFound(_ title: String) -> String {
        "De tekst van \(title) is niet gevonden; de passages daaruit staan er niet bij."
    }

    /// What is said of a document whose text is another one than was reviewed.
    public static func notReviewed(_ title: String, file: String) -> String {
        "De tekst van \(title) (`\(file)`) is niet de tekst die is nagekeken; de passages daaruit staan er niet bij."
    }
}
