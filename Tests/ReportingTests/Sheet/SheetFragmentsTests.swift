import Assessment
import CanonicalJSON
import PolicyModel
import Testing

@testable import Reporting

@Suite("The pieces of a sheet")
struct SheetFragmentsTests {
    private static let links = PageLinks(
        finding: { "/toets/x/bevinding/\($0)" }, contest: { "/toets/x/bevinding/\($0)#klopt-dit-niet" },
        norm: { "/beleid/normen/\($0)" })

    private func fragments(
        _ report: AssessmentReport, _ house: OpenedTestHouse, passages: PassageTexts = PassageTexts()
    ) throws -> SheetFragments {
        SheetFragments(
            report, index: house.index, links: Self.links,
            map: try MapSketch(report, house: house.house, layers: house.layers()), passages: passages)
    }

    /// All pieces on one page, as a site would put them together.
    private func page(_ pieces: SheetFragments) -> String {
        let section = { (title: String, content: HTML) in
            tag("section") {
                tag("h2") { title }
                content
            }
        }
        return tag("html") {
            tag("body") {
                pieces.symbols
                tag("h1") { pieces.title }
                section("In het kort", pieces.leading)
                section("Wat schuurt", pieces.tensions)
                section("Plek", pieces.place)
                for (position, frame) in pieces.report.frames.enumerated() {
                    section(frame.title, pieces.frame(frame, prefix: "kader\(position + 1)"))
                }
                section("Bevindingen", pieces.signs + pieces.groups)
                section("Elk plan", pieces.general)
                section("Onbeslist", pieces.waiting)
                section("Themas", pieces.themes)
                for chapter in pieces.chapters {
                    tag("section", .id(chapter.id)) {
                        tag("h2") { chapter.title }
                        chapter.content
                    }
                }
            }
        }.document()
    }

    @Test("Together they are a sound page in every example", arguments: Examples.names)
    func sound(_ name: String) throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text(name))
        let page = page(try fragments(report, house))
        let check = PageCheck(page)
        #expect(check.faults.filter { !$0.hasPrefix("link /") } == [])
        let articles = check.all("article").compactMap { $0.attributes["id"] }
        #expect(articles.count == report.findings.count)
        #expect(Set(articles) == Set((1...report.findings.count).map { "f\($0)" }))
        #expect(!page.contains(" style="))
    }

    @Test("Every finding leads to its own page, its rule and the place to contest it")
    func ways() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        let links = PageCheck(page(try fragments(report, town))).all("a").compactMap { $0.attributes["href"] }
        for finding in report.findings {
            #expect(links.contains("/beleid/normen/\(finding.norm)"))
            #expect(links.contains("/toets/x/bevinding/\(finding.id)#klopt-dit-niet"))
        }
    }

    @Test("The passage stands with the finding when the text is at hand")
    func passage() throws {
        let town = try OpenedTestHouse.meerstad()
        let report = try town.report(everythingInMeerstad)
        let id = try #require(report.findings.first).id
        let pieces = try fragments(report, town, passages: PassageTexts(texts: [id: "Een steiger is <welkom>."]))
        let card = try #require(pieces.finding(id)).markup
        #expect(card.contains("<blockquote><p>Een steiger is &lt;welkom&gt;.</p>"))
        #expect(pieces.finding("bestaat-niet") == nil)
    }

    @Test("A hostile title stays text, and an address of elsewhere leads nowhere")
    func hostile() throws {
        let town = try OpenedTestHouse.meerstad()
        var report = try town.report(everythingInMeerstad)
        report.findings[0].title = "<script>alert(1)</script>"
        let evil = PageLinks(
            finding: { _ in "javascript:alert(1)" }, contest: { _ in "//elders" }, norm: { _ in "https://elders" })
        let pieces = SheetFragments(report, index: town.index, links: evil)
        let markup = (pieces.groups + pieces.waiting + pieces.general + pieces.themes).markup
        for word in ["<script", "javascript:", "elders"] { #expect(!markup.contains(word)) }
    }

    @Test("What people argued is drawn, spoken and in the table")
    func arguments() throws {
        let house = try OpenedTestHouse.pv22()
        let report = try house.report(try Examples.text("zonnepark.json"))
        let sheet = try #require(report.frames.first { $0.frame == "kompas" })
        let first = try #require(sheet.cells.first)
        let cell = Norm.FrameCell(principle: first.principle, question: first.question)
        let pieces = try fragments(report, house)
        let plain = pieces.frame(sheet, prefix: "k").markup
        #expect(!plain.contains("Volgens mensen"))
        #expect(!plain.contains("class=\"argued"))
        let argued = pieces.frame(
            sheet, prefix: "k", arguments: [cell: CellArguments(contributes: true, strains: true)])
        #expect(argued.markup.contains("class=\"argued contributes\""))
        #expect(argued.markup.contains("class=\"argued strains\""))
        #expect(argued.markup.contains("Volgens mensen: draagt bij en geeft spanning.\""))
        #expect(argued.markup.contains("Volgens mensen: draagt bij en geeft spanning</span>"))
    }
}
