import Foundation

/// Gathers what people typed, tidied, and all that is wrong with it.
struct TypedTexts {
    /// Characters that fit in a text, and in a line.
    static let longestText = 10_000
    static let longestLine = 500

    private(set) var problems: [CaseProblem] = []

    mutating func add(_ problem: CaseProblem) { problems.append(problem) }

    /// Line ends as one character, without spaces around; a problem when it is needed and empty, or too long.
    mutating func text(
        _ given: String, _ field: CaseProblem.Field, isNeeded: Bool = false, most: Int = Self.longestText
    ) -> String {
        let tidy = Self.tidy(given)
        if isNeeded, tidy.isEmpty { problems.append(.missing(field)) }
        if tidy.count > most { problems.append(.tooLong(field, most: most)) }
        if tidy.unicodeScalars.contains(where: Self.isUnreadable) { problems.append(.unreadable(field)) }
        return tidy
    }

    mutating func line(_ given: String, _ field: CaseProblem.Field, isNeeded: Bool = false) -> String {
        text(given, field, isNeeded: isNeeded, most: Self.longestLine)
    }

    func check() throws(CaseRefused) {
        if !problems.isEmpty { throw CaseRefused(problems) }
    }

    static func tidy(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Control characters but tab and line feed, and those that turn the direction of text around unseen.
    private static func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
