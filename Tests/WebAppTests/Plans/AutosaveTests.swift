import CanonicalJSON
import Casework
import Hummingbird
import Store
import Testing

@testable import WebApp

@Suite("Forms that save by themselves") struct AutosaveTests {
    @Test("the first save makes the plan and tells where it is")
    func first() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let answer = try await browser.post("/toets/nieuw", [("titel", "Pier")], json: true)
            let json = try JSONValue.parse(answer.text)
            #expect(json["savedAt"] == "12:00")
            let address = try #require(json["location"]?.string)
            #expect(json["action"]?.string == address)
            let id = try #require(PlanTelling.id(in: address))
            #expect(try await made.draft(id).title == "Pier")
            let page = try await browser.get(address).text
            #expect(json["fields"]?["basis"]?.string == PlanTelling.value(of: "basis", in: page))
        }
    }

    @Test("nothing told makes no plan")
    func nothing() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let answer = try await browser.post("/toets/nieuw", [("titel", " "), ("rol", "")], json: true)
            #expect(try JSONValue.parse(answer.text)["savedAt"] == .null)
            #expect(try await browser.get("/toets").text.contains("U hebt nog geen plan."))
        }
    }

    @Test("each save gives the mark for the next, and tells what was not kept")
    func again() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            var page = try await browser.get("/toets/\(id)/details").text
            for length in ["1", "2"] {
                let answer = try await PlanTelling.send(
                    .details, of: id, browser, page: page,
                    [("eigenschap-lengte", length), ("duur", "lang")], json: true)
                let json = try JSONValue.parse(answer.text)
                #expect(json["savedAt"] == "12:00")
                #expect(json["problems"]?[0]?["field"] == "duur")
                let old = PlanTelling.value(of: "basis", in: page)
                page = page.replacing(old, with: try #require(json["fields"]?["basis"]?.string))
            }
            #expect(try await made.draft(id).parts[0].properties["lengte"]?["value"] == 2)
        }
    }
}
