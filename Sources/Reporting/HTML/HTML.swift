/// A piece of a page. Every text in it is escaped; markup comes only from names that stand in the source code.
///
/// A `String` can get in by two doors, ``init(_:)`` and ``Attribute``, and both escape. Names of elements and attributes are
/// `StaticString`, so that no text of a report can ever become one. Whoever holds one may put its ``markup`` in a page as it is.
public struct HTML: Sendable, Hashable {
    public private(set) var markup: String

    /// A text, escaped.
    package init(_ text: String) { markup = Self.escaped(text) }

    fileprivate init(markup: String) { self.markup = markup }

    public static let none = HTML(markup: "")

    public var isEmpty: Bool { markup.isEmpty }

    package static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.markup + right.markup) }

    /// A whole document.
    package func document() -> String { "<!DOCTYPE html>\n" + markup }

    /// The text with the characters that mean something in HTML written as references. Control characters, which a
    /// document may not hold, are left out.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy({ !isTelling($0) }) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether this byte may begin a character that is not written as it is; those above 0x7E that may begin with 0xC2.
    private static func isTelling(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F, 0xC2: true
        case 0x09, 0x0A: false
        default: byte < 0x20
        }
    }
}

/// A name and a value of an element.
package struct Attribute: Sendable, Hashable {
    fileprivate let markup: String

    package init(_ name: StaticString, _ value: String) { markup = " \(name)=\"\(HTML.escaped(value))\"" }

    package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }
    /// A link to a place in this page.
    package static func link(to id: String) -> Attribute { Attribute("href", "#" + id) }
    /// A link to another page of the site on which a piece stands; an address of elsewhere leads nowhere.
    package static func link(toPath path: String) -> Attribute {
        Attribute("href", path.hasPrefix("/") && !path.hasPrefix("//") ? path : "#")
    }
    /// Cells that a heading of a table is about.
    package static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
    /// Only for the eye.
    package static let hidden = Attribute("aria-hidden", "true")
}

/// An element with its content.
package func tag(_ name: StaticString, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    element(name, attributes, content())
}

/// An element without content.
package func tag(_ name: StaticString, _ attributes: Attribute...) -> HTML { element(name, attributes, .none) }

/// An element with a list of attributes.
package func element(_ name: StaticString, _ attributes: [Attribute], _ content: HTML) -> HTML {
    let word = name.description
    let start = "<\(word)\(attributes.map(\.markup).joined())>"
    let end = HTMLWords.void.contains(word) ? "" : "</\(word)>"
    // A line per block keeps the text comparable; between blocks white space means nothing.
    return HTML(markup: start + content.markup + end + (HTMLWords.inline.contains(word) ? "" : "\n"))
}

/// What HTML says of elements by name.
private enum HTMLWords {
    /// Elements that have no end tag.
    static let void: Set<String> = ["meta", "br", "hr", "col", "wbr"]
    /// Elements that stand in a line of text, where a line break would be seen.
    static let inline: Set<String> = [
        "a", "b", "strong", "em", "span", "abbr", "code", "q", "cite", "small", "time", "textPath", "tspan", "br",
        "wbr",
        "use",
    ]
}

/// Puts pieces after each other.
@resultBuilder package enum HTMLBuilder {
    package static func buildExpression(_ piece: HTML) -> HTML { piece }
    package static func buildExpression(_ text: String) -> HTML { HTML(text) }
    package static func buildBlock(_ pieces: HTML...) -> HTML { buildArray(pieces) }
    package static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .none }
    package static func buildEither(first piece: HTML) -> HTML { piece }
    package static func buildEither(second piece: HTML) -> HTML { piece }
    package static func buildArray(_ pieces: [HTML]) -> HTML { HTML(markup: pieces.map(\.markup).joined()) }
}

extension HTML {
    /// Pieces one after another.
    package static func joined(_ pieces: [HTML], separator: String = "") -> HTML {
        HTML(markup: pieces.map(\.markup).joined(separator: escaped(separator)))
    }

    /// A sheet of styles of which all texts stand in the source code.
    package static func styles(_ sheets: [StyleSheet]) -> HTML {
        HTML(markup: "<style>\n" + sheets.map(\.text).joined(separator: "\n") + "\n</style>\n")
    }
}
