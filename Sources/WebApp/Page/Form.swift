public import Hummingbird

/// The fields of a form or of a query, in their order; a name may stand more than once.
public struct Form: Sendable, Hashable {
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: String
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var fields: [Field]

    public init(fields: [Field] = []) { self.fields = fields }

    /// Reads `application/x-www-form-urlencoded`. Line ends become `\n`; bytes that are not UTF-8 are replaced.
    public init(urlencoded text: some StringProtocol) {
        fields = text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Field(name: Self.decoded(halves[0]), value: halves.count > 1 ? Self.decoded(halves[1]) : "")
        }
    }

    /// The first value of a name, without white space around it; `nil` when it is absent or empty.
    public subscript(_ name: String) -> String? {
        guard let value = fields.first(where: { $0.name == name })?.value.trimmed, !value.isEmpty else { return nil }
        return value
    }

    /// Characters that are read of what somebody types to search for: comparing costs more the longer it is.
    static let longestWords = 200

    /// The first value of a name as words to search for; `nil` when it is absent or empty.
    public func words(_ name: String) -> String? { self[name].map { String($0.prefix(Self.longestWords)) } }

    /// The first value as it was typed; empty when the name is absent.
    public func text(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// All values of a name that are not empty.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value.trimmed).filter { !$0.isEmpty }
    }

    /// Whether a box was ticked.
    public func isTicked(_ name: String) -> Bool { fields.contains { $0.name == name } }

    private static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
                if digits.count == 2 {
                    bytes.append(UInt8(digits[0] << 4 | digits[1]))
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

extension Request {
    /// The fields after `?`.
    public var queryFields: Form { Form(urlencoded: uri.query ?? "") }

    /// Whether a script asks, which wants JSON back.
    public var wantsJSON: Bool { headers[.accept]?.contains("application/json") == true }
}

extension StringProtocol {
    /// Without white space at both ends.
    public var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
