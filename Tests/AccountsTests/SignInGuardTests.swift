import Foundation
import Synchronization
import Testing

@testable import Accounts

/// Failures in memory.
final class MemoryFailures: SignInFailureStore {
    let kept = Mutex<[String: SignInFailures]>([:])

    func changeSignInFailures(
        of keys: [String], _ change: @escaping @Sendable (inout [String: SignInFailures]) -> TimeInterval?
    ) async throws -> TimeInterval? {
        kept.withLock { kept in
            var some = kept.filter { keys.contains($0.key) }
            let result = change(&some)
            for key in keys { kept[key] = some[key] }
            return result
        }
    }

    func forgetSignInFailures(before date: Date) async throws {
        kept.withLock { kept in kept = kept.filter { $0.value.lastAt >= date } }
    }
}

@Suite("Slowing down guesses")
struct SignInGuardTests {
    private let store = MemoryFailures()
    private var signIn: SignInGuard { SignInGuard(store: store) }
    private let noon = Date(timeIntervalSince1970: 1_000_000)

    @Test("the delay doubles after the failures that are free, up to its longest")
    func delays() {
        let delay = SignInGuard.Delay(free: 4, longest: 300)
        #expect(
            (0...15).map { delay.seconds(after: $0) } == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
        #expect(delay.seconds(after: 1_000_000) == 300)
    }

    @Test("four failures cost nothing, then one must wait; waiting attempts do not count")
    func perAccount() async throws {
        for _ in 0..<5 { #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon) == nil) }
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon) == 1)
        #expect(try await signIn.begin(login: " JAN", address: "2.2.2.2", at: noon) == 1)
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon + 0.25) == 0.75)
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon + 1) == nil)
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon + 1) == 2)
        #expect(try await signIn.begin(login: "piet", address: "1.1.1.1", at: noon + 1) == nil)
    }

    @Test("less than a hundred guesses an hour for one account, from whatever addresses")
    func hour() async throws {
        var guesses = 0
        for second in 0..<3600 {
            let address = "10.0.\(second / 256).\(second % 256)"
            if try await signIn.begin(login: "jan", address: address, at: noon + TimeInterval(second)) == nil {
                guesses += 1
            }
        }
        // 5 at once, then after 1, 2, 4, ..., 256 and from then on every 300 seconds.
        #expect(guesses == 5 + 9 + 10)
    }

    @Test("one address with many names is slowed down too")
    func perAddress() async throws {
        for number in 0..<21 {
            #expect(try await signIn.begin(login: "n\(number)", address: "1.1.1.1", at: noon) == nil)
        }
        #expect(try await signIn.begin(login: "n99", address: "1.1.1.1", at: noon) == 1)
        #expect(try await signIn.begin(login: "n99", address: "1.1.1.2", at: noon) == nil)
    }

    @Test("who gets in begins as new, and leaves no failure on the address")
    func success() async throws {
        for _ in 0..<5 { _ = try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon) }
        try await signIn.succeeded(login: "Jan", address: "1.1.1.1")
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon) == nil)
        try await signIn.succeeded(login: "jan", address: "1.1.1.1")
        let kept = store.kept.withLock { $0 }
        #expect(kept.values.map(\.count) == [4])
        for _ in 0..<100 {
            #expect(try await signIn.begin(login: "jan", address: "3.3.3.3", at: noon) == nil)
            try await signIn.succeeded(login: "jan", address: "3.3.3.3")
        }
    }

    @Test("many attempts at the same moment do not slip through")
    func atOnce() async throws {
        let signIn = signIn
        let noon = noon
        let allowed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask { try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon) == nil }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(allowed == 5)
    }

    @Test("after a day without attempts all is forgotten; a clock that was set back locks nobody out for long")
    func memory() async throws {
        for _ in 0..<5 { _ = try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon) }
        #expect(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon + SignInGuard.memory) == nil)
        #expect(store.kept.withLock { $0.values.map(\.count) } == [1, 1])
        for _ in 0..<4 { _ = try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon) }
        let wait = try #require(try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon - 1_000_000))
        #expect(wait <= 300)
    }

    @Test("neither names nor addresses are kept as they are")
    func hashed() async throws {
        _ = try await signIn.begin(login: "jan", address: "1.1.1.1", at: noon)
        let keys = store.kept.withLock { $0.keys.sorted() }
        #expect(keys == ["account:" + Secrets.hash("jan"), "address:" + Secrets.hash("1.1.1.1")])
    }

    @Test(
        "an IPv6 address counts with its whole network",
        arguments: [
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:DB8:1:2::9", "2001:db8:1:2::/64"),
            ("2001:0db8:0001:0002::9", "2001:db8:1:2::/64"), ("fe80::1", "fe80:0:0:0::/64"), ("::1", "0:0:0:0::/64"),
            ("2001:db8::1", "2001:db8:0:0::/64"), ("[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"),
            ("fe80::1%eth0", "fe80:0:0:0::/64"), ("2001:db8:1:2::/64", "2001:db8:1:2::/64"),
            ("::ffff:10.0.0.1", "10.0.0.1"), ("::ffff:a00:1", "10.0.0.1"), ("10.0.0.1", "10.0.0.1"),
            ("10.0.0.1:4711", "10.0.0.1"), ("unknown", "unknown"), ("", ""), ("%", "%"),
        ])
    func networks(address: String, network: String) {
        #expect(NetworkAddress.network(of: address) == network)
    }
}
