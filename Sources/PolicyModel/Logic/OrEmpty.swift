/// Decodes a missing or null key as an empty collection, so that content may leave out what it does not use.
@propertyWrapper
public struct OrEmpty<Value: Codable & Sendable & Hashable & ExpressibleAsEmpty>: Codable, Sendable, Hashable {
    public var wrappedValue: Value

    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? Value.empty : try container.decode(Value.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}

/// A collection that has an empty value.
public protocol ExpressibleAsEmpty {
    static var empty: Self { get }
}

extension Array: ExpressibleAsEmpty { public static var empty: [Element] { [] } }
extension Dictionary: ExpressibleAsEmpty { public static var empty: [Key: Value] { [:] } }

extension KeyedDecodingContainer {
    public func decode<Value>(_ type: OrEmpty<Value>.Type, forKey key: Key) throws -> OrEmpty<Value> {
        try decodeIfPresent(type, forKey: key) ?? OrEmpty(wrappedValue: Value.empty)
    }
}
