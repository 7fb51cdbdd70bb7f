import Foundation

/// Decodes a validated node into a type of the policy model.
///
/// Goes through JSON, so that text in quotes stays text and a coding path leads back to the node.
struct ContentDecoder {
    /// What the type refused, and where.
    struct Failure: Error {
        var message: String
        var mark: ContentMark
    }

    private let decoder = JSONDecoder()

    /// Throws a ``Failure``.
    func decode<Value: Decodable>(_ type: Value.Type, from node: ContentNode) throws -> Value {
        var json: [UInt8] = []
        Self.write(node, to: &json)
        do {
            return try decoder.decode(type, from: Data(json))
        } catch let error as DecodingError {
            throw Self.failure(error, in: node)
        }
    }

    private static func failure(_ error: DecodingError, in node: ContentNode) -> Failure {
        let context: DecodingError.Context
        var message: String
        switch error {
        case .dataCorrupted(let found):
            (context, message) = (found, found.debugDescription)
        case .keyNotFound(let key, let found):
            (context, message) = (found, "missing key `\(key.stringValue)`")
        case .typeMismatch(_, let found), .valueNotFound(_, let found):
            (context, message) = (found, "this value has another type than expected")
        @unknown default:
            return Failure(message: "cannot be read", mark: node.mark)
        }
        if message.hasSuffix(".") { message.removeLast() }
        let path = context.codingPath.map { key in key.intValue.map(ContentStep.index) ?? .key(key.stringValue) }
        return Failure(message: message, mark: node.deepest(path).mark)
    }

    private static func write(_ node: ContentNode, to json: inout [UInt8]) {
        switch node.value {
        case .null: json += "null".utf8
        case .flag(let flag): json += (flag ? "true" : "false").utf8
        case .number(let number): json += number.utf8
        case .text(let text): write(text, to: &json)
        case .list(let items):
            json.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { json.append(UInt8(ascii: ",")) }
                write(item, to: &json)
            }
            json.append(UInt8(ascii: "]"))
        case .mapping(let members):
            json.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { json.append(UInt8(ascii: ",")) }
                write(member.key, to: &json)
                json.append(UInt8(ascii: ":"))
                write(member.node, to: &json)
            }
            json.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to json: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        json.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: json += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: json.append(byte)
            }
        }
        json.append(UInt8(ascii: "\""))
    }
}
