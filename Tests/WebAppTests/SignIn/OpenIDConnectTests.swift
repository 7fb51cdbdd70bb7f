import Hummingbird
import Store
import Accounts
import CanonicalJSON
import Foundation
import HummingbirdTesting
import KompasTesting
import Testing

@testable import WebApp

@Suite("Signing in through an identity provider") struct OpenIDConnectTests {
    /// A provider that runs, and a site that knows it.
    private func with(
        roles: [String: [String]]? = ["afwegers": ["official", "reader"]],
        _ body: @Sendable @escaping (FakeProvider, TestSite, any TestClientProtocol) async throws -> Void
    ) async throws {
        let provider = FakeProvider()
        try await provider.run {
            let secret = try TemporaryFolder.make().appending(path: "geheim")
            try Data((FakeProvider.secret + "\n").utf8).write(to: secret)
            var settings = TestSite.settings
            settings.address = "https://kompas.example"
            var identity = SiteSettings.IdentityProvider(
                title: "Meerstad", issuer: provider.issuer, clientID: FakeProvider.client)
            identity.clientSecretFile = secret.path
            identity.rolesClaim = roles == nil ? nil : "realm_access.roles"
            identity.roles = roles
            settings.identityProvider = identity
            let made = try TestSite(settings: settings)
            try await made.test { client in try await body(provider, made, client) }
        }
    }

    private static func begin(_ browser: Browser, back: String = "/werk") async throws -> String {
        let answer = try await browser.get("/aanmelden/organisatie?terug=" + ErrorPages.encoded(back))
        #expect(answer.status == .seeOther)
        return try #require(answer.location)
    }

    @Test("who the provider knows is signed in, with the roles of their groups, and comes back where they were")
    func good() async throws {
        try await with { provider, made, client in
            provider.set(person: FakeProvider.Person(groups: ["afwegers", "postkamer"]))
            let browser = Browser(client: client)
            let back = try provider.agree(try await Self.begin(browser))
            let answer = try await browser.get(back)
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/werk")
            #expect(try await browser.get("/werk").status == .ok)
            let account = try #require(try await made.site.store.account(login: "jansen"))
            #expect(account.displayName == "Jan Jansen")
            #expect(account.roles == [.official, .reader])
            #expect(account.source == .provider(issuer: provider.issuer, subject: "u-1"))
            #expect(try await made.site.store.passwordHash(ofAccount: account.id) == nil)
        }
    }

    @Test("the question to the provider holds a challenge, a nonce and a state, new each time, and no secret")
    func question() async throws {
        try await with { _, _, client in
            let browser = Browser(client: client)
            let (one, two) = (try await Self.begin(browser), try await Self.begin(browser))
            let query = Form(urlencoded: try #require(one.split(separator: "?").last))
            #expect(query["redirect_uri"] == "https://kompas.example/aanmelden/terugkoppeling")
            #expect(query["code_challenge"]?.count == 43)
            #expect(query["nonce"] != query["state"])
            let other = Form(urlencoded: try #require(two.split(separator: "?").last))
            for name in ["state", "nonce", "code_challenge"] { #expect(query[name] != other[name]) }
            #expect(!one.contains("geheim") && query["code_verifier"] == nil)
        }
    }

    @Test("a token with anything wrong in it signs nobody in", arguments: FakeProvider.Mischief.allCases)
    func bad(_ mischief: FakeProvider.Mischief) async throws {
        try await with { provider, made, client in
            provider.set(mischief: mischief)
            let browser = Browser(client: client)
            let answer = try await browser.get(try provider.agree(try await Self.begin(browser)))
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Aanmelden lukte niet"))
            #expect(try await made.site.store.accounts().isEmpty)
            #expect(try await browser.get("/werk").location?.hasPrefix("/aanmelden") == true)
        }
    }

    @Test("an answer is good for one time")
    func replayed() async throws {
        try await with { provider, _, client in
            let browser = Browser(client: client)
            let back = try provider.agree(try await Self.begin(browser))
            #expect(try await browser.get(back).status == .seeOther)
            let again = try await browser.get(back)
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("u gebruikte een oud adres"))
            #expect(provider.tokenRequests == 1)
        }
    }

    @Test("an answer to the question of another browser is refused, and the code is not used")
    func otherBrowser() async throws {
        try await with { provider, _, client in
            let back = try provider.agree(try await Self.begin(Browser(client: client)))
            let victim = Browser(client: client)
            #expect(try await victim.get(back).status == .unprocessableContent)
            _ = try await Self.begin(victim)
            let answer = try await victim.get(back)
            #expect(answer.text.contains("hoort niet bij uw aanmelding"))
            #expect(provider.tokenRequests == 0)
        }
    }

    @Test("an answer that names another provider is refused", arguments: [true, false])
    func issuer(_ namesItself: Bool) async throws {
        try await with { provider, _, client in
            if namesItself { provider.set(metadata: "authorization_response_iss_parameter_supported", true) }
            let browser = Browser(client: client)
            let back = try provider.agree(try await Self.begin(browser))
            let answer = try await browser.get(namesItself ? back : back + "&iss=https%3A%2F%2Felders.example")
            #expect(answer.status == .unprocessableContent)
            #expect(provider.tokenRequests == 0)
        }
    }

    @Test("somebody who says no at the provider reads so")
    func denied() async throws {
        try await with { provider, _, client in
            let browser = Browser(client: client)
            let state = try #require(
                Form(urlencoded: try await Self.begin(browser).split(separator: "?").last ?? "")["state"])
            let answer = try await browser.get(OpenIDConnect.returnPath + "?error=access_denied&state=\(state)")
            #expect(answer.text.contains("Uw organisatie heeft u niet aangemeld"))
        }
    }

    @Test("a provider that is away, or tells something unsafe of itself, gives a page that says so")
    func metadata() async throws {
        try await with { provider, _, client in
            let browser = Browser(client: client)
            let bad: [(String, JSONValue)] = [
                ("token_endpoint", "http://elders.example/token"), ("issuer", "https://elders.example"),
                ("code_challenge_methods_supported", ["plain"]),
            ]
            for (name, value) in bad {
                provider.set(metadata: name, value)
                #expect(try await browser.get("/aanmelden/organisatie").status == .unprocessableContent, "\(name)")
            }
            provider.set(isDown: true)
            let answer = try await browser.get("/aanmelden/organisatie")
            #expect(answer.status == .unprocessableContent)
        }
    }

    @Test("roles follow the groups at every sign-in; without a claim they are kept as the administrator set them")
    func roles() async throws {
        try await with { provider, made, client in
            provider.set(person: FakeProvider.Person(groups: ["afwegers"]))
            let browser = Browser(client: client)
            _ = try await browser.get(try provider.agree(try await Self.begin(browser)))
            provider.set(person: FakeProvider.Person(name: "Jan de Vries", groups: []))
            _ = try await browser.get(try provider.agree(try await Self.begin(browser)))
            let account = try #require(try await made.site.store.account(login: "jansen"))
            #expect(account.roles.isEmpty)
            #expect(account.displayName == "Jan de Vries")
        }
        try await with(roles: nil) { provider, made, client in
            let browser = Browser(client: client)
            _ = try await browser.get(try provider.agree(try await Self.begin(browser)))
            var account = try #require(try await made.site.store.account(login: "jansen"))
            #expect(account.roles == [.initiator])
            account.roles = [.secondReader]
            try await made.site.store.insert(
                Account(
                    id: "b", login: "beheer", displayName: "B", roles: [.administrator], createdAt: TestSite.moment),
                passwordHash: nil)
            try await made.site.store.update(account)
            _ = try await browser.get(try provider.agree(try await Self.begin(browser)))
            #expect(try await made.site.store.account(login: "jansen")?.roles == [.secondReader])
        }
    }

    @Test("a name that a local account has is not taken over, and a closed account stays out")
    func names() async throws {
        try await with { provider, made, client in
            let store = made.site.store
            try await store.insert(
                Account(
                    id: "x", login: "Jansen", displayName: "X", roles: [.administrator], createdAt: TestSite.moment),
                passwordHash: nil)
            let browser = Browser(client: client)
            _ = try await browser.get(try provider.agree(try await Self.begin(browser)))
            var account = try #require(try await store.account(login: "jansen-2"))
            #expect(!account.roles.contains(.administrator))
            account.isActive = false
            try await store.update(account)
            let answer = try await Browser(client: client).signInThrough(provider)
            #expect(answer.text.contains("Uw account is gesloten"))
        }
    }

    @Test("the way back never leads off this server")
    func openRedirect() async throws {
        try await with { provider, _, client in
            let browser = Browser(client: client)
            let back = try provider.agree(try await Self.begin(browser, back: "//elders.example/"))
            #expect(try await browser.get(back).location == "/")
        }
    }
}

extension Browser {
    func signInThrough(_ provider: FakeProvider) async throws -> Answer {
        let begun = try await get("/aanmelden/organisatie")
        return try await get(try provider.agree(try #require(begun.location)))
    }
}
