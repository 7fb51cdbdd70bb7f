import Foundation
import NormEngine
import PolicyModel
import Reporting

/// All records of one kind, in groups that suit the kind.
struct ListPages {
    struct Model {
        var symbols: String
        var title: String
        var intro: String?
        var count: Int
        var isEmpty: Bool
        /// Lists under one heading, or
        var chapters: [ListChapter]
        /// lists by themselves.
        var groups: [RecordGroup]
        var contents: [Crumb]
    }

    /// Lists that belong together.
    struct ListChapter {
        var id: String
        var title: String
        var count: Int
        var groups: [RecordGroup]
    }

    let house: SiteHouse
    let day: PolicyDate

    private var lines: RecordLines { RecordLines(book: house.book, day: day) }

    func page(_ kind: RecordKind) -> Model {
        let records = house.book.records.all(of: kind)
        let chapters: [ListChapter] =
            switch kind {
            case .norm: norms(records)
            case .goal: goals()
            default: []
            }
        let groups = chapters.isEmpty ? groups(kind, records) : []
        let places =
            chapters.map { Crumb(label: "\($0.title) (\($0.count))", href: "#" + $0.id) }
            + groups.map { Crumb(label: $0.title ?? "", href: "#" + $0.id) }
        return Model(
            symbols: Mark.symbolsMarkup, title: Words.capitalised(Words.kinds(kind)), intro: Self.intros[kind],
            count: records.count, isEmpty: records.isEmpty, chapters: chapters, groups: groups,
            contents: places.count > 2 ? places : [])
    }

    private static let intros: [RecordKind: String] = [
        .norm:
            "Een norm is \u{E9}\u{E9}n uitspraak van het beleid over iets wat mensen doen. Het teken ervoor zegt wat de norm doet; bij elke norm staat de passage.",
        .goal: "Waar het beleid heen wil. Kompas telt doelen niet op: het laat zien welke normen ze dienen.",
        .designation: "Elke regel uit de legenda\u{2019}s van de kaarten, en gebieden die alleen de tekst aanwijst.",
        .layer: "De lijnen achter de aanduidingen. Een schets zegt ongeveer waar iets ligt, en niets over een perceel.",
        .activity: "Wat mensen doen, zoals Kompas het herkent. Zoeken kan ook met andere woorden.",
        .signpost: "Plaatsen waar een document naar een ander stuk verwijst. Wat daarin staat, raadpleegt Kompas niet.",
        .openQuestion: "Vragen die een norm of kader stelt en die geen kaart of getal beantwoordt.",
        .contribution: "Wat mensen inbrachten, en wat daarmee is gedaan.",
        .agreement: "Wat partijen hebben afgesproken, inbrengen of nog bespreken. De toestand staat erbij.",
        .figure: "Getallen die in de documenten staan, met het moment waarop ze slaan.",
    ]

    private func groups(_ kind: RecordKind, _ records: [HouseRecord]) -> [RecordGroup] {
        switch kind {
        case .activity, .property, .openQuestion, .layer: byLetter(records)
        case .designation: grouped(records, title: map)
        case .signpost:
            grouped(records) { record in
                guard case .signpost(let signpost) = record.value else { return "" }
                return lines.title(ofDocument: signpost.document)
            }
        case .contribution:
            grouped(records) { record in
                guard case .contribution(let contribution) = record.value else { return "" }
                return contribution.theme ?? "Zonder thema"
            }
        case .cycleMoment:
            grouped(records) { record in
                guard case .cycleMoment(let moment) = record.value else { return "" }
                return moment.series ?? document(record)
            }
        default: grouped(records, title: document)
        }
    }

    private func document(_ record: HouseRecord) -> String {
        record.sources.first.map { lines.title(ofDocument: $0.document) } ?? "Zonder document"
    }

    /// The map whose legend it stands in; for others the document that names it.
    private func map(_ record: HouseRecord) -> String {
        guard case .designation(let designation) = record.value, designation.kind == .policy,
            let source = designation.source
        else { return "Grenzen en plaatsen" }
        let title = lines.title(ofDocument: source.document)
        guard source.passage.unit == .legend, let map = source.path.first(where: { $0.hasPrefix("Kaart") }) else {
            return "\(title): in de tekst"
        }
        let heading = house.book.headings.heading(source.document, Array(source.path.prefix { $0 != map }) + [map])
        return "\(title): \(heading)"
    }

    /// In the order in which the house first has each group.
    private func grouped(_ records: [HouseRecord], title: (HouseRecord) -> String) -> [RecordGroup] {
        var order: [String] = []
        var members: [String: [RecordLine]] = [:]
        for record in records {
            let heading = title(record)
            if members[heading] == nil { order.append(heading) }
            members[heading, default: []].append(lines.line(record))
        }
        return order.enumerated().map { number, heading in
            RecordGroup(id: "groep-\(number + 1)", title: heading, lines: members[heading] ?? [], most: .max)
        }
    }

    private func byLetter(_ records: [HouseRecord]) -> [RecordGroup] {
        let sorted = records.map { (key: $0.title.sortingKey, record: $0) }.sorted { $0.key < $1.key }
        return grouped(sorted.map(\.record)) { Words.capitalised(String($0.title.sortingKey.prefix(1))) }
    }

    /// Per document its chapters.
    private func norms(_ records: [HouseRecord]) -> [ListChapter] {
        house.house.documents.compactMap { document in
            let own = records.filter { $0.sources.first?.document == document.id }
            guard !own.isEmpty else { return nil }
            return ListChapter(
                id: document.id, title: document.shortTitle ?? document.title, count: own.count,
                groups: ChapterGroups(house: house, day: day).groups(own, of: document.id))
        }.sorted { $0.count > $1.count }
    }

    /// Per document its goals at the top, each with all that is part of it, the parts further in.
    private func goals() -> [ListChapter] {
        let goals = house.house.goals
        let known = Set(goals.map(\.id))
        let parts = Dictionary(grouping: goals.filter { $0.partOf.map(known.contains) == true }) { $0.partOf ?? "" }
        func tree(_ goal: Goal, _ depth: Int) -> [RecordLine] {
            guard depth < 12, var line = lines.line(RecordKey(.goal, goal.id)) else { return [] }
            line.depth = min(depth, 4)
            return [line] + (parts[goal.id] ?? []).flatMap { tree($0, depth + 1) }
        }
        let tops = goals.filter { $0.partOf.map(known.contains) != true }
        return house.house.documents.map(Optional.some).appending(nil).compactMap { document in
            let own = tops.filter { $0.source?.document == document?.id }
            let withParts = own.filter { parts[$0.id] != nil }.map { goal in
                var group = RecordGroup(
                    id: "doel-\(goal.id)", title: goal.title, lines: (parts[goal.id] ?? []).flatMap { tree($0, 0) },
                    most: .max)
                group.href = PolicyAddress.page(RecordKey(.goal, goal.id))
                return group
            }
            let alone = own.filter { parts[$0.id] == nil }.flatMap { tree($0, 0) }
            let id = document?.id ?? "zonder-document"
            let groups =
                withParts
                + (alone.isEmpty
                    ? []
                    : [RecordGroup(id: "\(id)-los", title: "Doelen zonder delen", lines: alone, most: .max)])
            guard !groups.isEmpty else { return nil }
            return ListChapter(
                id: id, title: document.map { $0.shortTitle ?? $0.title } ?? "Zonder document",
                count: groups.reduce(withParts.count) { $0 + $1.count }, groups: groups)
        }.sorted { $0.count > $1.count }
    }
}

extension Array {
    fileprivate func appending(_ element: Element) -> [Element] { self + [element] }
}

extension String {
    /// For an order by the alphabet: small letters, without accents and quotes.
    var sortingKey: String {
        let plain = lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !(0x300...0x36F).contains($0.value)
        }
        return String(String(String.UnicodeScalarView(plain)).drop { !$0.isLetter && !$0.isNumber })
    }
}
