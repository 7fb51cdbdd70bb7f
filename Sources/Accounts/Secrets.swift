internal import Crypto
internal import Foundation

/// Unguessable texts, and their hashes.
public enum Secrets {
    /// Lower-case letters and digits without those that look alike.
    private static let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")

    /// A random text of the system's generator; 5 bits a character.
    public static func token(length: Int = 52) -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<length).map { _ in alphabet[Int(generator.next(upperBound: UInt(alphabet.count)))] })
    }

    /// SHA-256 in hexadecimal.
    public static func hash(_ token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// Compares in a time that does not depend on where the texts differ.
    public static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
