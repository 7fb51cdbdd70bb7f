internal import CanonicalJSON

/// A JSON value in a form that reads fast: every text and key is stored once, in a table before the values.
enum CompactTree {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([CompactTree])
    case mapping([(key: String, value: CompactTree)])
}

extension CompactTree {
    private enum Tag {
        static let null: UInt8 = 0
        static let no: UInt8 = 1
        static let yes: UInt8 = 2
        static let integer: UInt8 = 3
        static let number: UInt8 = 4
        static let text: UInt8 = 5
        static let list: UInt8 = 6
        static let mapping: UInt8 = 7
    }

    /// Writes a JSON value: the table of texts, then tags and values from the outside in.
    static func bytes(of value: JSONValue) -> [UInt8] {
        var writer = Writer()
        writer.write(value)
        var bytes: [UInt8] = []
        Writer.append(writer.texts.count, to: &bytes)
        for text in writer.texts {
            Writer.append(text.utf8.count, to: &bytes)
            bytes += text.utf8
        }
        return bytes + writer.body
    }

    /// Reads what ``bytes(of:)`` wrote; `nil` for anything else.
    init?(bytes: UnsafeRawBufferPointer) {
        var reader = Reader(bytes: bytes)
        guard reader.readTexts(), let tree = reader.read(), reader.place == bytes.count else { return nil }
        self = tree
    }

    private struct Writer {
        var texts: [String] = []
        var places: [String: Int] = [:]
        var body: [UInt8] = []

        /// Seven bits a byte, the lowest first; the highest bit says that there is more.
        static func append(_ number: Int, to bytes: inout [UInt8]) {
            var rest = UInt(number)
            while rest >= 0x80 {
                bytes.append(UInt8(rest & 0x7F) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }

        mutating func append(_ text: String) {
            let place = places[text] ?? texts.count
            if place == texts.count {
                places[text] = place
                texts.append(text)
            }
            Self.append(place, to: &body)
        }

        mutating func write(_ value: JSONValue) {
            switch value {
            case .null: body.append(Tag.null)
            case .bool(let flag): body.append(flag ? Tag.yes : Tag.no)
            case .number(let number):
                if let whole = UInt32(exactly: number), number.sign == .plus {
                    body.append(Tag.integer)
                    Self.append(Int(whole), to: &body)
                } else {
                    body.append(Tag.number)
                    for shift in stride(from: 0, to: 64, by: 8) {
                        body.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
                    }
                }
            case .string(let text):
                body.append(Tag.text)
                append(text)
            case .array(let items):
                body.append(Tag.list)
                Self.append(items.count, to: &body)
                for item in items { write(item) }
            case .object(let object):
                body.append(Tag.mapping)
                Self.append(object.count, to: &body)
                for (key, value) in object.members {
                    append(key)
                    write(value)
                }
            }
        }
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var place = 0
        var texts: [String] = []

        init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        mutating func byte() -> UInt8? {
            guard place < bytes.count else { return nil }
            defer { place += 1 }
            return bytes[place]
        }

        mutating func size() -> Int? {
            var number: UInt = 0
            var shift: UInt = 0
            while shift < 63, let byte = byte() {
                number |= UInt(byte & 0x7F) << shift
                if byte < 0x80 { return Int(number) }
                shift += 7
            }
            return nil
        }

        mutating func readTexts() -> Bool {
            guard let count = size(), count <= bytes.count else { return false }
            texts.reserveCapacity(count)
            for _ in 0..<count {
                guard let length = size(), length <= bytes.count - place else { return false }
                texts.append(String(decoding: bytes[place..<(place + length)], as: UTF8.self))
                place += length
            }
            return true
        }

        mutating func text() -> String? {
            guard let index = size(), index < texts.count else { return nil }
            return texts[index]
        }

        mutating func read() -> CompactTree? {
            switch byte() {
            case Tag.null: return .null
            case Tag.no: return .flag(false)
            case Tag.yes: return .flag(true)
            case Tag.integer: return size().map { .number(Double($0)) }
            case Tag.number:
                guard bytes.count - place >= 8 else { return nil }
                let bits = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                place += 8
                return .number(Double(bitPattern: UInt64(littleEndian: bits)))
            case Tag.text: return text().map { .text($0) }
            case Tag.list:
                guard let count = size(), count <= bytes.count - place else { return nil }
                var items: [CompactTree] = []
                items.reserveCapacity(count)
                for _ in 0..<count {
                    guard let item = read() else { return nil }
                    items.append(item)
                }
                return .list(items)
            case Tag.mapping:
                guard let count = size(), count <= bytes.count - place else { return nil }
                var members: [(key: String, value: CompactTree)] = []
                members.reserveCapacity(count)
                for _ in 0..<count {
                    guard let key = text(), let value = read() else { return nil }
                    members.append((key, value))
                }
                return .mapping(members)
            default: return nil
            }
        }
    }
}
