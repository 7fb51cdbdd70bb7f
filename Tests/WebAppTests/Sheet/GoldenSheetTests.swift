import Accounts
import CanonicalJSON
import Casework
import Foundation
import Hummingbird
import KompasTesting
import Store
import Testing

@testable import WebApp

@Suite("Golden pages of plans") struct GoldenSheetTests {
    /// A pier half on the fairway and a boathouse on the bank, with an answer and a contest.
    private static let input = """
        {"type":"FeatureCollection","coordRefSys":"EPSG:28992","title":"Nieuwe haven","initiator":{"role":"bedrijf"},
        "answers":{"zicht-op-vaarweg":{"value":true,"by":"planner","reason":"Gemeten","on":"2026-11-20"}},
        "features":[{"type":"Feature","id":"1","geometry":{"type":"Polygon","coordinates":[[[203000,503850],
        [203100,503850],[203100,503950],[203000,503950],[203000,503850]]]},"properties":{"activities":["steiger"],
        "phase":"aanleg","depth":{"use":[0,2]},"lengte":{"value":12.5,"unit":"m"}}},
        {"type":"Feature","id":"2","geometry":{"type":"Polygon","coordinates":[[[201810,503000],[201830,503000],
        [201830,503020],[201810,503020],[201810,503000]]]},"properties":{"activities":["botenloods"],"change":"nieuw"}}]}
        """

    /// The main part of a page without what differs each time.
    private func body(_ page: String) throws -> String {
        let start = try #require(page.range(of: "<main"))
        let end = try #require(page.range(of: "</main>"))
        let text = String(page[start.lowerBound..<end.lowerBound])
            .replacing(/name="csrf" value="[0-9a-f]+"/, with: "name=\"csrf\" value=\"\"")
        // What the receipt holds of programs differs between machines.
        guard text.contains("id=\"verantwoording\"") else { return text }
        let receipt = try #require(text.range(of: "<section class=\"chapter is-folded\" id=\"verantwoording\""))
        let rest = try #require(text.range(of: "<section class=\"chapter no-print\""))
        return String(text[..<receipt.lowerBound] + text[rest.lowerBound...])
    }

    private func withPlan(_ check: @Sendable (Browser, String) async throws -> Void) async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = try await made.browser("initiatief", roles: [.initiator], client: client)
            let plan = Plan(
                id: "abcdefghijkmnpqrstuvwxyz23", owner: "id-initiatief", title: "Nieuwe haven",
                input: try JSONValue.parse(Self.input), createdAt: TestSite.moment, updatedAt: TestSite.moment)
            try await made.site.store.insert(plan)
            try await check(browser, plan.id)
        }
    }

    @Test("the sheet in the water town reads as it was read")
    func sheet() async throws {
        try await withPlan { browser, id in
            let page = try body(await browser.get("/toets/\(id)").text)
            #expect(try GoldenFile("Web/toets.html").difference(from: page) == nil)
        }
    }

    @Test("the steps read as they were read", arguments: PlanStep.allCases)
    func steps(_ step: PlanStep) async throws {
        try await withPlan { browser, id in
            let page = try body(await browser.get("/toets/\(id)/\(step.rawValue)").text)
            #expect(try GoldenFile("Web/toets-\(step.rawValue).html").difference(from: page) == nil)
        }
    }

    @Test("the list of plans reads as it was read")
    func list() async throws {
        try await withPlan { browser, _ in
            let page = try body(await browser.get("/toets").text)
            #expect(try GoldenFile("Web/plannen.html").difference(from: page) == nil)
        }
    }
}
