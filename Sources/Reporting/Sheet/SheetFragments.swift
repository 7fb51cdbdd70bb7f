public import Assessment
public import NormEngine
public import PolicyModel

/// The pieces of a Kompas sheet for a page of a site: the same cards, drawings and words as the report that stands alone.
///
/// Every piece is markup whose texts are escaped; a template puts it in as it is. The pieces stand under `h2` headings that
/// the page gives, and belong with the styles of ``SheetStyles``. The page holds ``symbols`` once.
///
/// ## Topics
/// - What it comes down to: ``title``, ``line``, ``short``, ``leading``, ``warnings``
/// - What pulls: ``tensions``
/// - The place: ``place``
/// - Findings: ``signs``, ``groups``, ``general``, ``waiting``, ``themes``, ``finding(_:)``
/// - Judging: ``frame(_:prefix:arguments:)``, ``rose(_:prefix:arguments:)``
/// - What else belongs to it: ``chapters``
public struct SheetFragments: Sendable {
    public let contents: SheetContents
    let page: HTMLReport
    let index: HouseIndex

    public init(
        _ report: AssessmentReport, index: HouseIndex, links: PageLinks, map: MapSketch? = nil,
        passages: PassageTexts = PassageTexts(), filter: SheetFilter = SheetFilter()
    ) {
        self.index = index
        contents = SheetContents(report, index: index, filter: filter)
        page = HTMLReport(report, house: index.house, map: map, passages: passages, links: links)
    }

    public var report: AssessmentReport { page.report }

    /// The shapes and hatches that the other pieces point at.
    public var symbols: HTML { Mark.symbols + HTMLReport.hatch + CellArguments.patterns }

    public var title: String { page.title }
    /// What, where and how large.
    public var line: String { page.whereAndWhat }
    public var short: String { report.plainLanguage.short }
    public var warnings: [String] { page.warnings }

    /// The number under which a finding stands on the page.
    public func number(_ finding: String) -> Int? { page.numbers[finding] }

    /// Links to findings by their numbers.
    public func references(_ findings: [String]) -> HTML { page.links(findings) }

    /// What people can still tell.
    public var matters: OpenMatters { OpenMatters(page.voice) }

    /// Tensions of which it is certain that they are there, and those that hang on what is not decided.
    public var tensionCounts: (certain: Int, open: Int) {
        let open = report.tensions.count { page.voice.isOpen($0) }
        return (report.tensions.count - open, open)
    }

    public var tensions: HTML { page.tensions }
    public var place: HTML { page.place }
    /// What the signs mean.
    public var signs: HTML { page.legend }

    /// A frame: the table of its cells, and the compass beside it.
    public func frame(
        _ sheet: FrameSheet, prefix: String, arguments: [Norm.FrameCell: CellArguments] = [:]
    ) -> HTML { page.frame(sheet, prefix, arguments: arguments) }

    /// Only the compass; its points lead to `prefix-1` and so on, which the page must have.
    public func rose(
        _ sheet: FrameSheet, prefix: String, arguments: [Norm.FrameCell: CellArguments] = [:]
    ) -> HTML { page.rose(sheet, prefix, arguments: arguments).drawing }

    /// A piece with its heading.
    public struct Chapter: Sendable, Identifiable {
        public var id: String
        public var title: String
        public var content: HTML
    }

    /// What belongs to the sheet beside findings and frames, as far as there is something to say.
    public var chapters: [Chapter] {
        [
            Chapter(id: "volgorde", title: "Wat gaat voor", content: page.orders),
            Chapter(id: "aanleiding", title: "Wanneer een afweging nodig is", content: page.triggers),
            Chapter(id: "antwoorden", title: "Wat mensen beoordeelden", content: page.answers),
            Chapter(id: "inbreng", title: "Wat mensen inbrachten", content: page.participation),
            Chapter(id: "rollen", title: "Rollen die hierbij passen", content: page.roles),
            Chapter(id: "niet-geraadpleegd", title: "Niet geraadpleegd", content: page.notConsulted),
            Chapter(id: "lagen", title: "Kaartlagen", content: page.layers),
            Chapter(id: "verantwoording", title: "Verantwoording", content: page.colophon),
        ].filter { !$0.content.isEmpty }
    }
}
