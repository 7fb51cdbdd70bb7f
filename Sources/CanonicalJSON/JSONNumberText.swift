/// The text of a number as ECMAScript writes it (ECMA-262, Number::toString), which RFC 8785 asks for.
enum JSONNumberText {
    /// The digits are the shortest that read back as the same double; Swift's own description gives those.
    static func append(_ number: Double, to output: inout [UInt8]) {
        if number.magnitude < 9_007_199_254_740_992, number == number.rounded(.towardZero) {
            appendWhole(Int(number), to: &output)
            return
        }
        if number < 0 { output.append(UInt8(ascii: "-")) }
        var (digits, pointPlace) = shortestDigits(of: number.magnitude)
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        let count = digits.count
        switch pointPlace {
        case count...21 where count <= 21:
            output += digits
            output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: pointPlace - count))
        case 1...21:
            output += digits[..<pointPlace]
            output.append(UInt8(ascii: "."))
            output += digits[pointPlace...]
        case -5...0:
            output += "0.".utf8
            output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -pointPlace))
            output += digits
        default:
            output.append(digits[0])
            if count > 1 {
                output.append(UInt8(ascii: "."))
                output += digits[1...]
            }
            output += pointPlace > 0 ? "e+".utf8 : "e-".utf8
            appendWhole((pointPlace - 1).magnitude.asInt, to: &output)
        }
    }

    private static func appendWhole(_ whole: Int, to output: inout [UInt8]) {
        var text = String(whole)
        text.withUTF8 { output.append(contentsOf: $0) }
    }

    /// Digits without leading zeros, and after how many of them the decimal point stands.
    private static func shortestDigits(of magnitude: Double) -> (digits: [UInt8], pointPlace: Int) {
        var digits: [UInt8] = []
        var pointPlace: Int?
        var exponent = 0
        let text = magnitude.description
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "."): pointPlace = digits.count
            case UInt8(ascii: "e"): exponent = Int(text.utf8.dropFirst(place + 1).asText) ?? 0
            default: if exponent == 0 { digits.append(byte) }
            }
            if byte == UInt8(ascii: "e") { break }
        }
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        return (Array(digits.dropFirst(leadingZeros)), (pointPlace ?? digits.count) - leadingZeros + exponent)
    }
}
