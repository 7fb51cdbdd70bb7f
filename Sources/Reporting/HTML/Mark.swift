import Assessment
public import PolicyModel

/// The sign of a finding: a shape and a colour, never without words beside it.
public enum Mark: String, Sendable, CaseIterable {
    case block, restrain, provide, open, order, unknown

    init(_ finding: ReportFinding) { self = finding.state == .undecided ? .unknown : Mark(finding.effect) }

    public init(_ effect: Effect) {
        switch effect {
        case .prohibited, .noUnless, .undesired: self = .block
        case .restrained, .phaseOut: self = .restrain
        case .yesProvided, .duty, .procedure, .competence, .commitment, .assessAs: self = .provide
        case .permitted, .yesAnd, .encouraged, .sitingPreference, .goal: self = .open
        case .priority, .reserved: self = .order
        case .regulatedElsewhere, .intention, .noStatus, .information: self = .unknown
        }
    }

    /// What the sign says, for the legend.
    public var meaning: String {
        switch self {
        case .block: "niet, niet tenzij, of ongewenst"
        case .restrain: "terughoudend of afbouwen"
        case .provide: "onder voorwaarden, of er hoort iets bij"
        case .open: "mogelijk, gewenst, of een doel"
        case .order: "gaat voor of is gereserveerd"
        case .unknown: "nog niet te beslissen, of zegt alleen waar het staat"
        }
    }

    /// The sign in a line of text; the words are beside it. The page holds ``symbols``.
    public var inline: HTML {
        tag("svg", .class("mark"), Attribute("viewBox", "0 0 20 20"), .hidden, Attribute("focusable", "false")) {
            use()
        }
    }

    /// The sign in a drawing, in a box of 20 by 20 with this corner.
    func use(x: Double? = nil, y: Double? = nil) -> HTML {
        var attributes = [Attribute("href", "#mark-" + rawValue)]
        if let x, let y {
            attributes += [
                Attribute("x", SVG.number(x)), Attribute("y", SVG.number(y)), Attribute("width", "20"),
                Attribute("height", "20"),
            ]
        }
        return element("use", attributes, .none)
    }

    /// The markup of the shapes, for pages that are not made here: once per page, with
    /// `<svg class="mark" aria-hidden="true"><use href="#mark-NAME"/></svg>` where a sign stands.
    public static var symbolsMarkup: String { symbols.markup }

    /// The shapes, once per page.
    public static var symbols: HTML {
        tag("svg", .class("symbols"), .hidden, Attribute("width", "0"), Attribute("height", "0")) {
            for mark in allCases {
                tag("symbol", .id("mark-" + mark.rawValue), Attribute("viewBox", "0 0 20 20")) { mark.shape }
            }
        }
    }

    private var shape: HTML {
        let fill = Attribute.class("fill-" + rawValue)
        return switch self {
        case .block:
            tag("path", fill, Attribute("d", "M1 1H19V19H1Z"))
                + tag("path", .class("fill-paper"), Attribute("d", "M5 8H15V12H5Z"))
        case .restrain: tag("path", fill, Attribute("d", "M10 1L20 19H0Z"))
        case .provide: tag("path", fill, Attribute("d", "M20 10L15 18.7H5L0 10L5 1.3H15Z"))
        case .open: tag("circle", fill, Attribute("cx", "10"), Attribute("cy", "10"), Attribute("r", "9"))
        case .order: tag("path", fill, Attribute("d", "M10 -.5L20.5 10L10 20.5L-.5 10Z"))
        case .unknown:
            tag("circle", .class("ring"), Attribute("cx", "10"), Attribute("cy", "10"), Attribute("r", "7.8"))
        }
    }
}

/// Numbers and names in drawings.
enum SVG {
    /// At most two decimals, without an exponent.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        var text = String(whole)
        if rest > 0 { text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)" }
        return hundredths < 0 ? "-" + text : text
    }

    static func point(_ x: Double, _ y: Double) -> String { number(x) + " " + number(y) }
}
