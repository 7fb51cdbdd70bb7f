import Store
import Accounts
import HTTPTypes
import Hummingbird
import KompasTesting
import Testing

@testable import WebApp

@Suite("Signing in") struct SignInTests {
    private func site(_ login: String = "jansen", mustChange: Bool = false) async throws -> TestSite {
        let made = try TestSite()
        let account = Account(
            id: "1", login: login, displayName: "A. Jansen", roles: [.official], mustChangePassword: mustChange,
            createdAt: TestSite.moment)
        try await made.site.store.insert(account, passwordHash: PasswordHash.make("een lange zin 12"))
        return made
    }

    @Test("who knows the password goes back to the page they came from")
    func right() async throws {
        let made = try await site()
        try await made.test { client in
            let browser = Browser(client: client)
            let answer = try await browser.post(
                "/aanmelden", from: "/aanmelden?terug=/over",
                [("naam", "JANSEN"), ("wachtwoord", "een lange zin 12"), ("terug", "/over")])
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/over")
            #expect(try await browser.get("/").text.contains("A. Jansen"))
        }
    }

    @Test("a wrong password and an unknown name get the same answer, and keep the name")
    func wrong() async throws {
        let made = try await site()
        try await made.test { client in
            for name in ["jansen", "niemand"] {
                let answer = try await Browser(client: client).post(
                    "/aanmelden", [("naam", name), ("wachtwoord", "iets heel anders")])
                #expect(answer.status == .unprocessableContent)
                #expect(answer.text.contains("De naam of het wachtwoord klopt niet."))
                #expect(answer.text.contains("value=\"\(name)\""))
            }
        }
    }

    @Test("after some wrong passwords one must wait, and reads until when; the right one does not help before that")
    func slower() async throws {
        let made = try await site()
        try await made.test { client in
            let browser = Browser(client: client)
            for _ in 1...5 {
                let answer = try await browser.post(
                    "/aanmelden", [("naam", "jansen"), ("wachtwoord", "iets heel anders")])
                #expect(answer.status == .unprocessableContent)
            }
            // The clock of the test stands still.
            let answer = try await browser.post("/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "1")
            #expect(answer.text.contains("U kunt het over 1 seconde opnieuw proberen."))
            #expect(answer.text.contains("value=\"jansen\""))
        }
    }

    @Test("a name that does not exist is slowed down just the same")
    func slowerForNobody() async throws {
        let made = try await site()
        try await made.test { client in
            let browser = Browser(client: client)
            var statuses: [Int] = []
            for _ in 1...6 {
                let answer = try await browser.post(
                    "/aanmelden", [("naam", "niemand"), ("wachtwoord", "iets heel anders")])
                statuses.append(Int(answer.status.code))
            }
            #expect(statuses == [422, 422, 422, 422, 422, 429])
        }
    }

    @Test("the token of before is worth nothing afterwards")
    func rotation() async throws {
        let made = try await site()
        try await made.test { client in
            let browser = Browser(client: client)
            let page = try await browser.get("/aanmelden")
            let before = try #require(page.headers[values: .setCookie].first).split(separator: ";").first.map(
                String.init)
            _ = try await browser.post("/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            let old = try #require(before).dropFirst(Sessions.cookieName.count + 1)
            let thief = Browser(client: client, cookie: String(old))
            #expect(try await !thief.get("/").text.contains("A. Jansen"))
        }
    }

    @Test("an address is slowed down over all names; an IPv6 network is one address, another one is not")
    func slowerForAddress() async throws {
        var settings = TestSite.settings
        settings.trustedProxies = 1
        let made = try TestSite(settings: settings)
        let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
        try await made.test { client in
            let browser = Browser(client: client)
            let token = try #require(Browser.token(in: try await browser.get("/aanmelden").text))
            func attempt(_ number: Int, from address: String) async throws -> Int {
                Int(
                    try await browser.post(
                        "/aanmelden", token: token, [("naam", "naam\(number)"), ("wachtwoord", "iets heel anders")],
                        headers: [forwarded: address]
                    ).status.code)
            }
            // Twenty from one network are free, whatever the host part and the name.
            for number in 1...21 {
                #expect(try await attempt(number, from: "2001:db8:1:2::\(number)") == 422, "\(number)")
            }
            #expect(try await attempt(22, from: "2001:db8:1:2:ffff::1") == 429)
            #expect(try await attempt(23, from: "2001:db8:1:3::1") == 422)
        }
    }

    @Test("a path to come back to cannot lead to another site")
    func back() async throws {
        #expect(LocalPath.checked("/plek?x=1") == "/plek?x=1")
        for path in ["https://elders.example", "//elders.example", "/\\elders.example", "plek", "/a b", "/\u{0A}b"] {
            #expect(LocalPath.checked(path) == "/")
        }
        #expect(LocalPath.checked(nil) == "/")
    }

    @Test("a password that somebody else gave must be changed, and the other devices are signed out")
    func change() async throws {
        let made = try await site(mustChange: true)
        try await made.test { client in
            let browser = Browser(client: client)
            let answer = try await browser.post("/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            #expect(answer.location == "/wachtwoord")
            let other = Browser(client: client)
            _ = try await other.post("/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            let short = try await browser.post(
                "/wachtwoord",
                [("wachtwoord", "een lange zin 12"), ("nieuw-wachtwoord", "kort"), ("herhaling", "kort")])
            #expect(short.status == .unprocessableContent)
            #expect(short.text.contains("Het wachtwoord is te kort."))
            let changed = try await browser.post(
                "/wachtwoord",
                [
                    ("wachtwoord", "een lange zin 12"), ("nieuw-wachtwoord", "nog een langere zin"),
                    ("herhaling", "nog een langere zin"),
                ])
            #expect(changed.location == "/")
            #expect(try await browser.get("/").text.contains("Uw wachtwoord is gewijzigd."))
            #expect(try await !other.get("/").text.contains("A. Jansen"))
        }
    }

    @Test("a password that must be changed comes before everything else")
    func forced() async throws {
        let made = try await site(mustChange: true)
        try await made.test { client in
            let browser = Browser(client: client)
            _ = try await browser.post("/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            let answer = try await browser.get("/werk")
            #expect(answer.location == "/wachtwoord")
        }
    }

    @Test("a session that ended does not come back with a request that was under way")
    func ended() async throws {
        let made = try TestSite()
        try await made.test { client in
            _ = try await made.browser("jansen", roles: [.official], client: client)
        }
        let session = Session(
            tokenHash: "x", account: nil, anonymousKey: "k", csrf: "c", createdAt: TestSite.moment)
        try await made.site.store.insert(session)
        try await made.site.store.delete(tokenHash: "x")
        try await made.site.store.update(session)
        let kept = try await made.site.store.session(tokenHash: "x")
        #expect(kept == nil)
    }

    @Test("signing out ends the session and takes the cookie away")
    func signOut() async throws {
        let made = try await site()
        try await made.test { client in
            let browser = Browser(client: client)
            _ = try await browser.post("/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            let kept = Browser(client: client, cookie: await browser.cookie)
            #expect(try await kept.get("/").text.contains("A. Jansen"))
            _ = try await browser.post("/afmelden", from: "/", [])
            #expect(await !browser.hasCookie)
            // Who kept the cookie has nothing: the session itself is gone.
            #expect(try await !kept.get("/").text.contains("A. Jansen"))
            #expect(try await kept.get("/werk").location?.hasPrefix("/aanmelden") == true)
        }
    }
}
