/// A value that an initiative declares or a norm compares with.
public enum PropertyValue: Sendable, Hashable {
    case quantity(Quantity)
    case number(Double)
    case text(String)
    case flag(Bool)
}

extension PropertyValue: Codable {
    public init(from decoder: any Decoder) throws {
        if let quantity = try? Quantity(from: decoder) {
            self = .quantity(quantity)
            return
        }
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .quantity(let quantity): try container.encode(quantity)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .flag(let flag): try container.encode(flag)
        }
    }
}
