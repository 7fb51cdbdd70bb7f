import Accounts
import Casework
import Hummingbird
import Store
import Testing

@testable import WebApp

@Suite("Who may see a plan") struct PlanAccessTests {
    @Test("a plan of somebody else is not there, whatever is asked of it")
    func others() async throws {
        let made = try TestSite()
        try await made.test { client in
            let id = try await PlanTelling.plan(Browser(client: client))
            let other = Browser(client: client)
            _ = try await other.get("/toets/nieuw")
            let official = try await made.browser("ambtenaar", roles: [.official], client: client)
            let administrator = try await made.browser("beheer", roles: [.administrator], client: client)
            for browser in [Browser(client: client), other, official, administrator] {
                for path in [
                    "", "/wat", "/waar", "/details", "/rapport.json", "/rapport.geojson", "/rapport.html",
                    "/plan.geojson", "/verwijderen", "/indienen", "/bevinding/x", "/onderdeel-weg?onderdeel=1",
                ] {
                    #expect(try await browser.get("/toets/\(id)\(path)").status == .notFound, "\(path)")
                }
            }
            for path in ["/wat", "/kopie", "/verwijderen", "/terugzetten", "/vragen", "/bevinding/x", "/terugtrekken"] {
                let answer = try await other.post("/toets/\(id)\(path)", from: "/toets/nieuw", [("titel", "Gepakt")])
                #expect(answer.status == .notFound, "\(path)")
            }
            #expect(try await made.draft(id).title == "Nieuwe steiger")
        }
    }

    @Test("an official sees a plan once it is handed in, and cannot change it")
    func handedIn() async throws {
        let made = try TestSite()
        try await made.test { client in
            let owner = try await made.browser("initiatief", roles: [.initiator], client: client)
            let id = try await PlanTelling.plan(owner)
            _ = try await owner.post("/toets/\(id)/indienen")
            let official = try await made.browser("ambtenaar", roles: [.official], client: client)
            let sheet = try await official.get("/toets/\(id)")
            #expect(sheet.status == .ok)
            #expect(sheet.text.contains("Begin de afweging"))
            #expect(!sheet.text.contains("/toets/\(id)/vragen"))
            #expect(try await official.get("/toets/\(id)/rapport.json").status == .ok)
            #expect(try await official.get("/toets/\(id)/wat").status == .notFound)
            let editor = try await made.browser("redacteur", roles: [.policyEditor], client: client)
            #expect(try await editor.get("/toets/\(id)").status == .notFound)
        }
    }

    @Test("a visitor's plan goes along at sign-in")
    func signIn() async throws {
        let made = try TestSite()
        let account = Account(
            id: "1", login: "jansen", displayName: "A. Jansen", roles: [.initiator], createdAt: TestSite.moment)
        try await made.site.store.insert(account, passwordHash: PasswordHash.make("een lange zin 12"))
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            _ = try await browser.post("/aanmelden", [("naam", "jansen"), ("wachtwoord", "een lange zin 12")])
            #expect(try await browser.get("/toets/\(id)").status == .ok)
            #expect(try await made.site.store.plan(id: id)?.owner == "1")
        }
    }
}
