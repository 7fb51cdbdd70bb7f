public import Assessment
public import PolicyModel

/// The assessment as one page that needs nothing else: no scripts, no fonts or pictures from elsewhere.
///
/// Derived from the report alone; the house gives only the titles of the bands and of things that are named by id. A map and
/// the passages of the documents are shown when they are given. The page shows findings beside each other and adds nothing up.
public struct HTMLReport: Sendable {
    let report: AssessmentReport
    let house: PolicyHouse
    let names: ReportNames
    let voice: ReportVoice
    let map: MapSketch?
    let passages: PassageTexts
    let look: Look
    /// The site on which pieces of the report stand; `nil` for a report that stands alone.
    let links: PageLinks?
    /// The number of each finding, by its id.
    let numbers: [String: Int]

    /// - Parameters:
    ///   - map: the plan on a map; without it the page says what the layers tell in words only.
    ///   - passages: the words of the documents, as far as they are at hand.
    ///   - links: the site on which pieces of the report stand; without it a page names no other page.
    public init(
        _ report: AssessmentReport, house: PolicyHouse, map: MapSketch? = nil, passages: PassageTexts = PassageTexts(),
        look: Look = Look(), links: PageLinks? = nil
    ) {
        self.report = report
        self.house = house
        self.map = map
        self.passages = passages
        self.look = look
        self.links = links
        names = ReportNames(house)
        voice = ReportVoice(report: report, names: names)
        numbers = Dictionary(
            report.findings.enumerated().map { ($0.element.id, $0.offset + 1) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// The whole document.
    public func render() -> String { render(with: []) }

    /// The same with more rules of style, which go before the others.
    package func render(with styles: [StyleSheet]) -> String {
        tag("html", Attribute("lang", house.language)) {
            pageHead(styles)
            tag("body") {
                Mark.symbols
                Self.hatch
                tag("a", .class("skip"), .link(to: "inhoud")) { "Sla de kop over" }
                banner
                tag("main", .id("inhoud")) { content }
            }
        }.document()
    }

    var title: String { report.initiative.title ?? "Initiatief zonder titel" }

    private func pageHead(_ styles: [StyleSheet]) -> HTML {
        tag("head") {
            tag("meta", Attribute("charset", "utf-8"))
            tag(
                "meta", Attribute("http-equiv", "Content-Security-Policy"),
                Attribute(
                    "content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
            tag("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            tag("title") { "\(title) \u{2013} \(house.title)" }
            HTML.styles([look.styles] + Self.styles + styles)
        }
    }

    /// Chapters that have something to say, in reading order.
    private var content: HTML {
        let chapters = chapters.filter { !$0.content.isEmpty }
        return summary + contents(chapters) + .joined(chapters.map(section))
    }

    func section(_ chapter: Chapter) -> HTML {
        tag("section", .id(chapter.id), .class("chapter"), Attribute("aria-labelledby", chapter.id + "-kop")) {
            tag("h2", .id(chapter.id + "-kop")) { chapter.title }
            chapter.content
        }
    }

    struct Chapter {
        var id: String
        var title: String
        var content: HTML
    }

    var chapters: [Chapter] {
        [
            Chapter(id: "niet-geraadpleegd", title: "Niet geraadpleegd", content: notConsulted),
            Chapter(id: "plek", title: "Wat en waar", content: place),
            Chapter(id: "beleid", title: "Wat het beleid zegt", content: findings),
            Chapter(id: "schuurt", title: "Wat schuurt", content: tensions),
            Chapter(id: "antwoorden", title: "Wat mensen beoordeelden", content: answers),
            Chapter(id: "vragen", title: "Wat nog gevraagd moet worden", content: questions),
            Chapter(id: "volgorde", title: "Wat gaat voor", content: orders),
            Chapter(id: "aanleiding", title: "Wanneer een afweging nodig is", content: triggers),
        ]
            + report.frames.enumerated().map { position, sheet in
                Chapter(id: "kader\(position + 1)", title: sheet.title, content: frame(sheet, "kader\(position + 1)"))
            } + [
                Chapter(id: "doelen", title: "Doelen", content: goals),
                Chapter(id: "afspraken", title: "Afspraken", content: agreements),
                Chapter(id: "inbreng", title: "Wat mensen inbrachten", content: participation),
                Chapter(id: "rollen", title: "Rollen die hierbij passen", content: roles),
                Chapter(id: "lagen", title: "Kaartlagen", content: layers),
                Chapter(id: "verantwoording", title: "Verantwoording", content: colophon),
            ]
    }

    private func contents(_ chapters: [Chapter]) -> HTML {
        tag("nav", .class("contents"), Attribute("aria-label", "Op deze pagina")) {
            tag("p", .class("eyebrow")) { "Op deze pagina" }
            tag("ol") {
                for chapter in chapters { tag("li") { tag("a", .link(to: chapter.id)) { chapter.title } } }
            }
        }
    }

    static let hatch = tag(
        "svg", .class("symbols"), .hidden, Attribute("width", "0"), Attribute("height", "0")
    ) {
        tag("defs") {
            tag(
                "pattern", .id("hatch"), Attribute("width", "7"), Attribute("height", "7"),
                Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", "rotate(45)")
            ) {
                tag("path", .class("hatch"), Attribute("d", "M0 0V7"))
            }
        }
    }
}

extension HTMLReport {
    /// Links to findings by their numbers.
    package func links(_ findings: [String]) -> HTML {
        .joined(
            findings.map { id in
                guard let number = numbers[id] else { return HTML(id) }
                return tag("a", .class("ref"), .link(to: "f\(number)"), Attribute("aria-label", "bevinding \(number)"))
                {
                    "[\(number)]"
                }
            }, separator: " ")
    }

    func list(_ items: [HTML]) -> HTML {
        items.isEmpty ? .none : tag("ul") { for item in items { tag("li") { item } } }
    }

    /// Names and values.
    func pairs(_ rows: [(name: String, value: HTML)]) -> HTML {
        tag("dl", .class("pairs")) {
            for row in rows {
                tag("div") {
                    tag("dt") { row.name }
                    tag("dd") { row.value }
                }
            }
        }
    }

    /// A source in small print.
    func small(_ source: ReportSource) -> HTML { tag("span", .class("source")) { voice.source(source) } }
}
