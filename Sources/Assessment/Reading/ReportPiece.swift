import CanonicalJSON
import PolicyModel

/// A part of the JSON of a report, with the place where it stands.
struct ReportPiece {
    let value: JSONValue
    let pointer: String

    init(_ value: JSONValue, at pointer: String = "") {
        self.value = value
        self.pointer = pointer
    }

    func fault(_ expected: String) -> ReportUnreadable {
        ReportUnreadable(pointer: pointer, message: "expected \(expected), found \(value.kindInWords)")
    }

    /// A member that must be there; it may be null.
    subscript(_ key: String) -> ReportPiece {
        get throws(ReportUnreadable) {
            guard let object = value.object else { throw fault("an object") }
            let place = JSONPointer.appending(key, to: pointer)
            guard let member = object[key] else { throw ReportUnreadable(pointer: place, message: "is missing") }
            return ReportPiece(member, at: place)
        }
    }

    /// A member that must be there, `nil` when it is null.
    func optional(_ key: String) throws(ReportUnreadable) -> ReportPiece? {
        let piece = try self[key]
        return piece.value.isNull ? nil : piece
    }

    func text() throws(ReportUnreadable) -> String {
        guard let text = value.string else { throw fault("a string") }
        return text
    }

    func number() throws(ReportUnreadable) -> Double {
        guard let number = value.number else { throw fault("a number") }
        return number
    }

    func flag() throws(ReportUnreadable) -> Bool {
        guard let flag = value.bool else { throw fault("a boolean") }
        return flag
    }

    func word<Word: RawRepresentable>() throws(ReportUnreadable) -> Word where Word.RawValue == String {
        let text = try text()
        guard let word = Word(rawValue: text) else {
            throw ReportUnreadable(pointer: pointer, message: "`\(text)` is not known here")
        }
        return word
    }

    func day() throws(ReportUnreadable) -> PolicyDate {
        guard let day = PolicyDate(try text()) else { throw fault("a day") }
        return day
    }

    func items() throws(ReportUnreadable) -> [ReportPiece] {
        guard let items = value.array else { throw fault("an array") }
        return items.enumerated().map { ReportPiece($1, at: JSONPointer.appending($0, to: pointer)) }
    }

    func members() throws(ReportUnreadable) -> [(key: String, piece: ReportPiece)] {
        guard let object = value.object else { throw fault("an object") }
        return object.members.map { ($0.key, ReportPiece($0.value, at: JSONPointer.appending($0.key, to: pointer))) }
    }
}

extension ReportPiece {
    func text(_ key: String) throws(ReportUnreadable) -> String { try self[key].text() }
    func textIfAny(_ key: String) throws(ReportUnreadable) -> String? { try optional(key)?.text() }
    func number(_ key: String) throws(ReportUnreadable) -> Double { try self[key].number() }
    func numberIfAny(_ key: String) throws(ReportUnreadable) -> Double? { try optional(key)?.number() }
    func flag(_ key: String) throws(ReportUnreadable) -> Bool { try self[key].flag() }
    func dayIfAny(_ key: String) throws(ReportUnreadable) -> PolicyDate? { try optional(key)?.day() }

    func word<Word: RawRepresentable>(_ key: String) throws(ReportUnreadable) -> Word where Word.RawValue == String {
        try self[key].word()
    }

    func wordIfAny<Word: RawRepresentable>(
        _ key: String
    ) throws(ReportUnreadable) -> Word? where Word.RawValue == String { try optional(key)?.word() }

    func texts(_ key: String) throws(ReportUnreadable) -> [String] {
        try list(key) { (piece) throws(ReportUnreadable) in try piece.text() }
    }

    func list<Item>(
        _ key: String, _ make: (ReportPiece) throws(ReportUnreadable) -> Item
    ) throws(ReportUnreadable) -> [Item] {
        var list: [Item] = []
        for item in try self[key].items() { list.append(try make(item)) }
        return list
    }

    func dictionary<Item>(
        _ key: String, _ make: (ReportPiece) throws(ReportUnreadable) -> Item
    ) throws(ReportUnreadable) -> [String: Item] {
        var dictionary: [String: Item] = [:]
        for (key, piece) in try self[key].members() { dictionary[key] = try make(piece) }
        return dictionary
    }

    /// A declared or measured value.
    func propertyValue() throws(ReportUnreadable) -> PropertyValue {
        switch value {
        case .number(let number): return .number(number)
        case .string(let text): return .text(text)
        case .bool(let flag): return .flag(flag)
        case .object: return .quantity(Quantity(value: try number("value"), unit: try text("unit")))
        case .null, .array: throw fault("a value")
        }
    }
}
