import Accounts
import CanonicalJSON
import Casework
import Foundation
import Geometry
import Hummingbird
import PolicyModel
import Store
import Testing

@testable import WebApp

@Suite("Telling a plan step by step") struct StepTests {
    @Test("three steps lead from nothing to the sheet")
    func journey() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let what = try await browser.post(
                "/toets/nieuw",
                [("activiteit", "steiger"), ("titel", "Pier"), ("rol", "bedrijf"), ("verandering", "nieuw")])
            #expect(what.status == .seeOther)
            let id = try #require(PlanTelling.id(in: what.location))
            #expect(what.location == "/toets/\(id)/waar?onderdeel=1")
            let place = try await PlanTelling.send(
                .place, of: id, browser, [("plekken", PlanTelling.pier), ("diepte-van", "0"), ("diepte-tot", "2,5")])
            #expect(place.location == "/toets/\(id)/details?onderdeel=1")
            let details = try await PlanTelling.send(
                .details, of: id, browser, [("eigenschap-lengte", "12,5"), ("eigenschap-ligplaats", "vast")])
            #expect(details.location == "/toets/\(id)")
            let sheet = try await browser.get("/toets/\(id)")
            #expect(sheet.status == .ok)
            #expect(sheet.text.contains("<h1>Pier</h1>"))
            let draft = try await made.draft(id)
            #expect(draft.initiatorRole == "bedrijf")
            #expect(draft.parts[0].change == .nieuw)
            #expect(draft.parts[0].use == DepthInterval(from: 0, to: 2.5))
            #expect(draft.parts[0].properties == ["lengte": ["value": 12.5, "unit": "m"], "ligplaats": "vast"])
            #expect(draft.parts[0].geometry["type"] == "Polygon")
        }
    }

    @Test("searching shows what is found, keeps what was typed and saves nothing")
    func search() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let found = try await browser.post(
                "/toets/nieuw",
                [("zoek", "tuinvlot"), ("titel", "Mijn <plan>"), ("activiteit", "varen"), ("actie", "zoek")])
            #expect(found.status == .ok)
            #expect(found.text.contains("Drijvende tuin aanleggen"))
            #expect(found.text.contains("value=\"varen\" checked"))
            #expect(found.text.contains("value=\"Mijn &lt;plan&gt;\""))
            let nothing = try await browser.post("/toets/nieuw", [("zoek", "qqqq"), ("actie", "zoek")])
            #expect(nothing.text.contains("Bij ‘qqqq’ is niets gevonden."))
            #expect(try await browser.get("/toets").text.contains("U hebt nog geen plan."))
        }
    }

    @Test("the list of all activities has each of them once")
    func list() async throws {
        let made = try TestSite()
        try await made.test { client in
            let page = try await Browser(client: client).post("/toets/nieuw", [("actie", "lijst")]).text
            for activity in made.site.house.house.activities {
                #expect(page.matches(of: try Regex("name=\"activiteit\" value=\"\(activity.id)\"")).count == 1)
            }
        }
    }

    @Test("without an activity the step says so, above and at the field, and keeps the rest")
    func noActivity() async throws {
        let made = try TestSite()
        try await made.test { client in
            let answer = try await Browser(client: client).post("/toets/nieuw", [("titel", "Pier"), ("rol", "rijk")])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("<li><a href=\"#zoek\">Kies ten minste één activiteit."))
            #expect(answer.text.contains("id=\"zoek-fout\""))
            #expect(answer.text.contains("value=\"Pier\""))
        }
    }

    @Test("what is wrong is told at once, at each field, and what is right is kept")
    func wrong() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let place = try await PlanTelling.send(
                .place, of: id, browser,
                [
                    ("plekken", "vlak\n203000, 503850\nhier"), ("straal", "groot"), ("diepte-van", "5"),
                    ("diepte-tot", "2"),
                ])
            #expect(place.status == .unprocessableContent)
            for field in ["plekken", "straal", "diepte-tot"] {
                #expect(place.text.contains("<a href=\"#\(field)\">"), "\(field)")
                #expect(place.text.contains("id=\"\(field)-fout\""), "\(field)")
            }
            #expect(place.text.contains("203000, 503850\nhier"))
            #expect(try await made.draft(id).parts[0].hasPlace)
            let details = try await PlanTelling.send(
                .details, of: id, browser,
                [("eigenschap-lengte", "lang"), ("eigenschap-ligplaats", "los"), ("duur", "kort"), ("fase", "aanleg")])
            #expect(details.status == .unprocessableContent)
            #expect(details.text.contains("Schrijf bij \u{2018}Lengte\u{2019} een getal, bijvoorbeeld 12,5."))
            #expect(details.text.contains("value=\"lang\""))
            let draft = try await made.draft(id)
            #expect(draft.parts[0].properties == ["ligplaats": "los"])
            #expect(draft.parts[0].phase == .aanleg)
        }
    }

    @Test("who takes the initiative is one of those that the page offers")
    func role() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let steps: [(String, String?)] = [
                ("inwoner", "inwoner"), ("Jan de Vries, Dorpsstraat 1", "inwoner"), ("bedrijf", "bedrijf"), ("", nil),
                ("koning", nil),
            ]
            for (given, kept) in steps {
                _ = try await PlanTelling.send(.what, of: id, browser, [("activiteit", "steiger"), ("rol", given)])
                #expect(try await made.draft(id).initiatorRole == kept, "\(given)")
            }
        }
    }

    @Test("a circle around very many points is refused with what to do; a smaller one is drawn")
    func circle() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            // Four hundred points, a metre apart in a square.
            let points = (0..<400).map { "[\(203_000 + $0 % 20),\(503_850 + $0 / 20)]" }.joined(separator: ",")
            let shape = "{\"type\":\"MultiPoint\",\"coordinates\":[\(points)]}"
            let id = try await PlanTelling.plan(browser, place: shape)
            let refused = try await PlanTelling.send(.place, of: id, browser, [("straal", "1000")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("De plek heeft te veel punten voor een cirkel van deze grootte."))
            #expect(try await made.draft(id).parts[0].geometry["type"] == "MultiPoint")
            let drawn = try await PlanTelling.send(.place, of: id, browser, [("straal", "1")])
            #expect(drawn.status == .seeOther)
            #expect(try await made.draft(id).parts[0].geometry["type"] == "Polygon")
        }
    }

    @Test("pairs are counted by squares of two radii: never too few")
    func pairs() throws {
        let row = (0..<4).map { Position(x: Double($0) * 10, y: 0) }
        // In one square: all four with all four.
        #expect(CircleWork.pairs(row, radius: 100) == 16)
        // Each in a square of its own, with the ones beside it.
        #expect(CircleWork.pairs(row, radius: 5) == 10)
        #expect(CircleWork.pairs(row, radius: 1) == 4)
        let line = try Shape.line((0..<10_001).map { Position(x: 200_000 + Double($0), y: 500_000) })
        #expect(try CircleWork.isTooMuch(line, radius: 0.1))
        let short = try Shape.line((0..<1_000).map { Position(x: 200_000 + Double($0), y: 500_000) })
        #expect(try !CircleWork.isTooMuch(short, radius: 100))
    }

    @Test("a shape that is shown only is written anew: what else stood in it does not reach the page")
    func shapeInPage() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = try await made.browser("initiatief", roles: [.initiator], client: client)
            // A comb with more corners than the field shows.
            let teeth = (0...2_100).map { "[\(203_000 + $0),\($0 % 2 == 0 ? 503_900 : 503_950)]" }
            let ring = (teeth + ["[205100,503800]", "[203000,503800]", teeth[0]]).joined(separator: ",")
            let input = try JSONValue.parse(
                #"""
                {"type":"Feature","properties":{"activities":["steiger"]},"geometry":{"type":"Polygon",
                 "coordinates":[[\#(ring)]],"note":"</script><b>kwaad</b>"}}
                """#)
            try await made.site.store.insert(
                Plan(
                    id: "plan-met-streken", owner: "id-initiatief", title: "", input: input, createdAt: TestSite.moment,
                    updatedAt: TestSite.moment))
            let text = try await browser.get("/toets/plan-met-streken/waar").text
            #expect(text.contains("id=\"plan-vorm\">{") && text.contains("[203001,503950]"))
            #expect(!text.contains("kwaad"))
        }
    }

    @Test("a sheet that cannot be made leads to the step in which something is missing")
    func incomplete() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let first = try await browser.post("/toets/nieuw", [("activiteit", "steiger")])
            let id = try #require(PlanTelling.id(in: first.location))
            let sheet = try await browser.get("/toets/\(id)")
            #expect(sheet.location == "/toets/\(id)/waar?onderdeel=1&controle=ja")
            let step = try await browser.get(try #require(sheet.location))
            #expect(step.text.contains("Wijs aan waar het plan komt: een punt, een lijn of een vlak."))
        }
    }

    @Test("a place outside the house is told at the step about the place")
    func outside() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser, place: "150000, 450000")
            let sheet = try await browser.get("/toets/\(id)")
            let step = try await browser.get(try #require(sheet.location))
            #expect(step.text.contains("De plek ligt buiten het gebied van"))
            #expect(step.text.contains("id=\"plekken-fout\""))
        }
    }

    @Test("a place that was chosen elsewhere goes along")
    func startPlace() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let page = try await browser.get("/toets/nieuw?kern=Noordwijk").text
            #expect(page.contains("De plek is al gekozen: <strong>Noordwijk</strong>"))
            let start = PlanTelling.value(of: "beginplek", in: page)
            let sent = try await browser.post(
                "/toets/nieuw", [("activiteit", "steiger"), ("beginplek", start)])
            let draft = try await made.draft(try #require(PlanTelling.id(in: sent.location)))
            #expect(draft.parts[0].placeNote == "Noordwijk")
            #expect(draft.parts[0].geometry["type"] == "Polygon")
        }
    }

    @Test("a town is taken over only when that is asked, and a radius makes a circle of a point")
    func placeNames() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let found = try await PlanTelling.send(
                .place, of: id, browser, [("plaats", "noordwijk"), ("actie", "zoek"), ("plekken", PlanTelling.pier)])
            #expect(found.text.contains("value=\"kern=Noordwijk\" checked"))
            #expect(found.text.contains("data-view=\"203500 507500 "))
            _ = try await PlanTelling.send(
                .place, of: id, browser, [("plaats-keuze", "kern=Noordwijk"), ("plekken", PlanTelling.pier)])
            #expect(try await made.draft(id).parts[0].placeNote == nil)
            let taken = try await PlanTelling.send(
                .place, of: id, browser, [("plaats-keuze", "kern=Noordwijk"), ("actie", "neem")])
            #expect(taken.location == "/toets/\(id)/waar?onderdeel=1")
            #expect(try await made.draft(id).parts[0].placeNote == "Noordwijk")
            _ = try await PlanTelling.send(.place, of: id, browser, [("plekken", "203500, 505000"), ("straal", "100")])
            let circle = try await made.draft(id).parts[0]
            #expect(circle.geometry["type"] == "Polygon")
            #expect(circle.placeNote == "Met een straal van 100 m")
        }
    }

    @Test("details ask only what rules wait for")
    func asked() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let page = try await browser.get("/toets/\(id)/details").text
            #expect(page.contains("id=\"eigenschap-lengte\""))
            #expect(!page.contains("eigenschap-watertemperatuur"))
        }
    }

    @Test("parts come and go; each step says which one it is about")
    func parts() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let id = try await PlanTelling.plan(browser)
            let added = try await PlanTelling.send(
                .what, of: id, browser,
                [("activiteit", "steiger"), ("titel", "Nieuwe steiger"), ("actie", "onderdeel-erbij")])
            #expect(added.location == "/toets/\(id)/wat?onderdeel=2")
            let page = try await browser.get("/toets/\(id)/wat?onderdeel=2").text
            #expect(page.contains("Deze bladzijde gaat over: <strong>Onderdeel 2</strong>"))
            let second = try await PlanTelling.send(
                .what, of: id, browser, page: page, [("activiteit", "varen"), ("titel", "Nieuwe steiger")])
            #expect(second.location == "/toets/\(id)/waar?onderdeel=2")
            #expect(try await made.draft(id).parts.map(\.activities) == [["steiger"], ["varen"]])
            let removed = try await browser.post(
                "/toets/\(id)/onderdeel-weg", from: "/toets/\(id)/onderdeel-weg?onderdeel=1", [("onderdeel", "1")])
            #expect(removed.status == .seeOther)
            #expect(try await made.draft(id).parts.map(\.activities) == [["varen"]])
        }
    }
}
