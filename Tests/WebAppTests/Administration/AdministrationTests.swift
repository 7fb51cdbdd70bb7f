import Hummingbird
import Store
import Accounts
import Foundation
import HummingbirdTesting
import Testing

@testable import WebApp

@Suite("Administering accounts") struct AdministrationTests {
    private func with(_ body: @Sendable @escaping (TestSite, Browser, any TestClientProtocol) async throws -> Void)
        async throws
    {
        let made = try TestSite()
        try await made.test { client in
            try await body(made, try await made.browser("beheer", roles: [.administrator], client: client), client)
        }
    }

    private static func password(in text: String) throws -> String {
        String(try #require(text.firstMatch(of: /<dt>Wachtwoord<\/dt><dd><code>([a-z0-9]{20})<\/code>/)).1)
    }

    @Test("a new account gets a password that is shown once, works once, and must then be replaced")
    func make() async throws {
        try await with { made, browser, client in
            let page = "/beheer/accounts/nieuw"
            let answer = try await browser.post(
                page, [("login", "devries"), ("name", "A. de Vries"), ("roles", "official"), ("roles", "reader")])
            #expect(answer.status == .ok)
            #expect(answer.headers[.cacheControl] == "no-store")
            let password = try Self.password(in: answer.text)
            let account = try #require(try await made.site.store.account(login: "devries"))
            #expect(account.roles == [.official, .reader] && account.mustChangePassword)
            #expect(try await !browser.get("/beheer/accounts/\(account.id)").text.contains(password))
            let own = Browser(client: client)
            let signedIn = try await own.post("/aanmelden", [("naam", "devries"), ("wachtwoord", password)])
            #expect(signedIn.location == "/wachtwoord")
            #expect(try await own.get("/werk").location == "/wachtwoord")
        }
    }

    @Test("a form that is wrong comes back with everything that is wrong and all that was typed")
    func problems() async throws {
        try await with { _, browser, _ in
            let page = "/beheer/accounts/nieuw"
            let empty = try await browser.post(page, [("organisation", "Meerstad")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Schrijf de naam om mee aan te melden."))
            #expect(empty.text.contains("Schrijf hoe collega&#39;s deze persoon noemen."))
            #expect(empty.text.contains("value=\"Meerstad\""))
            let taken = try await browser.post(page, [("login", "BEHEER"), ("name", "B")])
            #expect(taken.text.contains("Deze aanmeldnaam is al in gebruik."))
            let odd = try await browser.post(page, [("login", "a b"), ("name", "B")])
            #expect(odd.text.contains("alleen letters, cijfers, punt, streepje en @"))
        }
    }

    @Test("roles that are changed hold from the next page on; words that are no role are ignored")
    func roles() async throws {
        try await with { made, browser, client in
            let other = try await made.browser("jansen", roles: [.initiator], client: client)
            #expect(try await other.get("/werk").status == .forbidden)
            _ = try await browser.post(
                "/beheer/accounts/id-jansen", [("name", "J. Jansen"), ("roles", "second-reader"), ("roles", "koning")])
            #expect(try await made.site.store.account(login: "jansen")?.roles == [.secondReader])
            #expect(try await other.get("/werk").status == .ok)
        }
    }

    @Test("the last administrator can be neither closed nor made something else")
    func last() async throws {
        try await with { made, browser, _ in
            let page = "/beheer/accounts/id-beheer"
            let role = try await browser.post(page, [("name", "B"), ("roles", "reader")])
            #expect(role.status == .unprocessableContent)
            #expect(role.text.contains("Dit is de laatste beheerder."))
            let closed = try await browser.post(page + "/sluiten", from: page)
            #expect(closed.status == .unprocessableContent)
            #expect(try await made.site.store.account(login: "beheer")?.isActive == true)
        }
    }

    @Test("an account that is closed is signed out everywhere and cannot sign in; opening it undoes that")
    func close() async throws {
        try await with { made, browser, client in
            let other = try await made.browser("jansen", roles: [.official], client: client)
            let page = "/beheer/accounts/id-jansen"
            _ = try await browser.post(page + "/sluiten", from: page)
            #expect(try await other.get("/werk").location?.hasPrefix("/aanmelden") == true)
            #expect(try await browser.get("/beheer/accounts").text.contains("gesloten"))
            _ = try await browser.post(page + "/openen", from: page)
            #expect(try await made.site.store.account(login: "jansen")?.isActive == true)
        }
    }

    @Test("a new password takes the old one and all sessions away; one's own is changed elsewhere")
    func reset() async throws {
        try await with { made, browser, client in
            let other = try await made.browser("jansen", roles: [.official], client: client)
            try await made.site.store.setPasswordHash(
                try PasswordHash.make("een lange zin 12"), ofAccount: "id-jansen", mustChange: false)
            let page = "/beheer/accounts/id-jansen"
            let answer = try await browser.post(page + "/wachtwoord", from: page)
            let password = try Self.password(in: answer.text)
            #expect(try await other.get("/werk").location?.hasPrefix("/aanmelden") == true)
            let hash = try await made.site.store.passwordHash(ofAccount: "id-jansen")
            #expect(PasswordHash.matches(password, hash: try #require(hash)))
            let own = try await browser.post("/beheer/accounts/id-beheer/wachtwoord", from: page)
            #expect(own.status == .badRequest)
        }
    }

    @Test("signing somebody out ends their sessions and nothing else")
    func signOut() async throws {
        try await with { made, browser, client in
            let other = try await made.browser("jansen", roles: [.official], client: client)
            let page = "/beheer/accounts/id-jansen"
            _ = try await browser.post(page + "/afmelden", from: page)
            #expect(try await other.get("/werk").location?.hasPrefix("/aanmelden") == true)
            #expect(try await made.site.store.account(login: "jansen")?.isActive == true)
        }
    }

    @Test("roles that the identity provider gives are shown and not changed here")
    func provider() async throws {
        var settings = TestSite.settings
        settings.address = "https://kompas.example"
        var identity = SiteSettings.IdentityProvider(title: "M", issuer: "https://id.example", clientID: "k")
        identity.rolesClaim = "groups"
        identity.roles = ["afwegers": ["official"]]
        identity.clientSecretFile = "/etc/kompas/geheim"
        settings.identityProvider = identity
        let made = try TestSite(settings: settings)
        try await made.test { client in
            let browser = try await made.browser("beheer", roles: [.administrator], client: client)
            try await made.site.store.insert(
                Account(
                    id: "p", login: "p", displayName: "P", roles: [.official],
                    source: .provider(issuer: "https://id.example", subject: "1"), createdAt: TestSite.moment),
                passwordHash: nil)
            let page = "/beheer/accounts/p"
            #expect(try await browser.get(page).text.contains("De aanmelddienst van de organisatie bepaalt ze."))
            _ = try await browser.post(page, [("name", "Piet"), ("roles", "administrator")])
            #expect(try await made.site.store.account(id: "p")?.roles == [.official])
            #expect(try await browser.post(page + "/wachtwoord", from: page).status == .badRequest)
            let shown = try await browser.get("/beheer/instellingen").text
            #expect(shown.contains("afwegers: behandelaar"))
            #expect(!shown.contains("/etc/kompas/geheim"))
        }
    }
}
