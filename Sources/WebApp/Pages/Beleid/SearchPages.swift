import Hummingbird
import NormEngine
import PolicyModel
import PolicySearch
import Reporting

/// The page to search the policy house with.
struct SearchPages {
    static let perPage = 20

    struct Model {
        var title: String
        var text: String
        /// The number of results in words; `nil` when nothing was asked.
        var count: String?
        var notes: [String]
        var suggestions: [Crumb]
        var hits: [HitView]
        var kinds: [Choice]
        var documents: [Choice]
        var statuses: [Choice]
        var hasFilter: Bool
        var withoutFilter: String
        var pages: [Crumb]
        var previous: String?
        var next: String?
        /// Nothing was found: what else to try.
        var isEmpty: Bool
        var examples: [Crumb]
    }

    struct HitView {
        var kind: String
        var href: String
        var title: [MarkedText]
        var excerpt: [MarkedText]
        var place: String?
    }

    /// One value of a filter.
    struct Choice {
        var value: String
        var label: String
        var isChosen: Bool
    }

    let house: SiteHouse
    let day: PolicyDate

    func page(_ fields: Form) throws -> Model {
        let text = fields.words("q") ?? ""
        let kind = fields["soort"].flatMap(PolicyAddress.kind)
        let document = fields["document"].flatMap { house.index.documents[$0]?.id }
        let status = fields["status"].flatMap(DocumentStatus.init(rawValue:))
        let number = max(1, min(fields["pagina"].flatMap { Int($0) } ?? 1, 500))
        let results = try house.book.search(
            SearchQuery(
                text, on: day, kinds: kind.map { [$0] } ?? [], document: document, status: status,
                offset: (number - 1) * Self.perPage, limit: Self.perPage))
        func address(_ text: String, page: Int = 1, filtered: Bool = true) -> String {
            PolicyAddress.search([
                ("q", text), ("soort", filtered ? fields["soort"] ?? "" : ""),
                ("document", filtered ? document ?? "" : ""), ("status", filtered ? status?.rawValue ?? "" : ""),
                ("pagina", page > 1 ? String(page) : ""),
            ])
        }
        let pages = (results.total + Self.perPage - 1) / Self.perPage
        return Model(
            title: text.isEmpty ? "Zoeken in het beleid" : "Zoeken: \(text)", text: text,
            count: text.isEmpty ? nil : Self.count(results.total), notes: notes(results),
            suggestions: results.suggestions.map {
                Crumb(label: $0.used, href: address(Self.replacing($0, in: text)))
            },
            hits: results.hits.map(hit), kinds: kinds(results, kind), documents: documents(results, document),
            statuses: statuses(results, status), hasFilter: kind != nil || document != nil || status != nil,
            withoutFilter: address(text, filtered: false),
            pages: pages < 2
                ? []
                : Self.around(number, of: pages).map { page in
                    Crumb(label: String(page), href: page == number ? nil : address(text, page: page))
                },
            previous: number > 1 && pages > 1 ? address(text, page: min(number, pages + 1) - 1) : nil,
            next: number < pages ? address(text, page: number + 1) : nil,
            isEmpty: !text.isEmpty && results.hits.isEmpty,
            examples: text.isEmpty || results.hits.isEmpty ? HousePages(house: house, day: day).examples() : [])
    }

    /// The best results for a text, and how many there are.
    func best(_ text: String, _ limit: Int) throws -> (hits: [HitView], total: Int) {
        let results = try house.book.search(SearchQuery(text, on: day, limit: limit))
        return (results.hits.map(hit), results.total)
    }

    /// At most seven pages: the first, the last, and those around this one.
    static func around(_ number: Int, of pages: Int) -> [Int] {
        let near = Set((number - 2)...(number + 2)).union([1, pages])
        return near.filter { (1...pages).contains($0) }.sorted()
    }

    private static func count(_ total: Int) -> String {
        switch total {
        case 0: "Niets gevonden"
        case 1: "1 resultaat"
        default: "\(Numbers.decimal(Double(total), digits: 0)) resultaten"
        }
    }

    private func notes(_ results: SearchResults) -> [String] {
        var notes = results.corrections.map {
            "\u{2018}\($0.asked)\u{2019} komt niet voor. Gezocht is naar \u{2018}\($0.used)\u{2019}."
        }
        notes += results.unknownWords.map { "\u{2018}\($0)\u{2019} komt niet voor." }
        if results.isLoose {
            notes.append(
                results.withAllWords == 0
                    ? "Niets heeft al uw woorden. Dit heeft er een of meer van."
                    : results.withAllWords == 1
                        ? "Een resultaat heeft al uw woorden. Daarna komt wat er een deel van heeft."
                        : "\(results.withAllWords) resultaten hebben al uw woorden. Daarna komt wat er een deel van heeft."
            )
        }
        return notes
    }

    /// The question with one word replaced.
    private static func replacing(_ correction: SearchResults.Correction, in text: String) -> String {
        text.lowercased().replacing(correction.asked, with: correction.used)
    }

    private func hit(_ hit: SearchHit) -> HitView {
        let owner = hit.key.owner.flatMap { house.book.records[RecordKey(.frame, $0)]?.title }
        let places = [owner, hit.document.map { house.index.documentTitles[$0] ?? $0 }].compactMap { $0 }
        let isDocument = hit.key.kind == .document
        return HitView(
            kind: Words.capitalised(Words.kind(hit.key.kind)), href: house.book.address(of: hit.key), title: hit.title,
            excerpt: hit.excerpt, place: isDocument || places.isEmpty ? nil : places.joined(separator: " \u{B7} "))
    }

    private func kinds(_ results: SearchResults, _ chosen: RecordKind?) -> [Choice] {
        // Parts are found with all kinds; there is no list of them.
        RecordKind.allCases.filter { !$0.isPart && ($0 == chosen || results.byKind[$0] != nil) }.map { kind in
            Choice(
                value: String(PolicyAddress.list(kind).split(separator: "/").last ?? ""),
                label: "\(Words.capitalised(Words.kinds(kind))) (\(results.byKind[kind] ?? 0))",
                isChosen: kind == chosen)
        }
    }

    private func documents(_ results: SearchResults, _ chosen: String?) -> [Choice] {
        house.house.documents.filter { $0.id == chosen || results.byDocument[$0.id] != nil }.map { document in
            Choice(
                value: document.id,
                label: "\(document.shortTitle ?? document.title) (\(results.byDocument[document.id] ?? 0))",
                isChosen: document.id == chosen)
        }.sorted { $0.label.sortingKey < $1.label.sortingKey }
    }

    private func statuses(_ results: SearchResults, _ chosen: DocumentStatus?) -> [Choice] {
        DocumentStatus.allCases.filter { $0 == chosen || results.byStatus[$0] != nil }.map { status in
            Choice(
                value: status.rawValue,
                label: "\(Words.capitalised(Words.status(status.rawValue))) (\(results.byStatus[status] ?? 0))",
                isChosen: status == chosen)
        }
    }
}
