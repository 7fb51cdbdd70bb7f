import Casework
import Hummingbird
import PolicyModel
import Store

/// All published weighings, newest first, with a few ways to look for one.
struct RecordListPage {
    let site: Site

    struct Model {
        struct Choice {
            var value: String
            var label: String
            var isChosen: Bool
        }

        struct Row {
            var number: String
            var href: String
            var title: String
            var outcome: String
            var what: String
            var place: String?
            var day: String
            var note: String?
        }

        var search: String
        var outcomes: [Choice]
        var years: [Choice]
        var rows: [Row]
        var hasRows: Bool
        var hasRecords: Bool
        var isFiltered: Bool
        /// How many there are, in words; read out when the list changes.
        var count: String
    }

    func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let records = try await site.store.records()
        let model = Self.model(records, request.queryFields)
        return try site.page(
            PageSpec("records/list", title: "Afwegingen", model: model).with(styles: ["css/records.css"]), request,
            context)
    }

    static func model(_ records: [KeptRecord], _ query: Form) -> Model {
        let (search, outcome, year) = (query.words("zoek"), query["uitkomst"], query["jaar"])
        let shown = records.filter { kept in
            (outcome == nil || kept.record.outcome?.outcome == outcome)
                && (year == nil || kept.number.hasPrefix("\(year ?? "")-"))
                && (search.map { matches(kept, $0) } ?? true)
        }
        var outcomes: [String: String] = [:]
        for line in records.compactMap(\.record.outcome) { outcomes[line.outcome] = line.title }
        let years = Set(records.map { String($0.number.prefix(4)) }).sorted(by: >)
        let isFiltered = search != nil || outcome != nil || year != nil
        return Model(
            search: query.words("zoek") ?? "",
            outcomes: [Model.Choice(value: "", label: "Alle uitkomsten", isChosen: outcome == nil)]
                + outcomes.sorted { $0.value < $1.value }.map {
                    Model.Choice(value: $0.key, label: $0.value, isChosen: $0.key == outcome)
                },
            years: [Model.Choice(value: "", label: "Alle jaren", isChosen: year == nil)]
                + years.map { Model.Choice(value: $0, label: $0, isChosen: $0 == year) },
            rows: shown.map(row), hasRows: !shown.isEmpty, hasRecords: !records.isEmpty, isFiltered: isFiltered,
            count: count(shown.count, of: records.count, isFiltered))
    }

    private static func count(_ shown: Int, of all: Int, _ isFiltered: Bool) -> String {
        let words = CaseWords.count(shown, "afweging", "afwegingen")
        return isFiltered ? "\(words) van de \(all)" : words
    }

    /// Every word must stand somewhere in what is public of a record.
    private static func matches(_ kept: KeptRecord, _ search: String) -> Bool {
        let record = kept.record
        let place = record.place
        let texts =
            [kept.number, record.title?.text ?? "", record.details.question?.text ?? ""]
            + record.activities.map(\.label) + (place.municipalities + place.settlements + place.regions).map(\.name)
            + place.designations.map(\.label)
        let all = texts.joined(separator: "\n").lowercased()
        return search.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { all.contains($0) }
    }

    private static func row(_ kept: KeptRecord) -> Model.Row {
        let record = kept.record
        let places = record.place.settlements.isEmpty ? record.place.municipalities : record.place.settlements
        return Model.Row(
            number: kept.number, href: "/afwegingen/\(kept.number)", title: CaseWords.title(record.title?.text),
            outcome: record.outcome?.title ?? "", what: record.activities.map(\.label).joined(separator: ", "),
            place: places.map(\.name).joined(separator: ", ").nilIfEmpty,
            day: record.stamp.flatMap { Instant.date($0.publishedAt) }.map { DutchTime.text(DutchTime.day(of: $0)) }
                ?? "",
            note: kept.supersededBy.map { "Vervangen door \($0)" } ?? (record.isDemonstration ? "Voorbeeld" : nil))
    }
}
