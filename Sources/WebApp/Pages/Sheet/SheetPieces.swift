import Assessment
import Reporting

/// The pieces of a sheet as markup, as a template puts them in.
struct SheetPieces: Sendable {
    struct Chapter: Sendable {
        var id: String
        var title: String
        var markup: String
        /// What backs up the rest stays closed until somebody asks for it.
        var isFolded = false
    }

    private static let folded: Set = ["volgorde", "aanleiding", "inbreng", "rollen", "lagen", "verantwoording"]

    var symbols: String
    var leading: String
    var tensions: String
    var place: String
    var signs: String
    var general: String
    var groups: String
    var waiting: String
    var themes: String
    var frames: [Chapter]
    var chapters: [Chapter]
    var undecided: Int
    var total: Int
    var shown: Int

    init(_ fragments: SheetFragments) {
        symbols = fragments.symbols.markup
        leading = fragments.leading.markup
        tensions = fragments.tensions.markup
        place = fragments.place.markup
        signs = fragments.signs.markup
        frames = fragments.report.frames.enumerated().map { position, sheet in
            let prefix = "kader\(position + 1)"
            return Chapter(id: prefix, title: sheet.title, markup: fragments.frame(sheet, prefix: prefix).markup)
        }
        chapters = fragments.chapters.map {
            Chapter(id: $0.id, title: $0.title, markup: $0.content.markup, isFolded: Self.folded.contains($0.id))
        }
        (general, groups, waiting, themes) = ("", "", "", "")
        (undecided, total, shown) = (0, 0, 0)
        setFindings(fragments)
    }

    /// The same sheet with the findings that a filter lets through.
    func filtered(_ fragments: SheetFragments) -> SheetPieces {
        var pieces = self
        pieces.setFindings(fragments)
        return pieces
    }

    private mutating func setFindings(_ fragments: SheetFragments) {
        let contents = fragments.contents
        general = fragments.general.markup
        groups = fragments.groups.markup
        waiting = fragments.waiting.markup
        themes = fragments.themes.markup
        undecided = contents.waiting.reduce(0) { $0 + $1.count }
        total = contents.total
        shown = contents.shown
    }
}
