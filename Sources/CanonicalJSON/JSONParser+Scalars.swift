extension JSONParser {
    /// Reads a number; small whole ones without going through text.
    mutating func number() throws(Fault) -> Double {
        let start = place
        let negative = bytes[place] == UInt8(ascii: "-")
        if negative { place += 1 }
        let digits = place
        var whole = 0
        while let byte = current, (0x30...0x39).contains(byte) {
            if place - digits < 15 { whole = whole * 10 + Int(byte - 0x30) }
            place += 1
        }
        if place == digits { throw unexpected("a digit") }
        if bytes[digits] == 0x30, place - digits > 1 {
            throw Fault(message: "a number may not begin with a zero", offset: digits)
        }
        let wholeDigits = place - digits
        let hasFraction = try fraction()
        let hasExponent = try exponent()
        if !hasFraction, !hasExponent, wholeDigits <= 15 { return negative ? -Double(whole) : Double(whole) }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw Fault(message: "the number is beyond the range that can be kept", offset: start)
        }
        return number
    }

    /// Reads a fraction; says whether there was one.
    private mutating func fraction() throws(Fault) -> Bool {
        guard current == UInt8(ascii: ".") else { return false }
        place += 1
        try digits()
        return true
    }

    private mutating func exponent() throws(Fault) -> Bool {
        guard current == UInt8(ascii: "e") || current == UInt8(ascii: "E") else { return false }
        place += 1
        if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { place += 1 }
        try digits()
        return true
    }

    private mutating func digits() throws(Fault) {
        let start = place
        while let byte = current, (0x30...0x39).contains(byte) { place += 1 }
        if place == start { throw unexpected("a digit") }
    }

    /// Reads a string whose opening quote stands at `place`.
    mutating func string() throws(Fault) -> String {
        place += 1
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                let text = try checked(start..<place)
                place += 1
                return text
            case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
            case 0..<0x20: throw Fault(message: "a control character in a string must be escaped", offset: place)
            default: place += 1
            }
        }
        throw Fault(message: "the string that begins here has no closing quote", offset: start - 1)
    }

    private func checked(_ range: Range<Int>) throws(Fault) -> String {
        if let text = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) { return text }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let length = bytes[offset] < 0x80 ? 1 : bytes[offset] < 0xE0 ? 2 : bytes[offset] < 0xF0 ? 3 : 4
            let end = min(offset + length, range.upperBound)
            if String(validating: bytes[offset..<end], as: UTF8.self) == nil { break }
            offset = end
        }
        throw Fault(message: "a byte in a string is not UTF-8", offset: offset)
    }

    private mutating func stringWithEscapes(from start: Int) throws(Fault) -> String {
        var text = try checked(start..<place)
        var runStart = place
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                text += try checked(runStart..<place)
                place += 1
                return text
            case UInt8(ascii: "\\"):
                text += try checked(runStart..<place)
                text.unicodeScalars.append(try escape())
                runStart = place
            case 0..<0x20: throw Fault(message: "a control character in a string must be escaped", offset: place)
            default: place += 1
            }
        }
        throw Fault(message: "the string that begins here has no closing quote", offset: start - 1)
    }

    private mutating func escape() throws(Fault) -> Unicode.Scalar {
        let start = place
        place += 1
        guard let byte = current else { throw unexpected("an escaped character") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint(from: start)
        default: throw Fault(message: "the escape in this string is not one that JSON knows", offset: start)
        }
    }

    private mutating func codePoint(from start: Int) throws(Fault) -> Unicode.Scalar {
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let lone = Fault(message: "half of a surrogate pair stands alone", offset: start)
        guard (0xD800..<0xDC00).contains(first), current == UInt8(ascii: "\\"), place + 1 < bytes.count,
            bytes[place + 1] == UInt8(ascii: "u")
        else { throw lone }
        place += 2
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
        else { throw lone }
        return scalar
    }

    private mutating func hexadecimal() throws(Fault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            switch current {
            case .some(let byte) where (0x30...0x39).contains(byte): value = value << 4 | UInt16(byte - 0x30)
            case .some(let byte) where (0x41...0x46).contains(byte): value = value << 4 | UInt16(byte - 0x37)
            case .some(let byte) where (0x61...0x66).contains(byte): value = value << 4 | UInt16(byte - 0x57)
            default: throw unexpected("a hexadecimal digit")
            }
            place += 1
        }
        return value
    }
}
