import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Synchronization
import Testing

@testable import WebApp

@Suite("Limits on what one address asks") struct RateLimitTests {
    /// A clock that a test moves.
    final class Clock: Sendable {
        private let moment = Mutex(TestSite.moment)
        var now: Date { moment.withLock { $0 } }
        func move(seconds: Double) { moment.withLock { $0 += seconds } }
    }

    private func site(pagesPerSecond: Double = 0, formsPerMinute: Double = 0, proxies: Int = 0, clock: Clock) throws
        -> TestSite
    {
        var settings = TestSite.settings
        settings.limits.pagesPerSecond = pagesPerSecond
        settings.limits.formsPerMinute = formsPerMinute
        settings.trustedProxies = proxies
        return try TestSite(settings: settings, now: { clock.now })
    }

    @Test("ten times the pages of a second may come at once; then it goes by the second")
    func pages() async throws {
        let clock = Clock()
        let made = try site(pagesPerSecond: 2, clock: clock)
        try await made.test { client in
            let browser = Browser(client: client)
            for _ in 0..<20 {
                let answer = try await browser.get("/nergens")
                #expect(answer.status == .notFound)
            }
            let refused = try await browser.get("/nergens")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter] == "60")
            #expect(refused.text.contains("Wacht een minuut"))
            clock.move(seconds: 1)
            for _ in 0..<2 {
                let answer = try await browser.get("/nergens")
                #expect(answer.status == .notFound)
            }
            #expect(try await browser.get("/nergens").status == .tooManyRequests)
        }
    }

    @Test("forms are counted apart from pages; half a minute's worth may come at once")
    func forms() async throws {
        let made = try site(formsPerMinute: 4, clock: Clock())
        try await made.test { client in
            let browser = Browser(client: client)
            for _ in 0..<2 {
                let answer = try await browser.post("/afmelden", token: "x", [])
                #expect(answer.status == .forbidden)
            }
            #expect(try await browser.post("/afmelden", token: "x", []).status == .tooManyRequests)
            #expect(try await browser.get("/nergens").status == .notFound)
        }
    }

    @Test("the address before the trusted proxies counts, and one that a visitor makes up does not")
    func forwarded() async throws {
        let made = try site(formsPerMinute: 2, proxies: 1, clock: Clock())
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        try await made.test { client in
            func send(_ addresses: String) async throws -> HTTPResponse.Status {
                try await client.execute(
                    uri: "/afmelden", method: .post,
                    headers: [.contentType: "application/x-www-form-urlencoded", name: addresses]
                ) { $0.status }
            }
            let first = try await send("198.51.100.1")
            #expect(first == .forbidden)
            #expect(try await send("203.0.113.9, 198.51.100.1") == .tooManyRequests)
            #expect(try await send("198.51.100.2") == .forbidden)
            // What is no address at all stops nothing.
            for text in ["%", "198.51.100.3, ", "\u{3A}:", "[", "198.51.100.4:x:"] {
                let status = try await send(text)
                #expect(status == .forbidden, "\(text)")
            }
        }
    }

    @Test("an IPv6 network counts as one address")
    func network() {
        let network = NetworkAddress.network
        #expect(network("2001:db8:0:1:aaaa::1") == network("2001:0db8::1:bbbb:0:0:2"))
        #expect(network("2001:db8:0:1::1") == "2001:db8:0:1::/64")
        #expect(network("2001:db8:0:2::1") != network("2001:db8:0:1::1"))
        #expect(network("198.51.100.7") == "198.51.100.7")
        #expect(network("::1") == network("0:0:0:0::9"))
        // A server that listens on IPv6 sees IPv4 visitors so; they are not one.
        #expect(network("::ffff:198.51.100.7") != network("::ffff:198.51.100.8"))
    }

    @Test("visitors without an account that begin a session are counted; pages without a form and who signs in are not")
    func sessions() async throws {
        let clock = Clock()
        var settings = TestSite.settings
        settings.limits.sessionsPerHour = 6
        let made = try TestSite(settings: settings, now: { clock.now })
        let account = Account(
            id: "1", login: "jansen", displayName: "A. Jansen", roles: [.official], createdAt: TestSite.moment)
        try await made.site.store.insert(account, passwordHash: PasswordHash.make("een lange zin 12"))
        try await made.test { client in
            let first = Browser(client: client)
            for browser in [first, Browser(client: client), Browser(client: client)] {
                let answer = try await browser.get("/toets/nieuw")
                #expect(answer.status == .ok)
                #expect(await browser.hasCookie)
            }
            let one = Browser(client: client)
            let refused = try await one.get("/toets/nieuw")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.text.contains("Vanaf uw adres begonnen te veel bezoekers tegelijk."))
            #expect(await !one.hasCookie)
            // A form without a session would begin one to be sent again.
            #expect(try await one.post("/afmelden", token: "x", []).status == .tooManyRequests)
            #expect(try await one.get("/beleid").status == .ok)
            // Who has a session goes on, and signs in.
            #expect(try await first.get("/toets/nieuw").status == .ok)
            let signedIn = try await first.post(
                "/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            #expect(signedIn.status == .seeOther)
            #expect(try await first.get("/werk").status == .ok)
            clock.move(seconds: 600)
            #expect(try await one.get("/toets/nieuw").status == .ok)
        }
    }

    @Test("what watches over the server is never refused")
    func health() async throws {
        let made = try site(pagesPerSecond: 0.1, clock: Clock())
        try await made.test { client in
            for _ in 0..<30 {
                let answer = try await Browser(client: client).get("/gezondheid")
                #expect(answer.status == .ok)
            }
        }
    }
}
