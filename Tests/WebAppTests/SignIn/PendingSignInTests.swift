import Foundation
import Testing

@testable import WebApp

@Suite("What a session keeps of a sign-in") struct PendingSignInTests {
    @Test("the challenge is the one of RFC 7636, appendix B")
    func challenge() {
        var pending = PendingSignIn(back: "/", startedAt: TestSite.moment)
        pending.verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(pending.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("it reads back as it was written, and what is not one reads as nothing")
    func text() {
        let pending = PendingSignIn(back: "/werk?stand=review", startedAt: TestSite.moment)
        #expect(PendingSignIn(pending.text) == pending)
        #expect(PendingSignIn(nil) == nil)
        #expect(PendingSignIn("{}") == nil)
    }

    @Test("it serves for ten minutes")
    func fresh() {
        let pending = PendingSignIn(back: "/", startedAt: TestSite.moment)
        #expect(pending.isFresh(at: TestSite.moment + 600))
        #expect(!pending.isFresh(at: TestSite.moment + 601))
        #expect(!pending.isFresh(at: TestSite.moment - 1))
    }

    @Test("base64url has no padding and no letters that mean something in an address")
    func base64() {
        #expect(Base64URL.text([0xFB, 0xFF, 0xFE]) == "-__-")
        #expect(Base64URL.text([0xFF]) == "_w")
        #expect(Base64URL.bytes("_w") == [0xFF])
        #expect(Base64URL.bytes("+w") == nil)
    }
}
