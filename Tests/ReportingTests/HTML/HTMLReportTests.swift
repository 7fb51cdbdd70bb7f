import Assessment
import CanonicalJSON
import Foundation
import PolicyModel
import Testing

@testable import Reporting

@Suite("What holds for every page")
struct HTMLReportTests {
    private func page(_ report: AssessmentReport, _ house: OpenedTestHouse) throws -> String {
        let map = try MapSketch(report, house: house.house, layers: house.layers())
        return HTMLReport(report, house: house.house, map: map).render()
    }

    private func everything() throws -> (page: String, report: AssessmentReport) {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        return (try page(report, town), report)
    }

    @Test("The water town's page is sound")
    func meerstad() throws { #expect(PageCheck(try everything().page).faults == []) }

    @Test("The pages of the examples are sound, need nothing else and pass no judgement", arguments: Examples.names)
    func examples(_ name: String) throws {
        let house = try OpenedTestHouse.pv22()
        let page = try page(try house.report(try Examples.text(name)), house)
        #expect(PageCheck(page).faults == [])
        for word in ["http://", "https://", "url(//", "@import", "src=", "<script", "javascript:"] {
            #expect(!page.contains(word), "\(word)")
        }
        for word in ["score", "totaalscore", "eindoordeel", "punten behaald", "rapportcijfer", "Optional("] {
            #expect(!page.lowercased().contains(word.lowercased()), "\(word)")
        }
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    }

    @Test("A hostile title, property and reason stay text")
    func hostile() throws {
        let town = try OpenedTestHouse.meerstad()
        let evil = #"</title></h1><script>alert(1)</script><img src=x onerror=\"y\">"#
        let report = try town.report(
            """
            {"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[203000,503850]},
            "properties":{"activities":["steiger"],"title":"\(evil)","ligplaats":"vast","phase":"gebruik","depth":{"use":[0,2]}},
            "answers":{"zicht-op-vaarweg":{"value":true,"by":"\(evil)","reason":"\(evil)"}},
            "contests":[{"finding":"\(evil)","by":"\(evil)","reason":"\(evil)"}]}
            """)
        let page = try page(report, town)
        #expect(PageCheck(page).faults == [])
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(
            page.contains(
                "<h1>&lt;/title&gt;&lt;/h1&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;y&quot;&gt;</h1>"
            ))
    }

    @Test("Every finding stands on the page once, under its number")
    func findings() throws {
        let (page, report) = try everything()
        let articles = PageCheck(page).all("article").compactMap { $0.attributes["id"] }
        #expect(Set(articles) == Set((1...report.findings.count).map { "f\($0)" }))
        #expect(articles.count == report.findings.count)
    }

    @Test("Every cell of every sheet has a row in its table, to which its point in the compass leads")
    func cells() throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text("de-haar.json"))
        let check = PageCheck(try page(report, house))
        #expect(report.frames.count > 1)
        for (position, frame) in report.frames.enumerated() {
            let wanted = (1...frame.cells.count).map { "kader\(position + 1)-\($0)" }
            let rows = check.all("tr").compactMap { $0.attributes["id"] }.filter {
                $0.hasPrefix("kader\(position + 1)-")
            }
            let points = check.all("a").compactMap { $0.attributes["href"] }
                .filter { $0.hasPrefix("#kader\(position + 1)-") }
            #expect(rows == wanted)
            #expect(points == wanted.map { "#" + $0 })
        }
    }

    @Test("What was not consulted stands above the findings")
    func order() throws {
        let house = try OpenedTestHouse.pv22()
        let page = try page(try house.report(try Examples.text("de-haar.json")), house)
        let first = try #require(page.range(of: "id=\"niet-geraadpleegd\""))
        let second = try #require(page.range(of: "id=\"beleid\""))
        #expect(first.lowerBound < second.lowerBound)
    }

    @Test("An undecided finding has what is missing as its heading, and says who can tell it")
    func undecided() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(
            #"{"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[201850,503000]},"#
                + #""properties":{"activities":["botenloods"]}}"#)
        let page = try page(report, town)
        #expect(page.contains("<span>Niet verteld: soort verandering</span></h4>"))
        #expect(
            page.contains(
                "Nog niet te beslissen. Te vragen aan de initiatiefnemer. Geldt het, dan: mag niet op het water."))
    }

    @Test("Passages are shown as they are, escaped; without them only their place is told")
    func passages() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        let first = try #require(report.findings.first { !$0.waitsForLayers })
        let texts = PassageTexts(
            texts: [first.id: "Wie <bouwt> & blijft."], refusals: ["De tekst van X is niet gevonden."])
        let page = HTMLReport(report, house: town.house, passages: texts).render()
        #expect(page.contains("<blockquote><p>Wie &lt;bouwt&gt; &amp; blijft.</p>"))
        #expect(page.contains("<li>De tekst van X is niet gevonden.</li>"))
        #expect(!(try everything().page).contains("<blockquote>"))
    }

    @Test("The same report gives the same page")
    func same() throws { #expect(try everything().page == everything().page) }
}
