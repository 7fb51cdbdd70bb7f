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
        case _ where (count...max(count, 21)).contains(pointPlace) && pointPlace <= 21:
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
            appendWhole(abs(pointPlace - 1), to: &output)
        }
    }

    private static func appendWhole(_ whole: Int, to output: inout [UInt8]) {
        if whole < 0 { output.append(UInt8(ascii: "-")) }
        var rest = whole.magnitude
        let start = output.count
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
    }

    /// Digits without leading zeros, and after how many of them the decimal point stands.
    private static func shortestDigits(of magnitude: Double) -> (digits: [UInt8], pointPlace: Int) {
        let parts = magnitude.description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        var digits: [UInt8] = []
        var pointPlace: Int?
        for byte in parts[0].utf8 {
            if byte == UInt8(ascii: ".") { pointPlace = digits.count } else { digits.append(byte) }
        }
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        return (Array(digits.dropFirst(leadingZeros)), (pointPlace ?? digits.count) - leadingZeros + exponent)
    }
}
