import Accounts
import Casework
import Hummingbird
import PolicyModel
import Store
import Testing

@testable import WebApp

@Suite("Plans as a whole") struct WholePlanTests {
    @Test("without plans the list says what to do, and starts no session")
    func empty() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let page = try await browser.get("/toets")
            #expect(page.text.contains("U hebt nog geen plan."))
            #expect(page.text.contains("href=\"/toets/nieuw\""))
            #expect(await !browser.hasCookie)
        }
    }

    @Test("the list leads to where one goes on")
    func list() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let whole = try await PlanTelling.plan(browser, title: "Heel")
            let half = try await browser.post("/toets/nieuw", [("activiteit", "varen"), ("titel", "Half")])
            let other = try #require(PlanTelling.id(in: half.location))
            let page = try await browser.get("/toets").text
            #expect(page.contains("<a href=\"/toets/\(whole)\">Heel</a>"))
            #expect(page.contains("<a href=\"/toets/\(other)/waar?onderdeel=1\">Half</a>"))
            #expect(page.contains("concept, nog kiezen waar"))
        }
    }

    @Test("deleting is asked first, and can be undone")
    func delete() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser, title: "Weg ermee")
            #expect(try await browser.get("/toets/\(id)/verwijderen").text.contains("U verwijdert ‘Weg ermee’."))
            _ = try await browser.post("/toets/\(id)/verwijderen")
            #expect(try await browser.get("/toets/\(id)").status == .notFound)
            let list = try await browser.get("/toets").text
            #expect(list.contains("action=\"/toets/\(id)/terugzetten\""))
            _ = try await browser.post("/toets/\(id)/terugzetten", from: "/toets")
            #expect(try await browser.get("/toets/\(id)").status == .ok)
        }
    }

    @Test("a copy is another plan with the same content")
    func copy() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser, details: [("eigenschap-ligplaats", "vast")])
            let answer = try await browser.post("/toets/\(id)/kopie", from: "/toets/\(id)")
            let copy = try #require(PlanTelling.id(in: answer.location))
            #expect(copy != id)
            var (left, right) = (try await made.draft(id), try await made.draft(copy))
            #expect(right.title == "Kopie van Nieuwe steiger")
            (left.title, right.title) = (nil, nil)
            #expect(left == right)
        }
    }

    @Test("who is not signed in is asked to do so before handing in")
    func anonymous() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let page = try await browser.get("/toets/\(id)/indienen").text
            #expect(page.contains("/aanmelden?terug=%2Ftoets%2F\(id)%2Findienen"))
            #expect(!page.contains("action=\"/toets/\(id)/indienen\""))
            _ = try await browser.post("/toets/\(id)/indienen", from: "/toets/\(id)", [])
            #expect(try await made.site.store.plan(id: id)?.state == .draft)
        }
    }

    @Test("a plan that was handed in keeps its day and cannot be changed until it is taken back")
    func handIn() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = try await made.browser("initiatief", roles: [.initiator], client: client)
            let id = try await PlanTelling.plan(browser)
            let page = try await browser.get("/toets/\(id)/wat").text
            let answer = try await browser.post("/toets/\(id)/indienen")
            #expect(answer.location == "/toets/\(id)")
            #expect(try await made.site.store.plan(id: id)?.asOf == PolicyDate("2026-11-20"))
            #expect(try await browser.get("/toets/\(id)/wat").location == "/toets/\(id)")
            let late = try await PlanTelling.send(
                .what, of: id, browser, page: page, [("activiteit", "varen"), ("titel", "Te laat")])
            #expect(late.status == .badRequest)
            #expect(try await browser.get("/toets/\(id)/verwijderen").status == .badRequest)
            _ = try await browser.post("/toets/\(id)/terugtrekken", from: "/toets/\(id)")
            let plan = try #require(try await made.site.store.plan(id: id))
            #expect(plan.state == .draft)
            #expect(plan.asOf == nil)
            #expect(plan.title == "Nieuwe steiger")
        }
    }
}
