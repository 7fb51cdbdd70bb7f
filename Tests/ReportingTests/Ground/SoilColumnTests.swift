import Assessment
import Foundation
import PolicyModel
import Testing

@testable import Reporting

@Suite("A column of soil") struct SoilColumnTests {
    private func band(
        _ id: String, _ from: Double, _ to: Double?, _ effects: [Effect] = [], certain: Bool = true, known: Bool = true
    ) -> SoilProfile.Band {
        SoilProfile.Band(
            id: id, title: "Laag \(id)", interval: DepthInterval(from: from, to: to), isEndKnown: known,
            effects: effects, labels: effects.isEmpty ? [] : ["Mag niet"], isCertain: certain)
    }

    private func column(_ bands: [SoilProfile.Band], use: DepthInterval? = nil, reach: DepthInterval? = nil)
        -> SoilColumn
    {
        SoilColumn(SoilProfile(bands: bands), use: use, reach: reach)
    }

    @Test("ground level stands at the top, 500 m at the break, and below it the same height holds much more")
    func scale() {
        let scale = column([band("a", 0, 1900)]).scale
        #expect(scale.bottomMetres == 2000)
        #expect(scale.y(0) == 40 && scale.y(250) == 200 && scale.y(500) == 360)
        #expect(scale.y(1250) == 460 && scale.y(2000) == 560 && scale.y(9000) == 560)
        #expect(scale.ticks == [0, 100, 200, 300, 400, 500, 1000, 2000])
    }

    @Test("the drawing is deep enough for the plan and for what has no bottom")
    func bottom() {
        #expect(column([], use: DepthInterval(from: 2900, to: 3100)).scale.bottomMetres == 4000)
        #expect(column([band("a", 2600, nil)]).scale.bottomMetres == 4000)
        #expect(column([]).scale.bottomMetres == 2000)
    }

    @Test("layers that share a depth stand side by side, those below each other in one lane")
    func lanes() {
        let lanes = column([
            band("a", 0, 25), band("b", 0, 500), band("c", 25, 500), band("d", 400, nil), band("e", 500, 600),
        ]).lanes()
        #expect(lanes.map { "\($0.band.id)\($0.lane)" } == ["a0", "b1", "c0", "d2", "e0"])
    }

    @Test("a layer stands at its depth, with its number, and open at an end that is not there")
    func bands() {
        let markup = column([band("a", 25, 500, [.prohibited]), band("b", 1000, nil)]).drawing.markup
        // 25 m is 16 of the 320 down to the break.
        #expect(
            markup.contains(
                #"<g class="soil-band soil-block"><rect class="soil-fill" x="78" y="56" width="40" height="304">"#))
        #expect(markup.contains(#"d="M78 360V56H118V360Z""#))
        #expect(markup.contains(#"<g class="soil-band soil-thing">"#))
        // Open at the bottom: no Z.
        #expect(markup.contains(#"d="M78 560V426.67H118V560""#))
        #expect(markup.contains(#"text class="soil-number" x="98" y="101">1</text>"#))
    }

    @Test("the plan is solid where it is used and hatched where it passes through, and a script finds both")
    func plan() {
        let markup = column([], use: DepthInterval(from: 60, to: 120), reach: DepthInterval(from: 0, to: 120)).drawing
            .markup
        #expect(
            markup.contains(#"<rect class="soil-reach" x="216" y="40" width="32" height="76.8" data-soil="reach">"#))
        #expect(markup.contains(#"<rect class="soil-use" x="216" y="78.4" width="32" height="38.4" data-soil="use">"#))
        #expect(
            markup.contains(
                #"data-top="40" data-break="360" data-break-metres="500" data-bottom="560" data-bottom-metres="2000""#))
        let without = column([]).drawing.markup
        #expect(without.contains(#"<rect class="soil-use" x="216" y="40" width="32" height="0" data-soil="use">"#))
    }

    @Test("a use of no thickness is seen all the same")
    func thin() {
        let markup = column([], use: DepthInterval(from: 250, to: 250)).drawing.markup
        #expect(markup.contains(#"y="200" width="32" height="2" data-soil="use">"#))
    }

    @Test("the table says the same in words, with numbers, links and doubts")
    func table() throws {
        var sure = band("a", 0, 25, [.prohibited])
        sure.norms = ["n"]
        let column = SoilColumn(
            SoilProfile(bands: [sure, band("b", 12.5, nil, certain: false, known: false)]),
            links: { $0.norms.first.map { "/beleid/normen/\($0)" } })
        let text = column.table.markup
        #expect(text.contains(#"<a href="/beleid/normen/n">Laag a</a>"#))
        #expect(text.contains("van 0 tot 25 m"))
        #expect(text.contains("vanaf 12,5 m, tot hoe diep is niet bekend"))
        #expect(text.contains("Of deze plek erbij hoort, is niet zeker."))
        #expect(text.contains("Mag niet"))
        #expect(
            text.firstMatch(of: /soil-key soil-block">1</) != nil
                && text.firstMatch(of: /soil-key soil-thing">2</) != nil)
    }

    @Test("what is said of the drawing counts the layers and names the use")
    func spoken() {
        #expect(
            column([band("a", 0, 25)], use: DepthInterval(from: 60, to: 120)).spoken
                == "Een kolom van de bodem, van het maaiveld tot 2,0 km diep. Er is 1 laag met een bekende diepte; de tabel ernaast noemt ze. Het plan gebruikt de grond van 60 tot 120 m."
        )
        #expect(column([]).spoken.contains("Er is geen laag met een bekende diepte."))
        #expect(column([]).table.markup.contains("Van deze plek is geen laag met een diepte bekend."))
    }

    @Test("a drawing holds no style and no script, whatever the names are")
    func safe() {
        var hostile = band("a", 0, 25)
        hostile.title = #"<script>"&'"#
        let markup = column([hostile]).figure.markup
        #expect(!markup.contains("<script") && !markup.contains("style="))
        #expect(markup.contains("&lt;script&gt;&quot;&amp;&#39;"))
    }
}
