import CanonicalJSON
import Foundation

extension JSONValue {
    /// A value as JSON; members without a value are left out.
    init(coding value: some Encodable) throws {
        self = try JSONValue.parse([UInt8](try JSONEncoder().encode(value)))
    }

    func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(try canonical()))
    }
}
