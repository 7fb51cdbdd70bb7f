import CanonicalJSON
import Casework
import Foundation
import Store
import Testing

@testable import WebApp

/// What tests do with plans in a browser, in the invented water town.
enum PlanTelling {
    /// A hectare in the lake, half on the fairway.
    static let pier = "vlak\n203000, 503850\n203100, 503850\n203100, 503950\n203000, 503950"

    /// Tells a plan as far as the sheet.
    /// - Returns: its id.
    static func plan(
        _ browser: Browser, activity: String = "steiger", title: String = "Nieuwe steiger", place: String = pier,
        details: [(String, String)] = []
    ) async throws -> String {
        let first = try await browser.post(
            "/toets/nieuw", [("activiteit", activity), ("titel", title), ("actie", "verder"), ("onderdeel", "1")])
        let id = try #require(Self.id(in: first.location))
        _ = try await send(.place, of: id, browser, [("plekken", place)])
        _ = try await send(.details, of: id, browser, details)
        return id
    }

    /// Sends a step as a browser that has just opened it.
    static func send(
        _ step: PlanStep, of id: String, _ browser: Browser, _ fields: [(String, String)], json: Bool = false
    ) async throws -> Browser.Answer {
        let page = try await browser.get("/toets/\(id)/\(step.rawValue)").text
        return try await send(step, of: id, browser, page: page, fields, json: json)
    }

    /// Sends a step from a page that was opened before.
    static func send(
        _ step: PlanStep, of id: String, _ browser: Browser, page: String, _ fields: [(String, String)],
        json: Bool = false
    ) async throws -> Browser.Answer {
        let hidden = ["onderdeel", "basis"].map { ($0, value(of: $0, in: page)) }
        return try await browser.post(
            "/toets/\(id)/\(step.rawValue)", token: Browser.token(in: page), hidden + fields, json: json)
    }

    static func id(in location: String?) -> String? {
        location?.firstMatch(of: /^\/toets\/([a-z0-9]{26})/).map { String($0.1) }
    }

    /// The value of a field in a page.
    static func value(of name: String, in page: String) -> String {
        guard let start = page.range(of: "name=\"\(name)\" value=\""),
            let end = page[start.upperBound...].firstIndex(of: "\"")
        else { return "" }
        return String(page[start.upperBound..<end])
    }
}

extension TestSite {
    func draft(_ id: String) async throws -> PlanDraft {
        PlanDraft(try #require(try await site.store.plan(id: id)).input)
    }
}
