internal import Crypto
internal import CryptoExtras
internal import Foundation

/// Passwords as scrypt keeps them: `scrypt$ROUNDS$BLOCK$PARALLEL$SALT$KEY`, salt and key in base64.
public enum PasswordHash {
    /// 32 MB and about a tenth of a second; one of the settings that OWASP recommends.
    private static let rounds = 1 << 15
    private static let blockSize = 8
    private static let parallelism = 3
    private static let keyBytes = 32

    /// Hashes with a new salt. Slow on purpose: run it through ``PasswordWorker``.
    public static func make(_ password: String) throws -> String {
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        let key = try derive(password, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return
            "scrypt$\(rounds)$\(blockSize)$\(parallelism)$\(salt.base64EncodedString())$\(key.base64EncodedString())"
    }

    /// Whether a password belongs to a hash; false too when the hash cannot be read.
    public static func matches(_ password: String, hash: String) -> Bool {
        let fields = hash.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, fields[0] == "scrypt", let rounds = Int(fields[1]), let block = Int(fields[2]),
            let parallel = Int(fields[3]), let salt = Data(base64Encoded: fields[4]),
            (1...(1 << 20)).contains(rounds), (1...32).contains(block), (1...16).contains(parallel),
            let key = try? derive(password, salt: salt, rounds: rounds, blockSize: block, parallelism: parallel)
        else { return false }
        return Secrets.areEqual(key.base64EncodedString(), fields[5])
    }

    private static func derive(_ password: String, salt: Data, rounds: Int, blockSize: Int, parallelism: Int) throws
        -> Data
    {
        // The same letters give the same password, however a keyboard composes them.
        let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: keyBytes, rounds: rounds, blockSize: blockSize,
            parallelism: parallelism)
        return key.withUnsafeBytes { Data($0) }
    }
}
