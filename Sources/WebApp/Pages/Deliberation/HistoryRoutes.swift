import Casework
import Hummingbird

/// Everything that happened in a dossier.
struct HistoryRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/toets/:id/afweging/geschiedenis") { request, context in
            let desk = try CaseDesk(site, context)
            let opened = try await desk.open(context)
            return try site.page(
                PageSpec(
                    "deliberation/history", title: "Geschiedenis",
                    model: HistoryPage(opened, words: HistoryWords(opened, house: site.house.house))
                ).with(styles: ["css/casework.css"], isPrivate: true), request, context)
        }
    }
}

struct HistoryPage {
    struct Line {
        var sequence: Int
        var moment: String
        var roles: String
        var name: String
        var what: String
        /// The first digits of the hash of the event.
        var hash: String
    }

    var head: CaseHead
    /// Newest first.
    var lines: [Line]
    var count: String

    init(_ opened: OpenCase, words: HistoryWords) {
        head = CaseHead(opened, .history)
        lines = opened.dossier.history.reversed().map { line in
            Line(
                sequence: line.sequence, moment: DutchTime.text(line.at), roles: CaseWords.roles(line.by.roles),
                name: line.by.name ?? "naam gewist", what: words.sentence(line.fact), hash: String(line.hash.prefix(12))
            )
        }
        count = CaseWords.count(lines.count, "gebeurtenis", "gebeurtenissen")
    }
}
