import Accounts
import Assessment
import CanonicalJSON
import Casework
import Foundation
import Hummingbird
import NormEngine
import PolicyModel
import Store
import Testing

@testable import WebApp

@Suite("The sheet of a plan") struct SheetTests {
    private static let zonnepark = """
        {"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Polygon","coordinates":[[[234000,552000],[234500,552000],
        [234500,552400],[234000,552400],[234000,552000]]]},"properties":{"title":"Zonnepark","activities":["zonnepark-op-land"]}}
        """

    /// A plan in the real house, kept for somebody.
    private func realPlan(_ made: TestSite, owner: String) async throws -> String {
        let index = made.site.house.index
        let activity = try #require(ActivitySearch(index: index).search("zonnepark").first?.id)
        let input = try JSONValue.parse(Self.zonnepark.replacing("zonnepark-op-land", with: activity))
        let plan = Plan(
            id: "abcdefghijkmnpqrstuvwxyz23", owner: owner, title: "Zonnepark", input: PlanDraft(input).input,
            createdAt: TestSite.moment, updatedAt: TestSite.moment)
        try await made.site.store.insert(plan)
        return plan.id
    }

    @Test("the first screen has at most seven items and the open questions, and every finding stands on the page once")
    func whole() async throws {
        let made = try TestSite(.pv22)
        try await made.test { client in
            let browser = try await made.browser("initiatief", roles: [.initiator], client: client)
            let id = try await realPlan(made, owner: "id-initiatief")
            let page = try await browser.get("/toets/\(id)").text
            let plan = try #require(try await made.site.store.plan(id: id))
            let report = try await made.site.assessment(of: plan).report
            for number in 1...report.findings.count {
                #expect(page.components(separatedBy: "<article class=").count - 1 == report.findings.count)
                #expect(page.contains("id=\"f\(number)\""))
            }
            let first = try #require(page.firstRange(of: "<ol class=\"leading\">"))
            let end = try #require(page[first.upperBound...].firstRange(of: "</ol>"))
            let items = page[first.upperBound..<end.lowerBound].components(separatedBy: "<li>").count - 1
            #expect((1...7).contains(items))
            #expect(page.contains("<h2 id=\"open-kop\">Wat nog open is</h2>"))
            #expect(page.contains("De volgorde: eerst geldend beleid"))
            #expect(page.contains("Kompasroos: Kompas"))
            for group in ["wat", "waar", "hoe"] { #expect(page.contains("id=\"groep-\(group)\"")) }
            #expect(!page.contains(" style="))
            #expect(!page.contains("<style"))
            #expect(page.utf8.count < 500_000)
        }
    }

    @Test("ids and links on the sheet hold")
    func links() async throws {
        let made = try TestSite(.pv22)
        try await made.test { client in
            let browser = try await made.browser("initiatief", roles: [.initiator], client: client)
            let id = try await realPlan(made, owner: "id-initiatief")
            let page = try await browser.get("/toets/\(id)").text
            let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
            let known = Set(ids)
            let broken = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }.filter { !known.contains($0) }
            #expect(Set(broken).sorted() == [])
            let norms = Set(page.matches(of: /href="\/beleid\/normen\/([^"]+)"/).map { String($0.1) })
            #expect(norms.isSubset(of: Set(made.site.house.index.norms.keys)))
        }
    }

    @Test("a filter in the address narrows the findings; one that is not known is read over")
    func filter() async throws {
        let made = try TestSite(.pv22)
        try await made.test { client in
            let browser = try await made.browser("initiatief", roles: [.initiator], client: client)
            let id = try await realPlan(made, owner: "id-initiatief")
            let plan = try #require(try await made.site.store.plan(id: id))
            let findings = try await made.site.assessment(of: plan).report.findings
            let agreed = findings.filter { $0.force == .agreed }.count
            #expect(agreed > 0)
            let page = try await browser.get("/toets/\(id)?kracht=agreed").text
            #expect(page.contains("U ziet \(agreed) van \(findings.count) bevindingen."))
            #expect(page.components(separatedBy: "<article class=").count - 1 == agreed)
            #expect(page.contains("id=\"kracht-agreed\" name=\"kracht\" value=\"agreed\" checked"))
            let all = try await browser.get("/toets/\(id)?kracht=sterk&effect=%3Cscript%3E&principe=x").text
            #expect(!all.contains("U ziet "))
            #expect(all.components(separatedBy: "<article class=").count - 1 == findings.count)
        }
    }

    @Test("the report can be taken along in each form")
    func files() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let json = try await browser.get("/toets/\(id)/rapport.json")
            #expect(json.headers[.contentType] == "application/json")
            #expect(json.headers[.contentDisposition] == "attachment; filename=\"kompas-\(id.prefix(8)).json\"")
            #expect(try JSONValue.parse(json.text)["schema"]?.string == AssessmentReport.schema)
            let map = try await browser.get("/toets/\(id)/rapport.geojson")
            #expect(map.headers[.contentType] == "application/geo+json")
            #expect(try JSONValue.parse(map.text)["features"]?.array?.count == 1)
            let page = try await browser.get("/toets/\(id)/rapport.html")
            #expect(page.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
            #expect(page.text.hasPrefix("<!DOCTYPE html>"))
            let plan = try await browser.get("/toets/\(id)/plan.geojson")
            #expect(PlanDraft(try JSONValue.parse(plan.text)).title == "Nieuwe steiger")
        }
    }

    @Test("the assessment is made anew when the plan changes, and only then")
    func cache() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let plan = try #require(try await made.site.store.plan(id: id))
            let first = try await made.site.assessment(of: plan)
            #expect(try await made.site.assessment(of: plan).pieces.groups == first.pieces.groups)
            _ = try await PlanTelling.send(.place, of: id, browser, [("plekken", "204000, 502500")])
            let changed = try #require(try await made.site.store.plan(id: id))
            let second = try await made.site.assessment(of: changed)
            #expect(second.report.receipt.inputHash != first.report.receipt.inputHash)
        }
    }
}
