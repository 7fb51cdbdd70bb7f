/// An explanation as text for a terminal.
public struct TextExplanation {
    let explanation: Explanation
    var canvas: TextCanvas

    public init(_ explanation: Explanation, width: Int = 100, isColoured: Bool = false) {
        self.explanation = explanation
        canvas = TextCanvas(width: width, isColoured: isColoured)
    }

    public func render() -> String {
        var page = self
        page.canvas.paragraph("\(explanation.title)", isBold: true)
        page.canvas.paragraph("\(Words.kind(explanation.kind)) · \(explanation.id)")
        if let summary = explanation.summary { page.canvas.paragraph(summary) }
        page.canvas.blank()
        for fact in explanation.facts { page.canvas.row(fact.name, fact.value) }
        for (position, source) in explanation.sources.enumerated() {
            page.canvas.row(position == 0 ? "bron" : "", source)
        }
        if explanation.usedBy.isEmpty {
            page.canvas.row("gebruikt door", "niets")
        }
        for (position, use) in explanation.usedBy.enumerated() {
            page.canvas.row(position == 0 ? "gebruikt door" : "", "\(Words.kind(use.kind)) \(use.id)")
        }
        return page.canvas.text
    }
}
