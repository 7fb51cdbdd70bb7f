import Assessment
import PolicyModel

/// The drawing.
extension SoilColumn {
    private static let axisX = 60.0
    private static let laneWidth = 40.0
    private static let planWidth = 32.0
    private static let gap = 6.0
    private static let fewestLanes = 3

    /// The drawing alone; the table must stand beside it.
    public var drawing: HTML {
        let lanes = lanes()
        let laneCount = max(Self.fewestLanes, (lanes.map(\.lane).max() ?? 0) + 1)
        let groundX = Self.axisX + 12
        let planX = groundX + Double(laneCount) * (Self.laneWidth + Self.gap) + Self.gap
        let right = planX + Self.planWidth + 12
        let height = SoilScale.bottomY + 24
        return tag(
            "svg", .class("soil-column"),
            Attribute("viewBox", "0 0 \(SVG.number(right)) \(SVG.number(height))"), Attribute("role", "img"),
            Attribute("aria-label", spoken), Attribute("data-top", SVG.number(SoilScale.top)),
            Attribute("data-break", SVG.number(SoilScale.breakY)),
            Attribute("data-break-metres", SVG.number(SoilScale.breakMetres)),
            Attribute("data-bottom", SVG.number(SoilScale.bottomY)),
            Attribute("data-bottom-metres", SVG.number(scale.bottomMetres))
        ) {
            tag("defs") {
                tag(
                    "pattern", .id("soil-hatch"), Attribute("width", "8"), Attribute("height", "8"),
                    Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", "rotate(45)")
                ) {
                    tag("path", .class("soil-hatching"), Attribute("d", "M0 0V8"))
                }
            }
            ground(from: groundX, to: right - 6)
            for (number, item) in lanes.enumerated() {
                band(
                    item.band, number: number + 1,
                    x: groundX + Self.gap + Double(item.lane) * (Self.laneWidth + Self.gap))
            }
            plan(x: planX)
            axis(to: right - 6)
        }
    }

    private func rectangle(
        _ name: String, x: Double, width: Double, from: Double, to: Double, _ more: [Attribute] = []
    ) -> HTML {
        element(
            "rect",
            [
                .class(name), Attribute("x", SVG.number(x)), Attribute("y", SVG.number(from)),
                Attribute("width", SVG.number(width)), Attribute("height", SVG.number(max(0, to - from))),
            ] + more, .none)
    }

    private func ground(from left: Double, to right: Double) -> HTML {
        rectangle("soil-ground", x: left, width: right - left, from: SoilScale.top, to: SoilScale.bottomY)
    }

    /// Ends open where the end is not known or there is none.
    private func band(_ band: SoilProfile.Band, number: Int, x: Double) -> HTML {
        let from = scale.y(band.interval.from)
        let to = band.interval.to.map(scale.y) ?? SoilScale.bottomY
        let mark = band.effects.first.map { Mark($0).rawValue } ?? "thing"
        let middle = x + Self.laneWidth / 2
        let isOpen = band.interval.to == nil
        let side = "M\(SVG.point(x, to))V\(SVG.number(from))H\(SVG.number(x + Self.laneWidth))V\(SVG.number(to))"
        return tag("g", .class("soil-band soil-\(mark)\(band.isCertain ? "" : " is-vague")")) {
            rectangle("soil-fill", x: x, width: Self.laneWidth, from: from, to: to)
            tag("path", .class("soil-edge"), Attribute("d", isOpen ? side : side + "Z"))
            tag(
                "text", .class("soil-number"), Attribute("x", SVG.number(middle)),
                Attribute("y", SVG.number(min((from + to) / 2, from + 40) + 5))
            ) { String(number) }
        }
    }

    private func plan(x: Double) -> HTML {
        let bar = { (name: String, interval: DepthInterval?) in
            let from = interval.map { scale.y($0.from) } ?? SoilScale.top
            let to = interval.map { $0.to.map(scale.y) ?? SoilScale.bottomY } ?? SoilScale.top
            // A use of no thickness is seen all the same.
            let end = interval == nil ? to : max(to, from + 2)
            return rectangle(
                "soil-\(name)", x: x, width: Self.planWidth, from: from, to: end, [Attribute("data-soil", name)])
        }
        return bar("reach", reach) + bar("use", use)
    }

    private func axis(to right: Double) -> HTML {
        let x = Self.axisX
        let breakY = SoilScale.breakY
        let zigzag = "M\(SVG.point(x - 6, breakY + 9))l12 -5M\(SVG.point(x - 6, breakY + 15))l12 -5"
        return tag("g", .class("soil-axis")) {
            tag("text", .class("soil-unit"), Attribute("x", SVG.number(x - 10)), Attribute("y", "18")) { "meter" }
            tag("path", Attribute("d", "M\(SVG.point(x, SoilScale.top))V\(SVG.number(SoilScale.bottomY))"))
            tag("path", .class("soil-break"), Attribute("d", zigzag))
            tag(
                "path", .class("soil-level"),
                Attribute("d", "M\(SVG.point(x - 6, SoilScale.top))H\(SVG.number(right))"))
            tag("text", .class("soil-name"), Attribute("x", SVG.number(x + 18)), Attribute("y", "30")) { "maaiveld" }
            for tick in scale.ticks {
                tag("path", Attribute("d", "M\(SVG.point(x - 6, scale.y(tick)))h6"))
                tag("text", Attribute("x", SVG.number(x - 10)), Attribute("y", SVG.number(scale.y(tick) + 5))) {
                    Numbers.decimal(tick, digits: 0)
                }
            }
        }
    }
}
