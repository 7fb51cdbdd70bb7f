import Foundation
import KompasTesting
import Testing

@testable import Reporting

@Suite("Golden pages")
struct GoldenHTMLTests {
    /// The page without its styles and without what differs between machines.
    private func body(_ page: String) throws -> String {
        let start = try #require(page.range(of: "<body>"))
        let end = try #require(page.range(of: "<section id=\"verantwoording\""))
        return String(page[start.lowerBound..<end.lowerBound])
    }

    private func page(_ json: String) throws -> String {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(json)
        let map = try MapSketch(report, house: town.house, layers: town.layers())
        return HTMLReport(report, house: town.house, map: map).render()
    }

    @Test("The page of everything at once in the water town reads as it was read")
    func everything() throws {
        let page = try body(page(everythingInMeerstad))
        #expect(try GoldenFile("HTML/waterstad.html").difference(from: page) == nil)
    }

    @Test("The page of nothing found reads as it was read")
    func nothing() throws {
        let page = try body(
            page(
                #"{"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[201000,508000]},"#
                    + #""properties":{"activities":["varen"]}}"#))
        #expect(try GoldenFile("HTML/niets.html").difference(from: page) == nil)
    }

    @Test("The styles read as they were read")
    func styles() throws {
        let page = try page(everythingInMeerstad)
        let start = try #require(page.range(of: "<head>"))
        let end = try #require(page.range(of: "<body>"))
        let head = String(page[start.lowerBound..<end.lowerBound])
        #expect(try GoldenFile("HTML/head.html").difference(from: head) == nil)
    }
}
