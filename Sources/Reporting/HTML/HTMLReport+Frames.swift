import Assessment
import PolicyModel

extension HTMLReport {
    /// A sheet: the table of its cells and the same as a compass. Judging is left to people.
    func frame(
        _ sheet: FrameSheet, _ prefix: String, arguments: [Norm.FrameCell: CellArguments] = [:]
    ) -> HTML {
        let rose = rose(sheet, prefix, arguments: arguments)
        return tag("p", .class("note")) {
            "Kompas zet hier bij elke vraag wat erover gevonden is. Wegen doen mensen; Kompas telt niets op."
        }
            + (sheet.interpretation.map { reading in
                tag("details", .class("more")) {
                    tag("summary") { "Zo is dit kader gelezen" }
                    tag("p") { reading }
                }
            } ?? .none)
            + tag("div", .class("sheet")) {
                table(rose, prefix)
                tag("figure", .class("rose-figure")) {
                    rose.drawing
                    tag("figcaption") {
                        "Elk punt is een vraag; het nummer verwijst naar de tabel. Een vraagteken: er staat nog iets open. Wit: "
                            + "geen bevinding. Gearceerd: niet onderzocht. Een plus: meer tekens dan er passen."
                        if !arguments.isEmpty {
                            " Een smalle boog in het midden: mensen vinden dat het bijdraagt (groen, schuin gearceerd) of spanning "
                                + "geeft (rood, kruislings gearceerd)."
                        }
                    }
                }
            }
    }

    func rose(
        _ sheet: FrameSheet, _ prefix: String, arguments: [Norm.FrameCell: CellArguments] = [:]
    ) -> Kompasroos {
        let marks = Dictionary(
            report.findings.map { ($0.id, Mark($0)) }, uniquingKeysWith: { first, _ in first })
        return Kompasroos(sheet, marks: marks, prefix: prefix, arguments: arguments)
    }

    private func table(_ rose: Kompasroos, _ prefix: String) -> HTML {
        let layout = rose.layout
        return tag("table", .class("cells")) {
            tag("caption") { "De vragen, met wat erover gevonden is" }
            tag("thead") {
                tag("tr") {
                    tag("th", .scope("col")) { "Nr." }
                    tag("th", .scope("col")) { "Vraag" }
                    tag("th", .scope("col")) { "Stand" }
                }
            }
            // A body of rows per principle, under its name.
            for band in layout.isByGroup ? layout.middle : layout.outer {
                tag("tbody") {
                    if let first = layout.cells[band.cells].first {
                        let begins =
                            layout.isByGroup && layout.outer.contains { $0.cells.lowerBound == band.cells.lowerBound }
                        principle(first, group: begins ? first.groupTitle : nil)
                    }
                    for position in band.cells { row(layout.cells[position], position, rose, prefix) }
                }
            }
        }
    }

    /// - Parameter group: the group of questions, when it begins here.
    private func principle(_ cell: FrameSheet.Cell, group: String?) -> HTML {
        tag("tr", .class("principle")) {
            tag("th", .scope("rowgroup"), Attribute("colspan", "3")) {
                if let group { tag("span", .class("eyebrow")) { group } }
                cell.principleTitle
                if !cell.undecidedBecause.isEmpty {
                    tag("span", .class("about")) {
                        "Of dit over deze plek gaat, is niet te zeggen: "
                            + cell.undecidedBecause.map(voice.cause).joined(separator: "; ")
                    }
                }
            }
        }
    }

    private func row(_ cell: FrameSheet.Cell, _ position: Int, _ rose: Kompasroos, _ prefix: String) -> HTML {
        tag("tr", .id(Kompasroos.row(prefix, position))) {
            tag("td", .class("nr")) { "\(position + 1)" }
            tag("th", .scope("row")) {
                cell.text
                for (source, texts) in cell.statementsBySource {
                    tag("span", .class("statement")) {
                        "De tekst: \(texts.joined(separator: " ")) "
                        small(source)
                    }
                }
            }
            tag("td") {
                tag("span", .class("state")) { Words.cell(cell.state).capitalizedFirst }
                if !cell.findings.isEmpty {
                    " "
                    links(cell.findings)
                }
                if let words = rose.argued(cell).words {
                    tag("span", .class("statement")) { "Volgens mensen: \(words)" }
                }
                if !cell.open.isEmpty {
                    tag("details", .class("asks")) {
                        tag("summary") { cell.open.count == 1 ? "Open vraag" : "Open vragen" }
                        list(cell.open.map { HTML($0.asks) })
                    }
                }
            }
        }
    }
}
