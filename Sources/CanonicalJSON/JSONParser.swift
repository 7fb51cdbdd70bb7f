extension JSONValue {
    /// How deep arrays and objects may stand inside each other.
    public static let depthLimit = 200

    /// Reads one JSON text by RFC 8259 and nothing more: UTF-8 without byte order mark, no comments, no trailing
    /// commas, no name twice in an object, no number beyond the range of a double, at most ``depthLimit`` deep.
    public static func parse(_ bytes: some Collection<UInt8>) throws(JSONSyntaxError) -> JSONValue {
        let result: Result<JSONValue, JSONSyntaxError>? = bytes.withContiguousStorageIfAvailable { parseBuffer($0) }
        if let result { return try result.get() }
        return try Array(bytes).withUnsafeBufferPointer { parseBuffer($0) }.get()
    }

    /// Reads a JSON text; see ``parse(_:)``.
    public static func parse(_ text: String) throws(JSONSyntaxError) -> JSONValue { try parse(text.utf8) }

    private static func parseBuffer(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONSyntaxError> {
        var parser = JSONParser(bytes: bytes)
        do throws(JSONParser.Fault) {
            return .success(try parser.document())
        } catch {
            return .failure(JSONSyntaxError(error.message, at: error.offset, in: bytes))
        }
    }
}

/// Reads bytes one after the other; a fault carries the byte at which it was seen.
struct JSONParser {
    struct Fault: Error {
        var message: String
        var offset: Int
    }

    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0
    private var depth = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func document() throws(Fault) -> JSONValue {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            throw Fault(message: "the text begins with a byte order mark, which JSON does not allow", offset: 0)
        }
        skipSpace()
        if place == bytes.count { throw Fault(message: "the text is empty", offset: place) }
        let value = try value()
        skipSpace()
        if place < bytes.count { throw unexpected("the end of the text") }
        return value
    }

    var current: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func skipSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return
            }
        }
    }

    func unexpected(_ expected: String) -> Fault {
        guard place < bytes.count else {
            return Fault(message: "the text ends where \(expected) was expected", offset: place)
        }
        return Fault(message: "found \(found()) where \(expected) was expected", offset: place)
    }

    private func found() -> String {
        let byte = bytes[place]
        if byte < 0x20 || byte == 0x7F { return "a control character" }
        var end = place + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80, end - place < 4 { end += 1 }
        guard let text = String(validating: bytes[place..<end], as: UTF8.self) else {
            return "a byte that is not UTF-8"
        }
        return "`\(text)`"
    }

    private mutating func value() throws(Fault) -> JSONValue {
        switch current {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), 0x30?, 0x31?, 0x32?, 0x33?, 0x34?, 0x35?, 0x36?, 0x37?, 0x38?, 0x39?:
            return .number(try number())
        default: throw unexpected("a value")
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count,
            (0..<word.utf8CodeUnitCount).allSatisfy({ bytes[place + $0] == word.utf8Start[$0] })
        else { throw unexpected("a value") }
        place = end
        return value
    }

    private mutating func enter() throws(Fault) {
        depth += 1
        if depth > JSONValue.depthLimit {
            throw Fault(message: "values stand more than \(JSONValue.depthLimit) levels deep", offset: place)
        }
        place += 1
        skipSpace()
    }

    private mutating func leave() {
        depth -= 1
        place += 1
    }

    private mutating func array() throws(Fault) -> JSONValue {
        try enter()
        var items: [JSONValue] = []
        if current == UInt8(ascii: "]") {
            leave()
            return .array(items)
        }
        while true {
            items.append(try value())
            skipSpace()
            switch current {
            case UInt8(ascii: ","):
                place += 1
                skipSpace()
            case UInt8(ascii: "]"):
                leave()
                return .array(items)
            default: throw unexpected("`,` or `]`")
            }
        }
    }

    private mutating func object() throws(Fault) -> JSONValue {
        try enter()
        var object = JSONObject()
        if current == UInt8(ascii: "}") {
            leave()
            return .object(object)
        }
        while true {
            guard current == UInt8(ascii: "\"") else { throw unexpected("a name in double quotes") }
            let start = place
            let key = try string()
            if object.place(of: key) != nil {
                throw Fault(message: "the name `\(key)` stands twice in one object", offset: start)
            }
            skipSpace()
            guard current == UInt8(ascii: ":") else { throw unexpected("`:`") }
            place += 1
            skipSpace()
            object.append(key, try value())
            skipSpace()
            switch current {
            case UInt8(ascii: ","):
                place += 1
                skipSpace()
            case UInt8(ascii: "}"):
                leave()
                return .object(object)
            default: throw unexpected("`,` or `}`")
            }
        }
    }
}
