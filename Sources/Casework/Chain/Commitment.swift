internal import Crypto
internal import Foundation

/// A salted hash of a text. It proves later that a text is the one that was written, and says nothing about it once text
/// and salt are gone.
public enum Commitment {
    /// A new salt: 32 bytes of the system's generator, in hexadecimal.
    public static func makeSalt() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexadecimal((0..<32).map { _ in UInt8(truncatingIfNeeded: generator.next()) })
    }

    /// SHA-256 over the salt as it is written, 64 hexadecimal digits, followed by the text, both in UTF-8.
    public static func of(_ text: String, salt: String) -> String {
        var hash = SHA256()
        hash.update(data: Data(salt.utf8))
        hash.update(data: Data(text.utf8))
        return hexadecimal(hash.finalize())
    }
}

/// SHA-256 of a text in hexadecimal.
func sha256(_ text: String) -> String { hexadecimal(SHA256.hash(data: Data(text.utf8))) }

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
