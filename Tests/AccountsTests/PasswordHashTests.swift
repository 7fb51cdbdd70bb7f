import Testing

@testable import Accounts

@Suite("Password hashes")
struct PasswordHashTests {
    /// Made with Python: `hashlib.scrypt(b"een lange zin met woorden", salt=bytes(range(16)), n=1024, r=8, p=1, dklen=32)`.
    private static let known =
        "scrypt$1024$8$1$AAECAwQFBgcICQoLDA0ODw==$tNlMD2xFM06Q8gmj+/ihxZ7aoWZcnh4yc6ubYU03/o0="

    @Test("a hash that another program made is understood")
    func known() {
        #expect(PasswordHash.matches("een lange zin met woorden", hash: Self.known))
        #expect(!PasswordHash.matches("een lange zin met woordem", hash: Self.known))
    }

    @Test("a password belongs to its own hash and to no other; two hashes of one password differ")
    func own() throws {
        let hash = try PasswordHash.make("een lange zin met woorden")
        #expect(hash.hasPrefix("scrypt$32768$8$3$"))
        #expect(PasswordHash.matches("een lange zin met woorden", hash: hash))
        #expect(!PasswordHash.matches("Een lange zin met woorden", hash: hash))
        #expect(!PasswordHash.matches("", hash: hash))
        #expect(try PasswordHash.make("een lange zin met woorden") != hash)
    }

    @Test("letters count as the same however the keyboard composed them")
    func composed() throws {
        let hash = try PasswordHash.make("caf\u{E9} na het werk")
        #expect(PasswordHash.matches("cafe\u{301} na het werk", hash: hash))
    }

    @Test(
        "a hash that cannot be read matches nothing",
        arguments: [
            "", "scrypt", "scrypt$1024$8$1$AAECAwQFBgcICQoLDA0ODw==", "bcrypt$1024$8$1$AA==$AA==",
            "scrypt$1000$8$1$AAECAwQFBgcICQoLDA0ODw==$AA==", "scrypt$0$8$1$AA==$AA==", "scrypt$1024$8$0$AA==$AA==",
            "scrypt$99999999999$8$1$AA==$AA==", "scrypt$1024$8$1$not base64$AA==", "scrypt$1024$8$1$AA==$",
        ])
    func unreadable(hash: String) {
        #expect(!PasswordHash.matches("een lange zin met woorden", hash: hash))
    }

    @Test("the worker gives the same answers, and looks as long when there is no account")
    func worker() async throws {
        let worker = PasswordWorker()
        let hash = try await worker.make("een lange zin met woorden")
        #expect(await worker.matches("een lange zin met woorden", hash: hash))
        #expect(await !worker.matches("iets anders", hash: hash))
        let clock = ContinuousClock()
        let withHash = await clock.measure { _ = await worker.matches("iets anders", hash: hash) }
        let without = await clock.measure { #expect(await !worker.matches("iets anders", hash: nil)) }
        // Generous: other tests run beside this one. Looking at nothing would be a thousand times as fast.
        #expect(without > withHash / 10)
    }
}
