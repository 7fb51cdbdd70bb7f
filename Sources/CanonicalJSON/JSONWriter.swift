/// A value cannot be written as JSON, which has no infinity and no "not a number".
public struct JSONNumberError: Error, Sendable, Hashable, CustomStringConvertible {
    public init() {}
    public var description: String { "a number that is infinite or not a number cannot be written as JSON" }
}

extension JSONValue {
    /// The one text of this value by RFC 8785: no space, names sorted by UTF-16 code units, numbers as ECMAScript
    /// writes them. Refuses numbers that JSON does not have.
    public func canonical() throws(JSONNumberError) -> [UInt8] {
        var writer = JSONWriter(layout: .canonical)
        writer.write(self, indent: 0)
        if writer.hasNonFiniteNumber { throw JSONNumberError() }
        return writer.output
    }

    /// The text of ``canonical()``.
    public var canonicalString: String {
        get throws(JSONNumberError) { String(decoding: try canonical(), as: UTF8.self) }
    }

    /// Text for people: two spaces a level, members in their own order, no line break at the end. A number that
    /// JSON does not have becomes `null`, as ECMAScript does.
    public func pretty() -> String { String(decoding: prettyBytes(), as: UTF8.self) }

    /// The UTF-8 of ``pretty()``.
    public func prettyBytes() -> [UInt8] {
        var writer = JSONWriter(layout: .pretty)
        writer.write(self, indent: 0)
        return writer.output
    }

    /// Text on one line without spaces, members in their own order; for lines of NDJSON.
    public func compact() -> String {
        var writer = JSONWriter(layout: .compact)
        writer.write(self, indent: 0)
        return String(decoding: writer.output, as: UTF8.self)
    }
}

struct JSONWriter {
    enum Layout { case canonical, pretty, compact }

    let layout: Layout
    private(set) var output: [UInt8] = []
    private(set) var hasNonFiniteNumber = false

    init(layout: Layout) {
        self.layout = layout
        output.reserveCapacity(layout == .canonical ? 1 << 17 : 1 << 12)
    }

    mutating func write(_ value: JSONValue, indent: Int) {
        switch value {
        case .null: output += "null".utf8
        case .bool(let flag): output += (flag ? "true" : "false").utf8
        case .number(let number): write(number)
        case .string(let text): write(text)
        case .array(let items): write(items, indent: indent)
        case .object(let object): write(object, indent: indent)
        }
    }

    private mutating func write(_ number: Double) {
        if number.isFinite {
            JSONNumberText.append(number, to: &output)
        } else {
            hasNonFiniteNumber = true
            output += "null".utf8
        }
    }

    private mutating func write(_ items: [JSONValue], indent: Int) {
        output.append(UInt8(ascii: "["))
        for (place, item) in items.enumerated() {
            if place > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(indent + 1)
            write(item, indent: indent + 1)
        }
        if !items.isEmpty { breakLine(indent) }
        output.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: JSONObject, indent: Int) {
        output.append(UInt8(ascii: "{"))
        let members = object.members
        let order = layout == .canonical ? canonicalOrder(of: members) : nil
        for place in members.indices {
            let member = members[order?[place] ?? place]
            if place > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(indent + 1)
            write(member.key)
            output.append(UInt8(ascii: ":"))
            if layout == .pretty { output.append(UInt8(ascii: " ")) }
            write(member.value, indent: indent + 1)
        }
        if !members.isEmpty { breakLine(indent) }
        output.append(UInt8(ascii: "}"))
    }

    /// The places of the members sorted by name; `nil` when they stand in that order already.
    private func canonicalOrder(of members: [(key: String, value: JSONValue)]) -> [Int]? {
        var isSorted = true
        for place in members.indices.dropFirst() where !precedes(members[place - 1].key, members[place].key) {
            isSorted = false
            break
        }
        return isSorted ? nil : members.indices.sorted { precedes(members[$0].key, members[$1].key) }
    }

    private mutating func breakLine(_ indent: Int) {
        guard layout == .pretty else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    private mutating func write(_ text: String) {
        var text = text
        output.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var runStart = 0
            for place in bytes.indices {
                let byte = bytes[place]
                guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<place]))
                writeEscape(byte)
                runStart = place + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscape(_ byte: UInt8) {
        switch byte {
        case 0x08: output += "\\b".utf8
        case 0x09: output += "\\t".utf8
        case 0x0A: output += "\\n".utf8
        case 0x0C: output += "\\f".utf8
        case 0x0D: output += "\\r".utf8
        case 0x22: output += "\\\"".utf8
        case 0x5C: output += "\\\\".utf8
        default:
            let digits = Array("0123456789abcdef".utf8)
            output += "\\u00".utf8
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 15)])
        }
    }
}

/// The order of UTF-16 code units, found in UTF-8: it differs only where a surrogate pair meets U+E000 to U+FFFF.
private func precedes(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    return left.withUTF8 { leftBytes in
        right.withUTF8 { rightBytes in
            let shared = min(leftBytes.count, rightBytes.count)
            var place = 0
            while place < shared, leftBytes[place] == rightBytes[place] { place += 1 }
            guard place < shared else { return leftBytes.count < rightBytes.count }
            let (byte, other) = (leftBytes[place], rightBytes[place])
            if byte >= 0xF0, (0xEE..<0xF0).contains(other) { return true }
            if other >= 0xF0, (0xEE..<0xF0).contains(byte) { return false }
            return byte < other
        }
    }
}
