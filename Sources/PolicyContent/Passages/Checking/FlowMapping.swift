/// The extent of a YAML mapping between braces, and of the value of its key `sha256` when it has one.
struct FlowMapping {
    /// The place after the last scalar before the closing brace that is no space or comment.
    var contentEnd: Int
    var value: Range<Int>?

    /// Reads from the opening brace. `nil` when the mapping does not end.
    init?(_ text: Scalars, at open: Int) {
        contentEnd = open + 1
        var index = open + 1
        var depth = 1
        var keyStart: Int? = open + 1
        var valueStart: Int?
        var previous: Unicode.Scalar = "{"
        while index < text.count {
            let scalar = text[index]
            switch scalar {
            case _ where scalar.isGap:
                index += 1
                continue
            case "#" where text[index - 1].isGap:
                index = text[index...].firstIndex(of: "\n") ?? text.count
                continue
            case "\"" where Self.opensValue(previous), "'" where Self.opensValue(previous):
                guard let close = Self.quoteEnd(text, at: index) else { return nil }
                index = close
            case "{", "[": depth += 1
            case "]" where depth > 1, "}" where depth > 1: depth -= 1
            case "}":
                if let valueStart { value = valueStart..<contentEnd }
                return
            case "," where depth == 1:
                if let valueStart { value = valueStart..<contentEnd }
                valueStart = nil
                keyStart = index + 1
            case ":" where depth == 1:
                if let start = keyStart, Scalars(text[start..<index]).filter({ !$0.isGap }).text == "sha256" {
                    valueStart = text[(index + 1)...].firstIndex { !$0.isGap }
                }
                keyStart = nil
            default: break
            }
            previous = scalar
            index += 1
            contentEnd = index
        }
        return nil
    }

    /// Whether a quote after this scalar opens a quoted text; elsewhere it is an apostrophe.
    private static func opensValue(_ previous: Unicode.Scalar) -> Bool {
        previous == "{" || previous == "[" || previous == "," || previous == ":"
    }

    /// The place of the closing quote.
    private static func quoteEnd(_ text: Scalars, at open: Int) -> Int? {
        var index = open + 1
        while index < text.count {
            if text[open] == "\"", text[index] == "\\" {
                index += 2
            } else if text[index] == text[open] {
                guard text[open] == "'", index + 1 < text.count, text[index + 1] == "'" else { return index }
                index += 2
            } else {
                index += 1
            }
        }
        return nil
    }
}
