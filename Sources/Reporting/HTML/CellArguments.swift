/// What people argued about a cell of a frame; both may be so at once, and neither takes anything off the other.
public struct CellArguments: Sendable, Hashable {
    public var contributes: Bool
    public var strains: Bool

    public init(contributes: Bool = false, strains: Bool = false) {
        self.contributes = contributes
        self.strains = strains
    }

    /// `nil` when nothing was argued.
    var words: String? {
        switch (contributes, strains) {
        case (true, true): "draagt bij en geeft spanning"
        case (true, false): "draagt bij"
        case (false, true): "geeft spanning"
        case (false, false): nil
        }
    }

    /// The hatches of the arcs, once per page.
    static var patterns: HTML {
        tag("svg", .class("symbols"), .hidden, Attribute("width", "0"), Attribute("height", "0")) {
            tag("defs") {
                pattern("hatch-contributes", lines: ["M0 3H6"], turned: "rotate(45)")
                pattern("hatch-strains", lines: ["M0 3H6", "M3 0V6"], turned: "rotate(45)")
            }
        }
    }

    private static func pattern(_ id: String, lines: [String], turned: String) -> HTML {
        tag(
            "pattern", .id(id), Attribute("width", "6"), Attribute("height", "6"),
            Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", turned)
        ) {
            tag("path", .class(id), Attribute("d", lines.joined()))
        }
    }
}
