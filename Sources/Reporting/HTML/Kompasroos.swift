import Assessment
import PolicyModel

/// A compass with as many points as a sheet has cells. It shows per point which findings bear on it; it adds nothing up.
struct Kompasroos {
    let sheet: FrameSheet
    let layout: RoseLayout
    /// The sign of each finding, by its id.
    let marks: [String: Mark]
    /// Begins every id of this drawing, so that a page may hold several.
    let prefix: String
    /// What people argued, per cell.
    let arguments: [Norm.FrameCell: CellArguments]

    private let arcs = Arcs(centre: 330)
    private static let size = 660.0
    /// Radii of the centre, the points, the middle band and the outer band.
    private static let radii = (centre: 64.0, points: 250.0, middle: 296.0, outer: 326.0)
    private static let mostMarks = 5

    init(
        _ sheet: FrameSheet, marks: [String: Mark], prefix: String, arguments: [Norm.FrameCell: CellArguments] = [:]
    ) {
        self.sheet = sheet
        layout = RoseLayout(sheet)
        self.marks = marks
        self.prefix = prefix
        self.arguments = arguments
    }

    var drawing: HTML {
        let size = SVG.number(Self.size)
        return tag(
            "svg", .class("rose"), Attribute("viewBox", "0 0 \(size) \(size)"), Attribute("role", "group"),
            Attribute("aria-labelledby", "\(prefix)-titel \(prefix)-uitleg")
        ) {
            tag("title", .id("\(prefix)-titel")) { "Kompasroos: \(sheet.title)" }
            tag("desc", .id("\(prefix)-uitleg")) {
                "Een cirkel met \(layout.cells.count) punten, een voor elke vraag. In elk punt staan de tekens van de "
                    + "bevindingen die erover gaan. De tabel ernaast zegt hetzelfde in woorden."
            }
            for position in layout.cells.indices { point(position) }
            if layout.outer.count > 1 || !layout.outer.allSatisfy({ $0.title.isEmpty }) { bands }
            centre
        }
    }

    private var step: Double { 2 * .pi / Double(max(1, layout.cells.count)) }
    /// So that the first band has its middle at the top.
    private var start: Double { -step * Double(layout.outer.first?.cells.count ?? 1) / 2 }
    private func angle(_ position: Int) -> Double { start + step * Double(position) }

    /// One point: a link to its row in the table.
    private func point(_ position: Int) -> HTML {
        let cell = layout.cells[position]
        let (from, to) = (angle(position), angle(position + 1))
        let place = arcs.place(Self.radii.points - 19, (from + to) / 2)
        return tag(
            "a", .link(to: Self.row(prefix, position)),
            Attribute("aria-label", Self.spoken(cell, number: position + 1, argued(cell)))
        ) {
            tag(
                "path", .class("point " + Self.fill(cell.state)),
                Attribute("d", arcs.ring(Self.radii.centre, Self.radii.points, from: from, to: to)))
            tag(
                "text", .class("nr"), Attribute("x", SVG.number(place.x)), Attribute("y", SVG.number(place.y)),
                Attribute("dy", ".36em")
            ) {
                "\(position + 1)\(cell.state == .open ? "\u{2009}?" : "")"
            }
            signs(cell, from: from, to: to)
            argumentArcs(argued(cell), from: from, to: to)
        }
    }

    /// What people argued about a cell.
    func argued(_ cell: FrameSheet.Cell) -> CellArguments {
        arguments[Norm.FrameCell(principle: cell.principle, question: cell.question)] ?? CellArguments()
    }

    /// Thin arcs at the centre, side by side, with what people argued.
    private func argumentArcs(_ argued: CellArguments, from: Double, to: Double) -> HTML {
        let kinds = [(argued.contributes, "contributes"), (argued.strains, "strains")].filter(\.0).map(\.1)
        let width = (to - from) / Double(max(1, kinds.count))
        return .joined(
            kinds.enumerated().map { position, kind in
                let start = from + Double(position) * width
                return tag(
                    "path", .class("argued \(kind)"),
                    Attribute(
                        "d",
                        arcs.ring(Self.radii.centre, Self.radii.centre + 11, from: start, to: start + width)))
            })
    }

    static func row(_ prefix: String, _ position: Int) -> String { "\(prefix)-\(position + 1)" }

    /// What a voice says of a point.
    static func spoken(_ cell: FrameSheet.Cell, number: Int, _ argued: CellArguments = CellArguments()) -> String {
        var text = "\(number). \(cell.principleTitle): \(cell.text) \(Words.cell(cell.state).capitalizedFirst)"
        switch cell.open.count {
        case 0: break
        case 1: text += ", 1 open vraag"
        default: text += ", \(cell.open.count) open vragen"
        }
        return text + "." + (argued.words.map { " Volgens mensen: \($0)." } ?? "")
    }

    private static func fill(_ state: FrameSheet.State) -> String {
        switch state {
        case .hasFindings, .open: "full"
        case .noFinding: "empty"
        case .notExamined: "hatched"
        }
    }

    /// The signs of a cell from the edge inwards: what applies before what is not decided, and `+n` for what is not drawn.
    private func signs(_ cell: FrameSheet.Cell, from: Double, to: Double) -> HTML {
        let all = cell.findings.compactMap { marks[$0] }
        let sorted = all.filter { $0 != .unknown } + all.filter { $0 == .unknown }
        let shown = sorted.prefix(Self.mostMarks)
        let rest = sorted.count - shown.count
        var places = places(shown.count + (rest > 0 ? 1 : 0), from: from, to: to)[...]
        var pieces: [HTML] = []
        for mark in shown {
            guard let place = places.popFirst() else { break }
            pieces.append(mark.use(x: place.x - 10, y: place.y - 10))
        }
        if rest > 0, let place = places.popFirst() {
            pieces.append(
                tag(
                    "text", .class("more"), Attribute("x", SVG.number(place.x)), Attribute("y", SVG.number(place.y)),
                    Attribute("dy", ".36em")
                ) { "+\(rest)" })
        }
        return .joined(pieces)
    }

    /// Rows of at most three, as many as the width there allows.
    private func places(_ count: Int, from: Double, to: Double) -> [(x: Double, y: Double)] {
        var places: [(x: Double, y: Double)] = []
        var radius = Self.radii.points - 51
        while places.count < count, radius > Self.radii.centre + 12 {
            let row = min(count - places.count, max(1, min(3, Int((to - from) * radius / 27))))
            for position in 0..<row {
                let angle = (from + to) / 2 + (Double(position) - Double(row - 1) / 2) * 27 / radius
                places.append(arcs.place(radius, angle))
            }
            radius -= 27
        }
        return places
    }

    private var bands: HTML {
        var pieces: [HTML] = []
        let gap = 0.007
        for (position, band) in layout.middle.enumerated() where !band.title.isEmpty {
            let (from, to) = (angle(band.cells.lowerBound), angle(band.cells.upperBound))
            pieces.append(
                tag(
                    "path", .class("middle"),
                    Attribute(
                        "d", arcs.ring(Self.radii.points, Self.radii.middle, from: from, to: to))))
            let width = Int((to - from) * Self.radii.points / 7.2)
            pieces += text(
                RoseLayout.lines(band.title, width: width, most: 2), "m\(position)", "name", size: 14,
                (Self.radii.points + Self.radii.middle) / 2, from, to)
        }
        for (position, band) in layout.outer.enumerated() {
            let (from, to) = (angle(band.cells.lowerBound), angle(band.cells.upperBound))
            pieces.append(
                tag(
                    "path", .class("outer"),
                    Attribute(
                        "d", arcs.ring(Self.radii.middle + 3, Self.radii.outer, from: from + gap, to: to - gap))))
            let width = Int((to - from) * Self.radii.middle / 9)
            pieces += text(
                RoseLayout.lines(band.title, width: width, most: 1), "o\(position)", "group", size: 16,
                (Self.radii.middle + 3 + Self.radii.outer) / 2, from, to)
        }
        return .joined(pieces)
    }

    /// Lines of text along a band, upright for the reader.
    private func text(
        _ lines: [String], _ id: String, _ name: String, size: Double, _ radius: Double, _ from: Double, _ to: Double
    ) -> [HTML] {
        let isBelow = Arcs.isBelow((from + to) / 2)
        let spacing = size * 1.2
        return lines.enumerated().flatMap { position, line in
            let offset = (Double(lines.count - 1) / 2 - Double(position)) * spacing
            let middle = radius + (isBelow ? -offset : offset)
            let baseline = arcs.baseline(middle + (isBelow ? 0.35 : -0.35) * size, from: from, to: to)
            let path = "\(prefix)-\(id)-\(position)"
            return [
                tag("path", .id(path), .class("way"), Attribute("d", baseline)),
                tag("text", .class(name), .hidden) {
                    tag("textPath", .link(to: path), Attribute("startOffset", "50%")) { line }
                },
            ]
        }
    }

    private var centre: HTML {
        let open = layout.cells.count { $0.state == .open }
        let middle = SVG.number(arcs.centre)
        return tag("g", .class("centre"), .hidden) {
            tag("circle", Attribute("cx", middle), Attribute("cy", middle), Attribute("r", "58"))
            tag("text", Attribute("x", middle), Attribute("y", middle), Attribute("dy", "-.25em")) {
                "\(layout.cells.count) \(layout.cells.count == 1 ? "vraag" : "vragen")"
            }
            tag("text", Attribute("x", middle), Attribute("y", middle), Attribute("dy", "1.05em")) { "\(open) open" }
        }
    }
}
