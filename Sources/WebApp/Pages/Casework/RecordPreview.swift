import Casework
import PolicyModel
import Publication
import Reporting

/// The public record of a dossier as it would be now: made by the same hand as the published one, so that one sees exactly
/// what becomes public.
struct RecordPreview {
    var title: String
    var isOwnInitiative: Bool
    var isDemonstration: Bool
    var symbols: String
    var body: String
    var annex: String

    init(_ record: PublicRecord, _ opened: OpenCase, _ site: Site) throws {
        var document = try RecordDocument(
            record: record, report: opened.json, house: site.house.house,
            organisation: site.settings.organisation ?? site.house.house.authority.name)
        document.map = document.report.flatMap {
            MapSketch($0, house: site.house.house, layers: site.house.layers)
        }
        let fragments = RecordFragments(document)
        title = document.title
        isOwnInitiative = record.isOwnInitiative
        isDemonstration = record.isDemonstration
        symbols = fragments.symbols.markup
        body = fragments.body.markup
        annex = fragments.annex.markup
    }

    static let styles = ["css/report.css", "css/record.css", "css/casework.css"]
}

extension String {
    /// The text itself; `nil` when there is none.
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
