import CanonicalJSON
import Casework
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import WebApp

/// On the invented water town, 10 by 10 km in cells of 100 m: a hectare is a cell.
@Suite("Where does it fit", .timeLimit(.minutes(5))) struct KansenTests {
    /// On the water: the lake lies at a depth of 0 to 8 m, so a plan must tell its own.
    private static let garden = "activiteit=drijvende-tuin&diepte-van=0&diepte-tot=1"

    private func get(_ path: String, _ house: TestHouse = .meerstad) async throws -> Browser.Answer {
        let made = try TestSite(house)
        return try await made.test { client in try await Self.ready(Browser(client: client), path) }
    }

    /// The page once the map is there.
    static func ready(_ browser: Browser, _ path: String) async throws -> Browser.Answer {
        for _ in 0..<600 {
            let answer = try await browser.get(path)
            if !answer.text.contains(#"id="stand""#) { return answer }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw NeverReady()
    }
    struct NeverReady: Error {}

    private func row(_ label: String, _ text: String) throws -> [String]? {
        text.firstMatch(of: try Regex("<span>\(NSRegularExpression.escapedPattern(for: label))</span></th>(.*?)</tr>"))
            .map { found in
                String(found.output[1].substring ?? "").matches(of: /<td class="number">([^<]*)<\/td>/).map {
                    String($0.1)
                }
            }
    }

    @Test("without an activity the page offers a search and examples out of the house")
    func empty() async throws {
        let page = try await get("/kansen")
        #expect(page.status == .ok)
        #expect(page.text.contains("Wat wilt u doen?"))
        // Two rules name the garden, one of them in a place that no layer draws.
        #expect(page.text.contains(#"<a href="/kansen?activiteit=drijvende-tuin">Drijvende tuin aanleggen</a>"#))
    }

    @Test("activities are found by everyday words, as in the plan wizard")
    func search() async throws {
        let page = try await get("/kansen?zoek=tuinvlot&actie=zoek")
        #expect(page.text.contains(#"name="activiteit" value="drijvende-tuin""#))
        let missed = try await get("/kansen?zoek=xyzzy&actie=zoek")
        #expect(missed.text.contains("Bij ‘xyzzy’ is niets gevonden."))
        let none = try await get("/kansen?zoek=&actie=toon")
        #expect(none.status == .badRequest)
        #expect(none.text.contains("Kies ten minste één activiteit."))
    }

    // The lake is 40 by 40 cells. The fairway takes two rows of it; it is known up to 1000 m around, so ten rows on either
    // side are certain and nine on either side are not.
    @Test("hectares of each class, with what the cells may make them off")
    func hectares() async throws {
        let page = try await get("/kansen?\(Self.garden)")
        #expect(page.status == .ok)
        // Two blocks of 40 by 10: 96 cells inside and 100 outside at the edge of each; half of 392.
        #expect(try row("Aangemoedigd", page.text) == ["800", "196", "8,0 %"])
        #expect(try row("Onbeslist: aangemoedigd", page.text)?.first == "720")
        #expect(try row("Geen gegevens", page.text)?.first == "720")
        #expect(page.text.contains("van 10.000 ha in het hele gebied"))
        // No layer draws the marsh: the same everywhere, so beside the map.
        #expect(page.text.contains("Voornemen (onbeslist)") || page.text.contains("Voornemen: "))
        #expect(page.text.contains(#"<a href="/beleid/normen/haven.tuin.zoeken">Een plek zoeken voor tuinen</a>"#))
    }

    @Test("the legend tells what goes before what, with a swatch and hectares of the picture")
    func legend() async throws {
        let page = try await get("/kansen?\(Self.garden)")
        let legend = try #require(page.text.firstMatch(of: /(?s)<ol class="map-legend plain">(.*?)<\/ol>/)?.1)
        let labels = legend.matches(of: /<a [^>]*>([^<]*)<\/a>/).map { String($0.1) }
        #expect(labels == ["Aangemoedigd", "Onbeslist: aangemoedigd"])
        #expect(legend.contains("/kansen/vlak/encouraged.png"))
        #expect(legend.contains("/kansen/vlak/encouraged-onbeslist.png"))
        #expect(page.text.contains("Dat is de leesvolgorde van het beleid"))
        let certain = try await get("/kansen?\(Self.garden)&toon=zeker")
        #expect(
            !certain.text.contains(
                "/kansen/vlak/encouraged-onbeslist.png\" alt=\"\" width=\"36\" height=\"24\"><span class=\"legend-label\">"
            ))
        #expect(certain.text.contains("Alleen wat zeker geldt is getekend"))
    }

    @Test("only what rules wait for is asked, and a depth where something lies at one")
    func asked() async throws {
        let garden = try await get("/kansen?activiteit=drijvende-tuin")
        #expect(garden.text.contains(#"name="diepte-van""#))
        #expect(!garden.text.contains(#"name="fase""#))
        // Untold, every cell of the lake outside the fairway waits for it.
        #expect(try row("Onbeslist: aangemoedigd", garden.text)?.first == "1.520")
        let water = try await get("/kansen?activiteit=lozen")
        #expect(water.text.contains(#"name="eigenschap-watertemperatuur""#))
        #expect(!water.text.contains(#"name="eigenschap-lengte""#))
    }

    @Test("hectares are divided over rings around towns")
    func zones() async throws {
        let page = try await get("/kansen?\(Self.garden)&verdeling=kern")
        // The quarter is 10 by 10 cells and lies a kilometre north of the lake.
        #expect(
            page.text.contains(
                #"<tr><th scope="row">Binnen een kern</th><td class="number">100</td><td class="number">0</td>"#))
        #expect(page.text.contains("Hectares per afstand tot een kern"))
        #expect(!page.text.contains("verdeling=gemeente"))
    }

    @Test(
        "what is wrong is told once, in one sentence",
        arguments: [
            ("activiteit=nergens", "De activiteit ‘nergens’ staat niet in dit beleid."),
            ("activiteit=steiger&oppervlakte=veel", "Een oppervlakte is een getal van 0,01 tot 10.000 ha."),
            ("activiteit=steiger&oppervlakte=0", "Een oppervlakte is een getal van 0,01 tot 10.000 ha."),
            ("activiteit=steiger&cel=7", "Kies bij de maat van de cellen 100, 25 of 10 meter."),
            ("activiteit=steiger&dag=morgen", "‘morgen’ is geen dag."),
            ("activiteit=boren&diepte-van=20&diepte-tot=5", "De ondiepe grens (20 m) ligt onder de diepe (5 m)."),
            ("activiteit=steiger&eigenschap-lengte=lang", "Schrijf bij ‘Lengte’ een getal"),
            ("activiteit=steiger&eigenschap-kleur=rood", "De eigenschap ‘kleur’ staat niet in dit beleid."),
            ("activiteit=steiger&toon=mooi", "‘mooi’ kan niet worden getoond."),
            ("activiteit=steiger&verandering=groter", "Kies bij ‘Wat voor verandering is het?’ uit de lijst."),
            ("activiteit=steiger&verdeling=straat", "Kies bij de verdeling gemeente, regio of kern."),
            ("activiteit=steiger&anders-cel=25", "‘cel’ kan in de tweede variant niet anders zijn."),
            (
                "activiteit=lozen&eigenschap-watertemperatuur=20&anders-eigenschap-watertemperatuur=20",
                "De tweede variant is gelijk aan de eerste."
            ),
        ])
    func mistakes(_ query: String, _ message: String) async throws {
        let page = try await get("/kansen?\(query)")
        #expect(page.status == .badRequest)
        let summary = try #require(page.text.firstMatch(of: /(?s)<div class="errors".*?<\/div>/)?.0)
        #expect(summary.contains(message))
        #expect(summary.matches(of: /<li>/).count == 1)
    }

    @Test("one question has one address, and that address keeps everything")
    func permalink() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let untidy = try await browser.get(
                "/kansen?cel=100&zoek=&actie=toon&oppervlakte=5,0&toon=zeker&activiteit=drijvende-tuin&fase=&dag=2026-11-21&plek=204000,%20503450"
            )
            #expect(untidy.status == .seeOther)
            let address = try #require(untidy.location)
            #expect(
                address
                    == "/kansen?activiteit=drijvende-tuin&oppervlakte=5&dag=21-11-2026&toon=zeker&plek=204000,%20503450"
            )
            let page = try await Self.ready(browser, address)
            #expect(page.status == .ok)
            #expect(page.text.contains("Een cirkel van 5 ha, cellen van 100 m, beleid van 21 november 2026."))
            #expect(page.text.contains("Waarom hier?"))
        }
    }

    @Test("a place tells why: the assessment of the plan there")
    func why() async throws {
        let page = try await get("/kansen?\(Self.garden)&plek=204010,503420")
        #expect(page.text.contains("(RD 204050, 503450)"))
        #expect(page.text.contains("Dit geldt hier"))
        let section = try #require(page.text.firstMatch(of: /(?s)<section class="kansen-why".*?<\/section>/)?.0)
        #expect(
            section.contains(
                #"<a href="/beleid/normen/oevers.tuin.aanmoedigen">Drijvende tuinen buiten de vaarweg</a>"#))
        #expect(section.contains("/toets/nieuw?x=204050&amp;y=503450&amp;activiteit=drijvende-tuin"))
        // In the fairway nothing of it applies.
        let fairway = try await get("/kansen?\(Self.garden)&plek=204010,504020")
        #expect(
            fairway.text.contains(
                "Geen regel over deze plek houdt het plan tegen of stuurt het. Dat is geen toestemming."))
        let outside = try await get("/kansen?\(Self.garden)&plek=199000,504020")
        #expect(outside.text.contains("ligt buiten het gebied"))
    }

    @Test("the nearest places where it fits, and what no place cures")
    func nearest() async throws {
        // From the middle of the western bank, 200 m wide. Its line may lie 50 m off, which holds for cells whose middle is
        // 50 m away; the next middle is 250 m from here, and half a cell up or down.
        let page = try await get("/kansen?activiteit=botenloods&verandering=nieuw&vanaf=201900,504000")
        let table = try #require(page.text.firstMatch(of: /(?s)<table class="nearest">.*?<\/table>/)?.0)
        #expect(table.matches(of: /<tr><th scope="row">/).count == 5)
        #expect(table.contains(#"<td class="number">255 m</td>"#))
        #expect(table.contains("plek=201650,504050"))
        // The lake with all around it but the banks hangs together.
        let areas = try #require(page.text.firstMatch(of: /(?s)<table class="areas">.*?<\/table>/)?.0)
        #expect(areas.contains(#"<td class="number">9.672</td>"#))
        // Warm water is unwanted wherever it is let go.
        let warm = try await get("/kansen?activiteit=lozen&eigenschap-watertemperatuur=40&vanaf=204000,504000")
        #expect(warm.text.contains("Er is geen plek waar het zeker past."))
        #expect(warm.text.contains("Dit lost geen plek op"))
        #expect(
            warm.text.contains(
                #"Ongewenst: <a href="/beleid/normen/diepte.lozen.warm-water">Liever geen warm water lozen</a>"#))
    }

    @Test("two variants: hectares that change class, and where it fits in one alone")
    func variants() async throws {
        let page = try await get(
            "/kansen?activiteit=lozen&eigenschap-watertemperatuur=20&anders-eigenschap-watertemperatuur=40")
        #expect(page.status == .ok)
        #expect(page.text.contains("10.000 ha verandert van klasse, 100 % van het gebied."))
        #expect(page.text.contains("watertemperatuur 40 °C"))
        #expect(page.text.matches(of: /class="kompas-map"/).count == 3)
        let lost = try #require(
            page.text.firstMatch(of: /Past alleen in de eerste variant<\/span><span class="number">([^<]*) ha/)?.1)
        #expect(lost == "10.000")
        #expect(
            try row("Ongewenst", String(page.text.split(separator: "vergelijk-titel").last ?? "")) == [
                "0", "10.000", "10.000", "0",
            ])
    }

    @Test("a sheet where something is kept out leads to the nearest place where it fits")
    func fromSheet() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let started = try await browser.post(
                "/toets/nieuw",
                [("activiteit", "botenloods"), ("verandering", "nieuw"), ("actie", "verder"), ("onderdeel", "1")])
            let plan = try #require(PlanTelling.id(in: started.location))
            _ = try await PlanTelling.send(.place, of: plan, browser, [("plekken", "201900, 504000")])
            _ = try await PlanTelling.send(.details, of: plan, browser, [])
            let sheet = try await browser.get("/toets/\(plan)")
            #expect(
                sheet.text.contains(
                    #"<a href="/kansen?activiteit=botenloods&amp;verandering=nieuw&amp;dag=20-11-2026&amp;vanaf=201900,504000#dichtstbij">"#
                ))
        }
    }
}
