import CanonicalJSON
import Casework
import Hummingbird
import Store
import Testing

@testable import WebApp

@Suite("Two windows on one plan") struct PlanMergeTests {
    private let steiger = ("activiteit", "steiger")

    @Test("who changes the same second, sees both, and decides")
    func same() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser, title: "Eerst")
            let old = try await browser.get("/toets/\(id)/wat").text
            _ = try await PlanTelling.send(.what, of: id, browser, [steiger, ("titel", "Links"), ("rol", "inwoner")])
            let second = try await PlanTelling.send(
                .what, of: id, browser, page: old, [steiger, ("titel", "Rechts"), ("rol", "inwoner")])
            #expect(second.status == .conflict)
            #expect(second.text.contains("Dit plan is ook in een ander venster veranderd"))
            #expect(second.text.contains("value=\"Rechts\""))
            #expect(second.text.contains("In het andere venster staat hier nu: <strong>Links</strong>"))
            #expect(second.text.matches(of: /In het andere venster staat hier nu/).count == 1)
            #expect(try await made.draft(id).title == "Links")
            let third = try await PlanTelling.send(
                .what, of: id, browser, page: second.text, [steiger, ("titel", "Samen"), ("rol", "inwoner")])
            #expect(third.status == .seeOther)
            #expect(try await made.draft(id).title == "Samen")
        }
    }

    @Test("changes in different steps are both kept, without a question")
    func different() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let what = try await browser.get("/toets/\(id)/wat").text
            let details = try await browser.get("/toets/\(id)/details").text
            _ = try await PlanTelling.send(.what, of: id, browser, page: what, [steiger, ("titel", "Anders")])
            let second = try await PlanTelling.send(
                .details, of: id, browser, page: details, [("eigenschap-ligplaats", "los")])
            #expect(second.status == .seeOther)
            let draft = try await made.draft(id)
            #expect(draft.title == "Anders")
            #expect(draft.parts[0].properties["ligplaats"] == "los")
        }
    }

    @Test("the same change twice is no conflict")
    func twice() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let page = try await browser.get("/toets/\(id)/wat").text
            for _ in 0..<2 {
                let answer = try await PlanTelling.send(
                    .what, of: id, browser, page: page, [steiger, ("titel", "Gelijk")])
                #expect(answer.status == .seeOther)
            }
        }
    }

    @Test("a part that was taken away comes back with what was typed about it")
    func partGone() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            _ = try await PlanTelling.send(
                .what, of: id, browser, [steiger, ("titel", "Nieuwe steiger"), ("actie", "onderdeel-erbij")])
            let page = try await browser.get("/toets/\(id)/wat?onderdeel=2").text
            _ = try await browser.post(
                "/toets/\(id)/onderdeel-weg", from: "/toets/\(id)/onderdeel-weg?onderdeel=2", [("onderdeel", "2")])
            let fields = [("activiteit", "varen"), ("titel", "Nieuwe steiger")]
            let answer = try await PlanTelling.send(.what, of: id, browser, page: page, fields)
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("Dit onderdeel is in een ander venster verwijderd"))
            _ = try await PlanTelling.send(.what, of: id, browser, page: answer.text, fields)
            #expect(try await made.draft(id).parts.map(\.activities) == [["steiger"], ["varen"]])
        }
    }

    @Test("a form that saves by itself is told of the conflict and saves nothing")
    func autosave() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let old = try await browser.get("/toets/\(id)/wat").text
            _ = try await PlanTelling.send(.what, of: id, browser, [steiger, ("titel", "Links")])
            let answer = try await PlanTelling.send(
                .what, of: id, browser, page: old, [steiger, ("titel", "Rechts")], json: true)
            #expect(answer.status == .conflict)
            #expect(try JSONValue.parse(answer.text)["conflict"] == true)
            #expect(try await made.draft(id).title == "Links")
        }
    }
}
