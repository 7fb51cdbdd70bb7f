import Foundation
import HTTPTypes
import Testing

@testable import WebApp

/// Follows the links of the pages about policy through the router, as a visitor could.
@Suite("No dead links")
struct CrawlTests {
    static let isLong = ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1"

    /// What is followed; links to other parts of the site are asked once per path.
    private static let own = ["/beleid", "/begrippen", "/over", "/api", "/toegankelijkheid", "/privacy"]

    private struct Page {
        var links: Set<String> = []
        var ids: Set<String> = []
        var doubleIds: [String] = []

        init(_ text: String) {
            links = Set(text.matches(of: /<a [^>]*href="([^"]+)"/).map { String($0.1).replacing("&amp;", with: "&") })
            for match in text.matches(of: #/ id="([^"]+)"/#) where !ids.insert(String(match.1)).inserted {
                doubleIds.append(String(match.1))
            }
        }
    }

    @Test("Every page of the invented town can be reached and every link on it leads somewhere")
    func town() async throws {
        let found = try await crawl(.everyKind) { _ in true }
        #expect(found.problems == [])
        // Records with a page of their own, lists, overviews.
        #expect(found.count > 80)
    }

    @Test("The real house: all lists, and records here and there, or all of them with KOMPAS_LONG")
    func realHouse() async throws {
        let found = try await crawl(.pv22) { path in
            if Self.isLong { return true }
            let depth = path.split(separator: "/").count
            // The sum of its bytes chooses one in forty, always the same.
            return depth < 3 && !path.hasPrefix("/begrippen/") || path.utf8.reduce(0) { $0 + Int($1) } % 40 == 0
        }
        #expect(found.problems.prefix(20) == [])
        #expect(found.count > (Self.isLong ? 2_000 : 60))
    }

    /// - Parameter isFollowed: which of the links are followed.
    private func crawl(
        _ house: TestHouse, _ isFollowed: @escaping @Sendable (String) -> Bool
    ) async throws -> (count: Int, problems: [String]) {
        let made = try TestSite(house)
        return try await made.test { client in
            let browser = Browser(client: client)
            var problems: [String] = []
            var pages: [String: Page] = [:]
            var places: Set<String> = []
            var queue = Self.own
            while let address = queue.popLast() {
                guard pages[address] == nil else { continue }
                let answer = try await browser.get(address)
                let page = Page(answer.text)
                pages[address] = page
                if answer.status != .ok { problems.append("\(address): \(answer.status.code)") }
                if !page.doubleIds.isEmpty { problems.append("\(address): twice the id \(page.doubleIds)") }
                for link in page.links {
                    guard let target = Self.resolved(link, on: address) else {
                        problems.append("\(address) links to \(link)")
                        continue
                    }
                    places.insert(target)
                    let path = String(target.prefix { $0 != "#" })
                    let isOwn = Self.own.contains { path == $0 || path.hasPrefix($0 + "/") || path.hasPrefix($0 + "?") }
                    if isOwn, isFollowed(path), !path.contains("?q=") { queue.append(path) }
                }
            }
            for place in places {
                let parts = place.split(separator: "#", maxSplits: 1)
                guard parts.count == 2, let page = pages[String(parts[0])] else { continue }
                if !page.ids.contains(String(parts[1])) { problems.append("\(place): there is no such place") }
            }
            return (pages.count, problems.sorted())
        }
    }

    /// An address on this site; `nil` for one elsewhere.
    private static func resolved(_ link: String, on page: String) -> String? {
        if link.hasPrefix("#") { return page + link }
        if link.hasPrefix("mailto:") { return page }
        return link.hasPrefix("/") && !link.hasPrefix("//") ? link : nil
    }
}
