import Foundation

/// Reads `multipart/form-data` (RFC 7578) piece by piece as it comes in; never holds more than a piece.
struct MultipartReader {
    enum Event: Equatable {
        case began(Part)
        case content(ArraySlice<UInt8>)
        case ended
    }

    /// What stands above the content of a part.
    struct Part: Equatable {
        var name: String
        /// As the sender calls the file; `nil` for a plain field.
        var fileName: String?
    }

    /// The text is not what it should be.
    struct Malformed: Error {}

    private enum State { case before, headers, content, done }

    private static let mostHeaderBytes = 8_192
    private let delimiter: [UInt8]
    private var buffer: [UInt8] = [0x0D, 0x0A]
    private var state = State.before
    /// Bytes at the start of the buffer that are no content: the line break above it, which belongs to a delimiter that
    /// follows at once.
    private var skipped = 0

    /// - Parameter contentType: the header of the request; `nil` when it names no boundary.
    init?(contentType: String) {
        let fields = HeaderFields(contentType)
        guard fields.value == "multipart/form-data", let boundary = fields["boundary"], !boundary.isEmpty,
            boundary.utf8.count <= 70
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Whether the end has been seen.
    var isDone: Bool { state == .done }

    /// What the next bytes bring.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(Malformed) -> [Event] {
        guard state != .done else { return [] }
        buffer += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// - Returns: whether there may be more to do with what is there.
    private mutating func step(_ events: inout [Event]) throws(Malformed) -> Bool {
        switch state {
        case .done: return false
        case .headers: return try readHeaders(&events)
        case .before, .content: return try readContent(&events)
        }
    }

    private mutating func readHeaders(_ events: inout [Event]) throws(Malformed) -> Bool {
        guard let end = Self.place(of: [0x0D, 0x0A, 0x0D, 0x0A], in: buffer) else {
            guard buffer.count <= Self.mostHeaderBytes else { throw Malformed() }
            return false
        }
        guard end <= Self.mostHeaderBytes, let part = Self.part(buffer[..<end]) else { throw Malformed() }
        buffer.removeFirst(end + 2)
        skipped = 2
        events.append(.began(part))
        state = .content
        return true
    }

    private mutating func readContent(_ events: inout [Event]) throws(Malformed) -> Bool {
        guard let place = Self.place(of: delimiter, in: buffer) else {
            // What could be the beginning of a delimiter waits.
            pass(max(0, buffer.count - delimiter.count + 1), &events)
            return false
        }
        pass(place, &events)
        // Whether another part or the end follows stands in the two bytes behind it.
        guard buffer.count >= delimiter.count + 2 else { return false }
        if state == .content { events.append(.ended) }
        let after = Array(buffer[delimiter.count..<delimiter.count + 2])
        buffer.removeFirst(delimiter.count + 2)
        switch after {
        case [0x2D, 0x2D]:
            state = .done
            buffer = []
            return false
        case [0x0D, 0x0A]:
            state = .headers
            return true
        default: throw Malformed()
        }
    }

    /// Hands on so many bytes.
    private mutating func pass(_ count: Int, _ events: inout [Event]) {
        if state == .content, count > skipped { events.append(.content(buffer[skipped..<count])) }
        skipped = max(0, skipped - count)
        buffer.removeFirst(count)
    }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") {
            let halves = line.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == "content-disposition" else { continue }
            let fields = HeaderFields(String(halves[1]))
            guard fields.value == "form-data", let name = fields["name"] else { return nil }
            return Part(name: name, fileName: fields["filename"])
        }
        return nil
    }

    /// Where the bytes first stand.
    static func place(of needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            let last = bytes.count - needle.count
            var place = 0
            while place <= last, let base = bytes.baseAddress {
                // Returns where the byte is, or NULL.
                guard let found = memchr(base + place, Int32(first), last - place + 1) else { return nil }
                place = UnsafeRawPointer(base).distance(to: found)
                if bytes[place..<place + needle.count].elementsEqual(needle) { return place }
                place += 1
            }
            return nil
        }
    }
}

/// A value of a header with its parameters: `form-data; name="bestand"; filename="plan.gpkg"`.
struct HeaderFields {
    let value: String
    private var fields: [String: String] = [:]

    init(_ text: String) {
        var rest = text[...]
        value = rest.prefix { $0 != ";" }.trimmed.lowercased()
        rest = rest.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst()
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let key = name.trimmed.lowercased()
            if fields[key] == nil { fields[key] = Self.value(&rest) } else { _ = Self.value(&rest) }
        }
    }

    subscript(_ name: String) -> String? { fields[name] }

    /// Between quotes, in which browsers write a quote as `%22`; otherwise up to the next semicolon.
    private static func value(_ rest: inout Substring) -> String {
        guard rest.first == "\"" else {
            let plain = rest.prefix { $0 != ";" }
            rest = rest.dropFirst(plain.count)
            return plain.trimmed
        }
        rest = rest.dropFirst()
        var text = ""
        while let character = rest.popFirst(), character != "\"" {
            if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
                text.append(next)
                rest = rest.dropFirst()
            } else {
                text.append(character)
            }
        }
        return text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
