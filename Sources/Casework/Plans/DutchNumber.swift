/// Numbers as people in the Netherlands type them: `2,5`, `1.250`, `1.250,5`; a point that cannot stand between thousands is a
/// decimal point too.
public enum DutchNumber {
    /// `nil` for what is no number, or larger than anything that is measured.
    public static func parse(_ text: String) -> Double? {
        var plain = String(text.filter { !$0.isWhitespace && $0 != "\u{A0}" })
        let sign = plain.first == "-" || plain.first == "\u{2212}" ? -1.0 : 1.0
        if let first = plain.first, "+-\u{2212}".contains(first) { plain.removeFirst() }
        let halves = plain.split(separator: ",", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first else { return nil }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        let isGrouped = groups.count > 1 && isThousands(groups)
        let digits: String
        if halves.count == 2 {
            guard groups.count == 1 || isGrouped, isDigits(halves[1]), !halves[1].isEmpty else { return nil }
            digits = groups.joined() + "." + halves[1]
        } else if isGrouped {
            digits = groups.joined()
        } else {
            guard groups.count <= 2, groups.allSatisfy({ isDigits($0) && !$0.isEmpty }) else { return nil }
            digits = groups.joined(separator: ".")
        }
        guard let first = digits.first, first.isNumber, let number = Double(digits), number < 1e15 else { return nil }
        return sign * number
    }

    /// As it is shown in a field: no thousands, a comma for decimals, nothing rounded away.
    public static func text(_ number: Double) -> String {
        let text = number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
        return text.replacing(".", with: ",")
    }

    private static func isThousands(_ groups: [Substring]) -> Bool {
        guard let first = groups.first, (1...3).contains(first.count), isDigits(first), first != "0" else {
            return false
        }
        return groups.dropFirst().allSatisfy { $0.count == 3 && isDigits($0) }
    }

    private static func isDigits(_ text: Substring) -> Bool { text.allSatisfy { $0.isASCII && $0.isNumber } }
}
