import Foundation
import Testing

@testable import Accounts

@Suite("Secrets, sessions and roles")
struct SecretsTests {
    @Test("tokens have the length asked for, no letters that look alike, and never come back")
    func tokens() {
        let tokens = (0..<200).map { _ in Secrets.token() }
        #expect(Set(tokens).count == 200)
        #expect(tokens.allSatisfy { $0.count == 52 })
        #expect(Set(tokens.joined()).isSubset(of: Set("abcdefghijkmnpqrstuvwxyz23456789")))
        #expect(Set(tokens.joined()).count == 32)
        #expect(Secrets.token(length: 26).count == 26)
    }

    @Test("a hash is SHA-256 in hexadecimal; the value is that of FIPS 180-2")
    func hash() {
        #expect(
            Secrets.hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("texts are equal when they are")
    func equal() {
        #expect(Secrets.areEqual("", ""))
        #expect(Secrets.areEqual("abc", "abc"))
        #expect(!Secrets.areEqual("abc", "abd"))
        #expect(!Secrets.areEqual("abc", "ab"))
        #expect(!Secrets.areEqual("", "a"))
    }

    @Test("roles are ordered from reading to managing")
    func roles() {
        #expect(
            Role.allCases.shuffled().sorted().map(\.rawValue) == [
                "reader", "initiator", "official", "second-reader", "policy-editor", "administrator",
            ])
    }

    private let noon = Date(timeIntervalSince1970: 1_000_000)

    private func session(account: String?, age: TimeInterval, idle: TimeInterval) -> Session {
        var session = Session(
            tokenHash: "t", account: account, anonymousKey: "k", csrf: "c", createdAt: noon.addingTimeInterval(-age))
        session.lastSeenAt = noon.addingTimeInterval(-idle)
        return session
    }

    @Test("somebody who signed in is signed out after two hours of nothing, and after twelve in any case")
    func signedIn() {
        #expect(!session(account: "a", age: 7200, idle: 7200).isExpired(at: noon))
        #expect(session(account: "a", age: 7201, idle: 7201).isExpired(at: noon))
        #expect(!session(account: "a", age: 43_200, idle: 10).isExpired(at: noon))
        #expect(session(account: "a", age: 43_201, idle: 10).isExpired(at: noon))
    }

    @Test("an anonymous session lasts thirty days")
    func anonymous() {
        #expect(!session(account: nil, age: 2_592_000, idle: 2_592_000).isExpired(at: noon))
        #expect(session(account: nil, age: 2_592_001, idle: 0).isExpired(at: noon))
    }

    @Test("plans belong to the account, or else to the key of the session")
    func owner() {
        #expect(session(account: "a", age: 0, idle: 0).owner == "a")
        #expect(session(account: nil, age: 0, idle: 0).owner == "anon:k")
    }

    @Test(
        "logins are the same without regard to case, composition and spaces around",
        arguments: [
            ("Jansen", "jansen"), (" jansen\n", "jansen"), ("RENÉ", "ren\u{E9}"), ("Rene\u{301}", "ren\u{E9}"),
            ("ｊａｎ", "jan"), ("ÅSA", "a\u{30A}sa"),
        ])
    func logins(left: String, right: String) {
        #expect(Account.loginKey(left) == Account.loginKey(right))
    }

    @Test("logins that differ stay apart")
    func differentLogins() {
        #expect(Account.loginKey("rene") != Account.loginKey("rené"))
        #expect(Account.loginKey("jan sen") != Account.loginKey("jansen"))
    }
}
