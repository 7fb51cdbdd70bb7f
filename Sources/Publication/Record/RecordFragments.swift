internal import Assessment
internal import Casework
public import Reporting

/// A record as pieces of a page: two readable pages, and the sheet as annex. Every text in it is escaped.
///
/// The same pieces stand on the site and in the PDF; see ``RecordPage`` for a document that stands alone. They belong with
/// ``RecordStyles``, and the page holds ``symbols`` once.
public struct RecordFragments {
    let document: RecordDocument
    /// `nil` when the report was erased.
    let sheet: HTMLReport?
    var record: PublicRecord { document.record }

    public init(_ document: RecordDocument) {
        self.document = document
        sheet = document.report.map {
            HTMLReport($0, house: document.house, map: document.map, look: document.look)
        }
    }

    /// The shapes and hatches that pieces point at.
    public var symbols: HTML { HTMLReport.shapes }

    /// Title, number, outcome, and what must be known before reading.
    public var head: HTML {
        tag("header", .class("record-head")) {
            tag("p", .class("eyebrow kenmerk")) {
                document.number.map { "Verslag van een afweging, nummer \($0)" } ?? "Voorbeeld van een verslag"
            }
            tag("h1") { document.title }
            tag("dl", .class("record-facts")) {
                for fact in facts {
                    tag("div") {
                        tag("dt") { fact.name }
                        tag("dd") { fact.value }
                    }
                }
            }
            for notice in notices { tag("p", .class("record-notice")) { notice } }
        }
    }

    private var facts: [(name: String, value: String)] {
        var facts: [(name: String, value: String)] = []
        if let outcome = record.outcome { facts.append(("Uitkomst", outcome.title)) }
        if let decided = record.details.decidedBy?.text { facts.append(("Besloten door", decided)) }
        if let stamp = record.stamp { facts.append(("Openbaar sinds", RecordWords.day(stamp.publishedAt))) }
        if let day = record.day { facts.append(("Volgens het beleid van", Words.day(day))) }
        return facts
    }

    private var notices: [String] {
        var notices: [String] = []
        if record.stamp == nil {
            notices.append("Zo komt dit verslag eruit te zien. Het is nog niet openbaar en heeft nog geen nummer.")
        }
        if let by = document.supersededBy {
            notices.append("Dit verslag is vervangen door verslag \(by). Het blijft staan zoals het was.")
        }
        if let earlier = record.stamp?.supersedes ?? record.details.supersedes {
            notices.append("Dit verslag komt in de plaats van verslag \(earlier).")
        }
        if record.isDemonstration {
            notices.append("Dit verslag is gemaakt met voorbeeldlagen. Het gaat niet over een echte zaak.")
        }
        if record.isOwnInitiative {
            notices.append("De organisatie die afwoog, is zelf de initiatiefnemer.")
        }
        return notices
    }

    /// The two pages, from the question to what somebody can do who does not agree.
    public var body: HTML { .joined(chapters.filter { !$0.content.isEmpty }.map(section)) }

    /// The sheet, under a heading of its own.
    public var annex: HTML {
        guard let sheet else { return .none }
        return tag("section", .class("annex"), .id("bijlage"), Attribute("aria-labelledby", "bijlage-kop")) {
            tag("h2", .id("bijlage-kop"), .class("annex-title")) { "Bijlage: alles wat het beleid over dit plan zegt" }
            tag("p", .class("note")) {
                "Deze bijlage is gemaakt door Kompas op het moment van de afweging. De nummers tussen haken in het verslag "
                    + "verwijzen ernaar."
            }
            sheet.annex
        }
    }

    private struct Chapter {
        var id: String
        var title: String
        var content: HTML
    }

    private var chapters: [Chapter] {
        [
            Chapter(id: "vraag", title: "De vraag", content: question),
            Chapter(id: "plaats", title: "De plek", content: place),
            Chapter(id: "zegt", title: "Wat het beleid zegt", content: policy),
            Chapter(id: "schuring", title: "Wat schuurt", content: pulls),
            Chapter(id: "weging", title: "Hoe is gewogen", content: weighing),
            Chapter(id: "uitkomst", title: "De uitkomst", content: outcome),
            Chapter(id: "voorwaarden", title: "De voorwaarden", content: conditions),
            Chapter(id: "aard", title: "Wat dit verslag is", content: character),
            Chapter(id: "nagaan", title: "Zelf nagaan", content: checking),
        ]
    }

    private func section(_ chapter: Chapter) -> HTML {
        // Without a name it is no landmark: some chapters of the annex have the same headings.
        tag("section", .id("verslag-" + chapter.id), .class("record-chapter")) {
            tag("h2") { chapter.title }
            chapter.content
        }
    }
}

extension RecordFragments {
    /// A text that people wrote: its paragraphs and lines; or that it was erased, when and why.
    func text(_ text: PublicText?, or missing: String? = nil) -> HTML {
        guard let text else { return missing.map { missing in tag("p", .class("note")) { missing } } ?? .none }
        guard let words = text.text else { return tag("p", .class("note")) { erased(text) } }
        return .joined(words.split(separator: "\n\n").map { paragraph in tag("p") { lines(paragraph) } })
    }

    /// The same within a line.
    func inline(_ text: PublicText?) -> HTML? {
        guard let text else { return nil }
        return text.text.map { lines($0) } ?? HTML(erased(text))
    }

    private func erased(_ text: PublicText) -> String {
        guard let erasure = text.erasure else { return "Deze tekst is er niet meer." }
        return "Deze tekst is gewist op \(RecordWords.day(Instant.text(erasure.at))) (\(erasure.ground))."
    }

    private func lines(_ text: some StringProtocol) -> HTML {
        .joined(
            text.split(separator: "\n").enumerated().map { place, line in
                (place > 0 ? tag("br") : .none) + HTML(String(line))
            })
    }

    func list(_ items: [HTML], ordered: Bool = false) -> HTML {
        guard !items.isEmpty else { return .none }
        let content = HTML.joined(items.map { item in tag("li") { item } })
        return ordered ? tag("ol") { content } : tag("ul") { content }
    }

    /// Names and values in a block of rows.
    func pairs(_ rows: [(name: String, value: HTML)]) -> HTML {
        guard !rows.isEmpty else { return .none }
        return tag("dl", .class("record-pairs")) {
            for row in rows {
                tag("div") {
                    tag("dt") { row.name }
                    tag("dd") { row.value }
                }
            }
        }
    }
}
