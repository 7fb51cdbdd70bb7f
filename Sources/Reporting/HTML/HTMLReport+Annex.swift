package import Assessment

/// What a document takes from a report that is its annex.
extension HTMLReport {
    /// All chapters, without the head of the page. The document holds ``shapes`` once, and brings ``styles``.
    package var annex: HTML { summary + .joined(chapters.filter { !$0.content.isEmpty }.map(section)) }

    /// The shapes and hatches that pieces point at.
    package static var shapes: HTML { Mark.symbols + hatch }

    /// The rules of style of a report that stands alone, but for its colours.
    package static let styles: [StyleSheet] = [.page, .pieces, .findings, .drawings, .narrow, .print]

    /// The map, for another place than that of the report itself; without its legend, which the annex has.
    package func mapDrawing(prefix: String) -> HTML? {
        guard let map, var drawing = MapDrawing(map) else { return nil }
        drawing.prefix = prefix
        drawing.legendPlace = "De tabel in de bijlage"
        return drawing.drawing
    }

    /// Tensions that are there whatever is still undecided.
    package var certainTensions: [Tension] { report.tensions.filter { !voice.isOpen($0) } }

    package func source(_ source: ReportSource) -> String { voice.source(source) }
}
