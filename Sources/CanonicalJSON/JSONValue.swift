/// A JSON document or a part of one.
///
/// Objects keep the order of their members when written with ``pretty()``; two objects are equal when they have the
/// same members in any order, as RFC 8259 says.
///
/// ## Topics
/// - Reading: ``parse(_:)``, ``JSONSyntaxError``
/// - Writing: ``canonical()``, ``canonicalString``, ``pretty()``
/// - Looking inside: ``string``, ``number``, ``bool``, ``array``, ``object``, ``subscript(key:)``, ``subscript(index:)``
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    public var isNull: Bool { self == .null }

    /// The text, or `nil` when this is not a string.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number, or `nil` when this is not a number.
    public var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The flag, or `nil` when this is not a boolean.
    public var bool: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The items, or `nil` when this is not an array.
    public var array: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// The object, or `nil` when this is not an object.
    public var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The member of that name; `nil` when there is none or this is not an object.
    public subscript(key: String) -> JSONValue? { object?[key] }

    /// The item at that place; `nil` when there is none or this is not an array.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let items) = self, items.indices.contains(index) else { return nil }
        return items[index]
    }

    /// What kind of value this is, as a noun with its article.
    public var kindInWords: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// The names of a literal are known to be different; they are not compared.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(distinct: elements))
    }
}
