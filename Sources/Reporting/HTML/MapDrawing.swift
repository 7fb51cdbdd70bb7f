import Assessment
import CanonicalJSON
import Geometry
import PolicyModel

/// A map as a drawing with a legend that says the same in words.
struct MapDrawing {
    static let width = 640.0
    static let height = 480.0

    struct LegendRow {
        var sign: HTML
        var title: String
        var state: String
        /// How far the real line may be from the drawn one; empty for a precise line.
        var width: String
    }

    let sketch: MapSketch
    /// What its ids begin with: they must differ when a page has two maps.
    var prefix = "kaart"
    /// Where the legend stands, as a sentence begins.
    var legendPlace = "De tabel eronder"
    private let scale: Double
    /// Layers with a line, each with its style.
    private let drawn: [(layer: MapSketch.Layer, style: String)]

    init?(_ sketch: MapSketch) {
        guard sketch.view.width > 0 else { return nil }
        self.sketch = sketch
        scale = Self.width / sketch.view.width
        drawn = sketch.layers.filter { !$0.coversView }.enumerated().map { ($0.element, "layer-\($0.offset + 1)") }
    }

    var drawing: HTML {
        let (width, height) = (SVG.number(Self.width), SVG.number(Self.height))
        return tag(
            "svg", .class("map-drawing"), Attribute("viewBox", "0 0 \(width) \(height)"), Attribute("role", "img"),
            Attribute("aria-labelledby", "\(prefix)-titel \(prefix)-uitleg")
        ) {
            tag("title", .id(prefix + "-titel")) { "Het plan op de kaart" }
            tag("desc", .id(prefix + "-uitleg")) { spoken }
            tag("defs") {
                tag("clipPath", .id(prefix + "-rand")) {
                    tag("rect", Attribute("width", width), Attribute("height", height))
                }
            }
            tag("rect", .class("ground"), Attribute("width", width), Attribute("height", height))
            tag("g", Attribute("clip-path", "url(#\(prefix)-rand)")) {
                for (layer, style) in drawn { band(layer, style) }
                for (layer, style) in drawn { shapes(layer, style) }
                plan
            }
            tag("rect", .class("frame"), Attribute("width", width), Attribute("height", height))
            scaleBar
            north
        }
    }

    private var spoken: String {
        let names = sketch.layers.map(\.title).joined(separator: ", ")
        return
            "Een kaart van \(Numbers.length(sketch.view.width)) breed met het plan in het midden, het noorden boven. "
            + (names.isEmpty
                ? "Er zijn geen kaartlagen op te zien." : "Ook te zien: \(names). \(legendPlace) zegt hoe ze liggen.")
    }

    // MARK: - Layers

    /// A wider band would cover the map and say nothing any more; the legend tells the real width.
    static let widestBand = 32.0

    private func isTooWide(_ layer: MapSketch.Layer) -> Bool { layer.widthMetres * scale > Self.widestBand }

    /// The band within which an indicative line may lie.
    private func band(_ layer: MapSketch.Layer, _ style: String) -> HTML {
        guard layer.widthMetres > 0, !isTooWide(layer) else { return .none }
        let width = Attribute("stroke-width", SVG.number(2 * layer.widthMetres * scale))
        return .joined(
            layer.shapes.map { shape in
                tag("path", .class("band \(style)"), width, Attribute("d", path(RDGeometry(shape))))
            })
    }

    private func shapes(_ layer: MapSketch.Layer, _ style: String) -> HTML {
        .joined(
            layer.shapes.map { shape in
                let geometry = RDGeometry(shape)
                return tag(
                    "path",
                    .class("shape \(style)\(geometry.isArea ? "" : " open")\(isTooWide(layer) ? " vague" : "")"),
                    Attribute("d", path(geometry)))
            })
    }

    private var plan: HTML {
        .joined(
            sketch.plan.map { part in
                let geometry = RDGeometry(part)
                return tag(
                    "path", .class(geometry.isArea ? "plan" : "plan open"), Attribute("d", path(geometry)))
            })
    }

    // MARK: - Paths

    private func place(_ position: Position) -> Position {
        Position(
            x: (position.x - sketch.view.minX) * scale, y: (sketch.view.maxY - position.y) * scale)
    }

    private func path(_ geometry: RDGeometry) -> String {
        geometry.paths.map { path in
            let places = Simplifier.simplified(path.positions.map(place))
            guard let first = places.first else { return "" }
            // A line of no length with round ends is a dot.
            if places.count == 1 { return "M\(point(first))h0" }
            let body = (path.isClosed ? places.dropLast() : places[...]).map(point).joined(separator: "L")
            return "M" + body + (path.isClosed ? "Z" : "")
        }.joined()
    }

    private func point(_ place: Position) -> String { SVG.point(tenths(place.x), tenths(place.y)) }
    private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    // MARK: - Furniture

    /// A round length of about a fifth of the map.
    private var scaleBar: HTML {
        let metres = Self.round(sketch.view.width / 5)
        let length = metres * scale
        let (x, y) = (16.0, Self.height - 16)
        return tag("g", .class("scale")) {
            tag(
                "rect", .class("plate"), Attribute("x", SVG.number(x - 8)), Attribute("y", SVG.number(y - 28)),
                Attribute("width", SVG.number(length + 16)), Attribute("height", "36"))
            tag(
                "path",
                Attribute(
                    "d", "M\(SVG.point(x, y - 6))V\(SVG.number(y))H\(SVG.number(x + length))V\(SVG.number(y - 6))"))
            tag("text", Attribute("x", SVG.number(x + length / 2)), Attribute("y", SVG.number(y - 9))) {
                Numbers.length(metres)
            }
        }
    }

    /// The largest of 1, 2 or 5 with zeros that is not larger.
    static func round(_ metres: Double) -> Double {
        var power = 1.0
        while power * 10 <= metres { power *= 10 }
        return [5, 2, 1].map { $0 * power }.first { $0 <= metres } ?? power
    }

    private var north: HTML {
        let x = SVG.number(Self.width - 26)
        return tag("g", .class("north")) {
            tag("path", Attribute("d", "M\(x) 12l8 24l-8 -6l-8 6Z"))
            tag("text", Attribute("x", x), Attribute("y", "52")) { "N" }
        }
    }

    // MARK: - Legend

    var legend: [LegendRow] {
        [LegendRow(sign: sign("plan"), title: "Het plan", state: "", width: "")]
            + drawn.map { row(sign("shape \($0.style)"), $0.layer) }
    }

    /// What stands in no row: layers that are everywhere in the view, and layers for which there was no room.
    var remarks: [String] {
        let everywhere = sketch.layers.filter(\.coversView).map(\.title)
        return [("Over de hele kaart", everywhere), ("Niet getekend, wel geraakt of vlakbij", sketch.leftOut)]
            .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: "; "))." }
    }

    private func row(_ sign: HTML, _ layer: MapSketch.Layer) -> LegendRow {
        LegendRow(
            sign: sign, title: layer.title, state: state(layer),
            width: layer.widthMetres > 0 ? Numbers.length(layer.widthMetres) : "")
    }

    private func sign(_ name: String) -> HTML {
        tag("svg", .class("swatch"), Attribute("viewBox", "0 0 34 20"), .hidden, Attribute("focusable", "false")) {
            tag(
                "rect", .class(name), Attribute("x", "2"), Attribute("y", "2"), Attribute("width", "30"),
                Attribute("height", "16"))
        }
    }

    private func state(_ layer: MapSketch.Layer) -> String {
        if layer.summary.state == .near, let nearest = layer.summary.hits.first {
            return "op \(Numbers.length(nearest.distanceMetres))"
        }
        let shares = layer.summary.hits.compactMap(\.overlap.share).filter { $0 > 0 }
        return shares.count == 1 ? "\(Numbers.percent(shares[0])) van het plan" : Words.layerState(layer.summary.state)
    }
}

/// Leaves out positions that nobody can see the difference of.
enum Simplifier {
    /// Half a pixel.
    static let tolerance = 0.5

    /// Ramer, Douglas and Peucker, without recursion.
    static func simplified(_ places: [Position]) -> [Position] {
        guard places.count > 2 else { return places }
        var kept = Array(repeating: false, count: places.count)
        kept[0] = true
        kept[places.count - 1] = true
        // A ring begins and ends in one place, so it is divided at the place that is farthest from there.
        var spans = [(0, places.count - 1)]
        while let (from, to) = spans.popLast() {
            var farthest = (distance: tolerance, place: -1)
            for place in (from + 1)..<max(from + 1, to) {
                let distance = distance(places[place], places[from], places[to])
                if distance > farthest.distance { farthest = (distance, place) }
            }
            guard farthest.place > 0 else { continue }
            kept[farthest.place] = true
            spans.append((from, farthest.place))
            spans.append((farthest.place, to))
        }
        return zip(places, kept).filter(\.1).map(\.0)
    }

    private static func distance(_ place: Position, _ from: Position, _ to: Position) -> Double {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let square = dx * dx + dy * dy
        let along = square == 0 ? 0 : max(0, min(1, ((place.x - from.x) * dx + (place.y - from.y) * dy) / square))
        let (x, y) = (place.x - from.x - along * dx, place.y - from.y - along * dy)
        return (x * x + y * y).squareRoot()
    }
}
