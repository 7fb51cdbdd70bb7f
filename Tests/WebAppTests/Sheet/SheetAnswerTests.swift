import Assessment
import Casework
import Hummingbird
import PolicyModel
import Store
import Testing

@testable import WebApp

@Suite("Answering and contesting on the sheet") struct SheetAnswerTests {
    /// An open question of the water town, and what its page shows of it.
    private let question = "zicht-op-vaarweg"

    @Test("an answer with a reason is kept, and the plan is looked at again")
    func answer() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let before = try await browser.get("/toets/\(id)").text
            #expect(before.contains("id=\"vraag-\(question)\""))
            let answer = try await browser.post(
                "/toets/\(id)/vragen", from: "/toets/\(id)",
                [("antwoord.\(question)", "ja"), ("reden.\(question)", "Gemeten"), ("stand.\(question)", "")])
            #expect(answer.location == "/toets/\(id)#vragen")
            let kept = try #require(try await made.draft(id).answers[question])
            #expect(kept.value)
            #expect(kept.reason == "Gemeten")
            #expect(kept.by == "initiatiefnemer")
            #expect(kept.on == PolicyDate("2026-11-20"))
            let after = try await browser.get("/toets/\(id)").text
            #expect(after.contains("Uw antwoord is bewaard, en het plan is opnieuw bekeken."))
            #expect(after.contains("Ja (initiatiefnemer, 20 november 2026)"))
            _ = try await browser.post(
                "/toets/\(id)/vragen", from: "/toets/\(id)",
                [("antwoord.\(question)", ""), ("reden.\(question)", "Gemeten"), ("stand.\(question)", kept.mark)])
            #expect(try await made.draft(id).answers.isEmpty)
        }
    }

    @Test("a page that was opened before leaves answers alone that it did not touch")
    func untouched() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let fields = { (value: String) in
                [("antwoord.\(self.question)", value), ("reden.\(self.question)", ""), ("stand.\(self.question)", "")]
            }
            _ = try await browser.post("/toets/\(id)/vragen", from: "/toets/\(id)", fields("ja"))
            _ = try await browser.post("/toets/\(id)/vragen", from: "/toets/\(id)", fields(""))
            #expect(try await made.draft(id).answers[question]?.value == true)
            _ = try await browser.post("/toets/\(id)/vragen", from: "/toets/\(id)", fields("nee"))
            #expect(try await made.draft(id).answers[question]?.value == false)
            #expect(
                try await browser.get("/toets/\(id)").text.contains("In een ander venster stond intussen bij"))
        }
    }

    @Test("a question that the house does not ask is not answered")
    func unknown() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            _ = try await browser.post(
                "/toets/\(id)/vragen", from: "/toets/\(id)", [("antwoord.verzonnen", "ja"), ("stand.verzonnen", "")])
            #expect(try await made.draft(id).answers.isEmpty)
        }
    }

    @Test("a finding has a page of its own, on which it can be contested with a reason and taken back")
    func contest() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let plan = try #require(try await made.site.store.plan(id: id))
            let finding = try #require(try await made.site.assessment(of: plan).report.findings.first)
            let address = PlanAddress.finding(finding.id, of: id)
            let page = try await browser.get(address).text
            #expect(page.contains("<h1>\(finding.title)</h1>"))
            #expect(page.contains("Waar Kompas naar keek"))
            #expect(page.contains("href=\"/beleid/normen/\(finding.norm)\""))
            let empty = try await browser.post(address, [("reden", " ")])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Vertel waarom het niet klopt. Dan kan iemand het nagaan."))
            _ = try await browser.post(address, [("reden", "De lijn ligt verkeerd")])
            #expect(
                try await made.draft(id).contests
                    == [.init(finding: finding.id, by: "initiatiefnemer", reason: "De lijn ligt verkeerd")])
            let contested = try await browser.get(address).text
            #expect(contested.contains("Deze bevinding wordt betwist"))
            #expect(contested.contains("De lijn ligt verkeerd</textarea>"))
            _ = try await browser.post(address + "/intrekken", from: address)
            #expect(try await made.draft(id).contests == [])
            #expect(try await browser.get("/toets/\(id)/bevinding/bestaat-niet").status == .notFound)
        }
    }
}
