/// The colours of a page, by name; another house may bring its own.
public struct Look: Sendable, Hashable {
    /// A colour as 24 bits: red, green, blue.
    public struct Colour: Sendable, Hashable {
        public var bits: UInt32
        public init(_ bits: UInt32) { self.bits = bits & 0xFFFFFF }

        /// As style sheets write it.
        var text: String {
            let digits = String(bits, radix: 16, uppercase: true)
            return "#" + String(repeating: "0", count: 6 - digits.count) + digits
        }
    }

    /// Text; page; panels; hairlines.
    public var ink = Colour(0x1D2226)
    public var paper = Colour(0xFFFFFF)
    public var sand = Colour(0xF7F3EA)
    public var line = Colour(0xC9C3B4)
    /// What a finding does; see ``Mark``. Each is at least 5.7 to 1 on sand.
    public var block = Colour(0x9E2A1F)
    public var restrain = Colour(0x7A5200)
    public var provide = Colour(0x1B5A87)
    public var open = Colour(0x1E6044)
    public var order = Colour(0x66407A)
    public var unknown = Colour(0x5B6168)

    public init() {}

    package var styles: StyleSheet {
        let tokens: [(StaticString, Colour)] = [
            ("ink", ink), ("paper", paper), ("sand", sand), ("line", line), ("block", block), ("restrain", restrain),
            ("provide", provide), ("open", open), ("order", order), ("unknown", unknown),
        ]
        return StyleSheet(variables: tokens.map { ($0, $1.text) })
    }
}

/// Rules of style that stand in the source code, or variables with colours.
package struct StyleSheet: Sendable {
    package let text: String

    package init(_ text: StaticString) { self.text = text.description }

    package init(joining sheets: [StyleSheet]) { text = sheets.map(\.text).joined(separator: "\n") }

    /// Rules for screens of at most so many pixels wide.
    init(upTo pixels: Int, _ sheets: [StyleSheet]) {
        text = (["@media (max-width:\(pixels)px){"] + sheets.map(\.text) + ["}"]).joined(separator: "\n")
    }

    fileprivate init(variables: [(name: StaticString, value: String)]) {
        text = ":root{" + variables.map { "--kompas-\($0.name):\($0.value)" }.joined(separator: ";") + "}"
    }
}
