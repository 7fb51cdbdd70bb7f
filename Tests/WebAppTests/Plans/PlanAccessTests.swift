import Accounts
import Casework
import Foundation
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

    @Test("a second reader sees the plan of a dossier that they were asked to read, and no other")
    func secondReader() async throws {
        try await Scene.run { scene in
            let sheet = "/toets/\(Scene.plan)"
            let reader = try await scene.browser(.asked)
            #expect(try await reader.get(sheet).status == .notFound)
            #expect(try await scene.browser(.reader).get(sheet).status == .ok)
            try await scene.open()
            try await scene.weigh()
            #expect(try await reader.get(sheet).status == .notFound)
            try await scene.ask()
            #expect(try await reader.get(sheet).status == .ok)
            #expect(try await reader.get(sheet + "/rapport.json").status == .ok)
            #expect(try await reader.get("/toets/\(Scene.otherPlan)").status == .notFound)
            #expect(try await reader.get("/toets/\(Scene.draftPlan)").status == .notFound)
            #expect(try await scene.browser(.unasked).get(sheet).status == .notFound)
        }
    }

    @Test("a visitor without an account has twenty plans at most, with those that were just deleted")
    func quota() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let page = try await browser.get("/toets/nieuw").text
            let token = try #require(Browser.token(in: page))
            var ids: [String] = []
            for number in 1...PlanSaver.mostAnonymousPlans {
                let answer = try await browser.post(
                    "/toets/nieuw", token: token, [("activiteit", "steiger"), ("titel", "Plan \(number)")])
                ids.append(try #require(PlanTelling.id(in: answer.location), "plan \(number)"))
            }
            func more(_ path: String) async throws -> Browser.Answer {
                try await browser.post(path, token: token, [("activiteit", "steiger")])
            }
            for path in ["/toets/nieuw", "/toets/\(ids[0])/kopie"] {
                let refused = try await more(path)
                #expect(refused.status == .badRequest)
                #expect(refused.text.contains("U hebt al 20 plannen"))
            }
            _ = try await browser.post("/toets/\(ids[0])/verwijderen", token: token, [])
            #expect(try await more("/toets/nieuw").status == .badRequest)
            try await made.site.store.forgetPlans(deletedBefore: TestSite.moment.addingTimeInterval(1))
            #expect(try await more("/toets/nieuw").status == .seeOther)
        }
    }

    @Test("a plan that somebody began to weigh cannot be taken back, also when that happened a moment ago")
    func takenUp() async throws {
        try await Scene.run { scene in
            let owner = try await scene.browser(.owner)
            let page = "/toets/\(Scene.plan)"
            let text = try await owner.get(page).text
            let token = try #require(Browser.token(in: text))
            try await scene.open()
            let refused = try await owner.post(page + "/terugtrekken", token: token, [])
            #expect(refused.text.contains("Iemand is al aan de afweging van dit plan begonnen."))
            #expect(try await scene.made.site.store.plan(id: Scene.plan)?.state == .submitted)
            let other = try await owner.post("/toets/\(Scene.otherPlan)/terugtrekken", token: token, [])
            #expect(other.location == "/toets/\(Scene.otherPlan)")
            #expect(try await scene.made.site.store.plan(id: Scene.otherPlan)?.state == .draft)
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
