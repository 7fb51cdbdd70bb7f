internal import Crypto
internal import Foundation

/// Makes text comparable that went through a conversion, in two steps.
///
/// ``readable(_:)`` gives one line for people: composed characters, plain quotes, no markup, single spaces. ``key(_:)`` gives
/// the form that is matched and hashed: without all that a conversion may lose or add (spaces, hyphens, bullets, stars and
/// the letters that ligatures swallow). Two conversions of one passage have one key; a changed word has another.
///
/// ``version`` changes with every rule that can change a key; hashes of another version say nothing.
public enum PassageNormaliser {
    /// The version of the rules, written with every verified hash.
    public static let version = "1"

    private static let ligatures: [Unicode.Scalar: Scalars] = [
        "\u{FB00}": ["f", "f"], "\u{FB01}": ["f", "i"], "\u{FB02}": ["f", "l"], "\u{FB03}": ["f", "f", "i"],
        "\u{FB04}": ["f", "f", "l"], "\u{FB05}": ["s", "t"], "\u{FB06}": ["s", "t"],
    ]

    /// One line or cell as people read it. A soft hyphen at the end stays: it says that the word goes on.
    public static func readable(_ line: String) -> String { readableScalars(line).text }

    /// The form of a readable text that is matched and hashed.
    public static func key(_ text: String) -> String { key(Scalars(text)).text }

    /// SHA-256 of the key of a readable text, as 64 hexadecimal digits.
    public static func sha256(_ text: String) -> String { digest(ofKey: key(text)) }

    static func digest(ofKey key: String) -> String { digest(of: Data(key.utf8)) }

    static func digest(of data: Data) -> String {
        SHA256.hash(data: data).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    static func readableScalars(_ line: String) -> Scalars {
        let composed = MarkupCleaner.withoutTags(Scalars(line.precomposedStringWithCanonicalMapping))
        var plain = Scalars()
        for scalar in composed { plain += self.plain(scalar) }
        let endsSoft = plain.last { $0 != " " } == .softHyphen
        plain.removeAll { $0 == .softHyphen }
        let unmarked = MarkupCleaner.withoutMarks(plain)
        var result = Scalars()
        for scalar in unmarked where scalar != " " || result.last != " " { result.append(scalar) }
        return result.trimmed + (endsSoft ? [.softHyphen] : [])
    }

    static func key(_ text: Scalars) -> Scalars {
        var result = Scalars()
        var gap: Unicode.Scalar?
        for scalar in text {
            switch scalar {
            case .softHyphen, "*", "_", "#", "`": continue
            case _ where scalar.isBullet: continue
            case _ where scalar.isHyphen: gap = "-"
            case _ where scalar.isGap: gap = gap ?? " "
            default:
                if let between = gap, result.last?.isDigit == true, scalar.isDigit { result.append(between) }
                gap = nil
                if result.last == "f", scalar == "f" || scalar == "i" || scalar == "l" || scalar == "t" { continue }
                result.append(scalar)
            }
        }
        return result
    }

    /// A scalar without the choices of a typesetter.
    private static func plain(_ scalar: Unicode.Scalar) -> Scalars {
        if scalar.isGap { return [" "] }
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "\u{2032}": return ["'"]
        case "\u{201C}", "\u{201D}", "\u{201E}", "«", "»": return ["\""]
        case "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}": return []
        case "\u{2010}", "\u{2011}": return ["-"]
        default: return ligatures[scalar] ?? [scalar]
        }
    }
}
