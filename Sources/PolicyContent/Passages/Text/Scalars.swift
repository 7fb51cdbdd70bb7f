/// Text as Unicode scalars: what the passage rules count, so that they do not depend on how a library groups characters.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
    /// A space of any width, a tab or a line end.
    var isGap: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2007...0x200A, 0x202F, 0x3000: true
        default: false
        }
    }

    /// `0` to `9`.
    var isDigit: Bool { value >= 0x30 && value <= 0x39 }

    /// `A` to `Z`.
    var isPlainCapital: Bool { value >= 0x41 && value <= 0x5A }

    /// `a` to `z`.
    var isPlainSmall: Bool { value >= 0x61 && value <= 0x7A }

    /// A letter of any alphabet.
    var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    var isSmallLetter: Bool { isLetter && properties.isLowercase }
    var isCapitalLetter: Bool { isLetter && properties.isUppercase }

    /// A hyphen or a dash of any length.
    var isHyphen: Bool {
        switch value {
        case 0x2D, 0x2010...0x2014, 0x2212: true
        default: false
        }
    }

    /// A sign that conversions put before a list item.
    var isBullet: Bool {
        switch self {
        case "•", "●", "▪", "‣", "◦": true
        default: false
        }
    }

    /// The hyphen that only shows at a line end.
    static let softHyphen: Unicode.Scalar = "\u{AD}"
}

extension Array where Element == Unicode.Scalar {
    init(_ text: String) { self.init(text.unicodeScalars) }

    /// The scalars as a string.
    var text: String { String(String.UnicodeScalarView(self)) }

    /// The scalars without spaces at either end.
    var trimmed: Scalars {
        guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else {
            return []
        }
        return Scalars(self[first...last])
    }
}

extension ArraySlice where Element == Unicode.Scalar {
    /// The scalars as a string.
    var text: String { Scalars(self).text }
}
