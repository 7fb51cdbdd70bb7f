import Accounts
import Casework
import Hummingbird
import PolicyModel
import Publication
import Store

/// One published weighing: two pages to read, and the sheet as annex.
struct RecordPageRoute {
    let site: Site

    struct Model {
        var number: String
        var title: String
        var pieces: RecordPieces
        var pdf: String?
        var json: String
        var check: String
        var archive: String?
        var supersededBy: String?
        var supersededByHref: String?
        var earlier: [EarlierRow]
        var hasEarlier: Bool
    }

    struct EarlierRow {
        var number: String
        var href: String
        var outcome: String
        var shared: String
        var difference: String?
    }

    func show(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let number = try context.parameters.require("number")
        let entry = try await site.records.entry(number, site)
        let path = "/afwegingen/\(number)"
        let earlier = try await site.casework.earlierCases(for: entry.kept.record).map(row)
        let model = Model(
            number: number, title: entry.document.title, pieces: entry.pieces,
            pdf: site.records.hasMaker ? "\(path)/verslag.pdf" : nil, json: "\(path)/verslag.json",
            check: "\(path)/controle",
            archive: try await RecordFiles(site: site).mayTakeArchive(entry.kept, context)
                ? "\(path)/dossier.zip" : nil,
            supersededBy: entry.kept.supersededBy,
            supersededByHref: entry.kept.supersededBy.map { "/afwegingen/\($0)" }, earlier: earlier,
            hasEarlier: !earlier.isEmpty)
        return try site.page(
            PageSpec("records/record", title: "Afweging \(number): \(entry.document.title)", model: model)
                .with(styles: ["css/report.css", "css/record.css", "css/records.css"], scripts: ["js/reveal.js"]),
            request,
            context)
    }

    private func row(_ earlier: EarlierCase) -> EarlierRow {
        let house = site.house.house
        let labels = Dictionary(house.activities.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        let activities =
            earlier.sameActivities.map { labels[$0] ?? $0 }
            + earlier.relatedActivities.map { "\(labels[$0.there] ?? $0.there) (verwant)" }
        let places = earlier.sameDesignations.map(\.label)
        return EarlierRow(
            number: earlier.number, href: "/afwegingen/\(earlier.number)",
            outcome: earlier.outcome?.title ?? "geen uitkomst",
            shared: (activities + (places.isEmpty ? [] : ["ook in \(places.joined(separator: ", "))"]))
                .joined(separator: "; "),
            difference: earlier.divergences.isEmpty
                ? nil
                : "Anders gewogen bij \(CaseWords.count(earlier.divergences.count, "vraag", "vragen")).")
    }
}
