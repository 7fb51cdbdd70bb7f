import NormEngine
import PolicyModel
import Reporting

/// The front page of the policy house.
struct HousePages {
    struct Model {
        var title: String
        var documents: [DocumentView]
        var houses: [HouseView]
        var kinds: [KindView]
        var notLoaded: Int
        var tensions: Int
        var inconsistencies: Int
        var examples: [Crumb]
    }

    struct DocumentView {
        var title: String
        var href: String
        var status: String
        var binding: String
        var norms: Int
    }

    /// The ambitions of one document.
    struct HouseView {
        var title: String
        var href: String
        /// Those with parts.
        var ambitions: [AmbitionView]
        /// There is just one, with room for its parts beside each other.
        var isSingle: Bool
        /// Those without.
        var others: [Crumb]
    }

    struct AmbitionView {
        var title: String
        var href: String
        var summary: String?
        var themes: [ThemeView]
    }

    struct ThemeView {
        var title: String
        var href: String
        var isTheme: Bool
        var goals: [Crumb]
    }

    struct KindView {
        var title: String
        var href: String
        var count: Int
        var text: String
    }

    let house: SiteHouse
    let day: PolicyDate

    func front() -> Model {
        let index = house.index
        // The document with the most norms is what people come for.
        let counts = Dictionary(grouping: house.house.norms, by: \.source.document).mapValues(\.count)
        let loaded = house.house.documents.filter(\.loaded).enumerated().sorted {
            (counts[$1.element.id] ?? 0, $0.offset) < (counts[$0.element.id] ?? 0, $1.offset)
        }.map(\.element)
        return Model(
            title: house.house.title, documents: loaded.map(document), houses: loaded.compactMap(ambitions),
            kinds: kinds(), notLoaded: house.house.documents.count - loaded.count,
            tensions: house.book.tensions(on: day).pairs.count, inconsistencies: index.house.inconsistencies.count,
            examples: examples())
    }

    private func document(_ document: PolicyDocument) -> DocumentView {
        let status = document.status(on: day)
        let force: BindingForce = status == .draft ? .none : document.forceWhenAdopted
        return DocumentView(
            title: document.title, href: PolicyAddress.document(document.id),
            status: Words.capitalised(status.map { Words.status($0.rawValue) } ?? "status niet bekend"),
            binding: Words.force(force, binds: document.binds),
            norms: house.house.norms.count { $0.source.document == document.id })
    }

    private func ambitions(_ document: PolicyDocument) -> HouseView? {
        let goals = house.house.goals
        let tops = goals.filter { $0.level == .ambition && $0.partOf == nil && $0.source?.document == document.id }
        guard !tops.isEmpty else { return nil }
        func parts(_ id: String) -> [Goal] { goals.filter { $0.partOf == id } }
        func address(_ goal: Goal) -> String { PolicyAddress.page(RecordKey(.goal, goal.id)) }
        let withParts = tops.filter { !parts($0.id).isEmpty }
        return HouseView(
            title: document.shortTitle ?? document.title, href: PolicyAddress.document(document.id),
            ambitions: withParts.map { ambition in
                AmbitionView(
                    title: ambition.title, href: address(ambition),
                    summary: ambition.summary,
                    themes: parts(ambition.id).map { theme in
                        ThemeView(
                            title: theme.title, href: address(theme), isTheme: theme.level == .theme,
                            goals: parts(theme.id).filter { [.theme, .strategic].contains($0.level) }.map {
                                Crumb(label: $0.title, href: address($0))
                            })
                    })
            }, isSingle: withParts.count == 1,
            others: tops.filter { parts($0.id).isEmpty }.map { Crumb(label: $0.title, href: address($0)) })
    }

    private func kinds() -> [KindView] {
        Self.texts.compactMap { kind, text in
            let count = house.book.records.all(of: kind).count
            guard count > 0 else { return nil }
            return KindView(
                title: Words.capitalised(Words.kinds(kind)), href: PolicyAddress.list(kind), count: count, text: text)
        }
    }

    private static let texts: [(RecordKind, String)] = [
        (.norm, "Wat mag, moet, liever wel of liever niet, met de bron erbij."),
        (.goal, "Waar het beleid heen wil, van ambitie tot maatregel."),
        (.designation, "Gebieden en lijnen op de kaarten."),
        (.document, "Waar het allemaal in staat, en wat niet is geladen."),
        (.activity, "Wat mensen doen, in gewone woorden."),
        (.term, "Wat woorden betekenen."),
        (.agreement, "Wat partijen afspraken, inbrengen of nog bespreken."),
        (.frame, "De vragen waarlangs een plan wordt gelegd."),
        (.useRanking, "Welk gebruik voor welk ander gaat."),
        (.placeLadder, "Welke plekken het eerst aan de beurt zijn."),
        (.programme, "Plannen en projecten waarin het beleid wordt uitgevoerd."),
        (.instrument, "De middelen die de overheid heeft."),
        (.role, "De rollen die de overheid kan nemen."),
        (.indicator, "Wat wordt gemeten om te zien of doelen dichterbij komen."),
        (.figure, "Getallen die de documenten noemen."),
        (.issue, "Zorgen en opgaven die de documenten noemen."),
        (.cycleMoment, "Mijlpalen, evaluaties en stappen."),
        (.contribution, "Wat mensen inbrachten, en wat ermee is gedaan."),
        (.signpost, "Waar een document naar een ander stuk verwijst."),
        (.openQuestion, "Wat alleen een mens kan beoordelen."),
        (.layer, "De kaarten achter de aanduidingen."),
        (.property, "Wat van een plan kan worden gevraagd."),
        (.function, "Waar een plek vooral voor is."),
    ]

    /// Things to look for: the activities about which most is said.
    func examples() -> [Crumb] {
        let activities = house.house.activities.map { activity in
            (activity, house.book.links.to(RecordKey(.activity, activity.id)).count { $0.from.kind == .norm })
        }
        let most = activities.sorted { ($1.1, $0.0.label) < ($0.1, $1.0.label) }.prefix(6)
        return most.map { Crumb(label: $0.0.label, href: PolicyAddress.search([("q", $0.0.label.lowercased())])) }
    }
}
