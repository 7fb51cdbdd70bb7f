import CanonicalJSON
import Casework
import Foundation
import PolicyModel

struct ErasuresPage {
    let crumbs: [CaseHead.Link] = []
    let here = "Teksten wissen"
    struct Row {
        var title: String
        var href: String
        var state: String
        var finished: String
        var expired: String
    }

    var rows: [Row]
    var hasRows: Bool

    init(_ dossiers: [DossierSummary], expired: [(dossier: String, texts: [String])]) {
        let counts = Dictionary(expired.map { ($0.dossier, $0.texts.count) }, uniquingKeysWith: +)
        rows = dossiers.compactMap { dossier in
            dossier.finishedAt.map { finished in
                Row(
                    title: dossier.number.map { "Afweging \($0)" } ?? "Dossier \(dossier.id.prefix(6))",
                    href: "/beheer/wissen/\(dossier.id)", state: CaseWords.state(dossier.state),
                    finished: DutchTime.text(DutchTime.day(of: finished)),
                    expired: counts[dossier.id].map { CaseWords.count($0, "tekst", "teksten") } ?? "geen")
            }
        }
        hasRows = !rows.isEmpty
    }
}

/// The texts of one dossier, to choose from. Of each only the beginning is shown: who manages the server has no part in
/// the weighing.
struct ErasurePage {
    let crumbs = [CaseHead.Link(label: "Teksten wissen", href: "/beheer/wissen")]
    struct Line {
        var id: String
        /// The texts that it stands for, with spaces between.
        var value: String
        var kind: String
        var event: String
        var beginning: String
        var term: String
        var isChosen: Bool
    }

    struct Gone {
        var kind: String
        var event: String
        var how: String
    }

    private static let shown = 60

    var csrf: String
    var errors: [FieldError]
    var action: String
    var title: String
    var here: String
    var lines: [Line]
    var hasLines: Bool
    var gone: [Gone]
    var hasGone: Bool
    var ground: FormField
    var by: FormField
    var sureError: String?

    init(
        _ summary: DossierSummary, _ texts: [PersonalText], now: Date, form: Form, errors: [FieldError], csrf: String
    ) {
        self.csrf = csrf
        self.errors = errors
        action = "/beheer/wissen/\(summary.id)"
        title = summary.number.map { "Afweging \($0)" } ?? "Dossier \(summary.id.prefix(6))"
        here = title
        let chosen = Set(Self.chosen(form))
        // What people wrote first, then who they are.
        let left = texts.filter { $0.erasure == nil && $0.kind != .report }
        let lines = left.filter { $0.kind != .person }.map { [$0] } + Self.people(left)
        self.lines = lines.enumerated().compactMap { place, texts in
            texts.first.map { first in
                Line(
                    id: "tekst-\(place + 1)", value: texts.map(\.id).joined(separator: " "), kind: first.kind.words,
                    event: Self.events(texts),
                    beginning: Self.beginning(first), term: Self.term(first.retention, summary.finishedAt),
                    isChosen: texts.allSatisfy { chosen.contains($0.id) })
            }
        }
        hasLines = !lines.isEmpty
        gone = texts.compactMap { text in
            text.erasure.map { erasure in
                Gone(
                    kind: text.kind.words, event: Self.event(text.id),
                    how: "\(DutchTime.text(DutchTime.day(of: erasure.at))), \(erasure.by): \(erasure.ground)")
            }
        }
        hasGone = !gone.isEmpty
        ground = FormField(
            "ground", "Op welke grond",
            hint: "Bijvoorbeeld: bewaartermijn verstreken, of een verzoek volgens artikel 17 AVG. Geen namen.",
            value: form.text("ground"), errors: errors)
        by = FormField(
            "by", "Wie besloot hiertoe",
            hint: "Een functie, geen naam. Bijvoorbeeld: functionaris gegevensbescherming.",
            value: form.text("by"), errors: errors)
        sureError = errors.text(for: "zeker")
    }

    /// The texts that were ticked.
    static func chosen(_ form: Form) -> [String] {
        form.all("tekst").flatMap { $0.split(separator: " ").map(String.init) }
    }

    /// Everybody once, with all the places where their name stands: who asks to be forgotten means all of them.
    private static func people(_ texts: [PersonalText]) -> [[PersonalText]] {
        let names = texts.filter { $0.kind == .person }
        return Dictionary(grouping: names, by: \.text).values.sorted { one, other in
            (one.first.flatMap { Int(event($0.id)) } ?? 0) < (other.first.flatMap { Int(event($0.id)) } ?? 0)
        }
    }

    /// Numbers of links, those that follow each other taken together: `11–24, 26`.
    private static func events(_ texts: [PersonalText]) -> String {
        var numbers = RangeSet<Int>()
        for number in texts.compactMap({ Int(event($0.id)) }) { numbers.insert(contentsOf: number..<number + 1) }
        return numbers.ranges.map { range in
            range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound - 1)"
        }.joined(separator: ", ")
    }

    private static func event(_ id: String) -> String { String(id.prefix { $0 != "." }) }

    private static func beginning(_ text: PersonalText) -> String {
        let words = text.kind == .person ? name(in: text.text) : text.text ?? ""
        let line = words.replacing("\n", with: " ")
        return line.count > shown ? line.prefix(shown) + " …" : line
    }

    private static func name(in identity: String?) -> String {
        identity.flatMap { try? JSONValue.parse(Array($0.utf8)) }?["name"]?.string ?? ""
    }

    private static func term(_ retention: Retention, _ finished: Date?) -> String {
        guard let years = retention.years else { return "blijft bewaard (\(retention.category))" }
        guard let finished else { return "\(years) jaar na afloop" }
        let day = DutchTime.day(of: finished)
        return "tot \(day.year + years) (\(retention.category))"
    }
}

extension TextKind {
    /// What it is, in Dutch.
    var words: String {
        switch self {
        case .person: "naam en account"
        case .title: "titel van het plan"
        case .report: "toets"
        case .argument: "argument"
        case .dilemma: "dilemma"
        case .condition: "voorwaarde"
        case .outcome: "argument van de uitkomst"
        case .contest: "reden van een betwisting"
        case .answer: "reden van een antwoord"
        case .deviation: "tekst over afwijken"
        case .details: "gegevens van het verslag"
        case .comment: "opmerking onder collega's"
        }
    }
}
