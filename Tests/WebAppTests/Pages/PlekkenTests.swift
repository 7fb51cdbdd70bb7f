import CanonicalJSON
import HTTPTypes
import Testing

@testable import WebApp

@Suite("Finding a place") struct PlekkenTests {
    private func results(_ browser: Browser, _ query: String) async throws -> JSONValue {
        try JSONValue.parse(
            try await browser.get("/plekken?q=\(PlaceAddress.encoded(query))", headers: [.accept: "application/json"])
                .text)
    }

    @Test("names complete as one types, with what they are and where they lead")
    func names() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let found = try await results(browser, "noor")
            #expect(
                found["results"] == [
                    ["alias": .null, "kind": "kern", "label": "Noordwijk", "query": "kern=Noordwijk"]
                ])
            let area = try await results(browser, "meerstad")
            #expect(area["results"]?[0]?["alias"] == "Plas van Meerstad")
            #expect(area["results"]?[0]?["query"] == "gebied=plas/Grote%20plas")
        }
    }

    @Test("coordinates are a place, outside the house a sentence, and other numbers another one")
    func coordinates() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            #expect(try await results(browser, "203500, 507500")["results"]?[0]?["query"] == "x=203500&y=507500")
            let outside = try await results(browser, "150000, 450000")
            #expect(outside["results"] == [])
            #expect(
                outside["message"]?.string?.hasPrefix(
                    "De plek 150000, 450000 ligt buiten het gebied van Bestuur van Meerstad.") == true)
            #expect(
                try await results(browser, "12, 13")["message"]?.string?.hasPrefix(
                    "Deze getallen zijn geen plek in Nederland.") == true)
        }
    }

    @Test("one place is gone to at once, others are a choice, and for nothing there is advice")
    func page() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let answer1 = try await browser.get("/plekken?q=noordwijk")
            #expect(answer1.location == "/plek?kern=Noordwijk")
            let answer2 = try await browser.get("/plekken?q=noordwijk&naar=/kaart")
            #expect(answer2.location == "/kaart?kern=Noordwijk")
            // Only to pages that take a place.
            let answer3 = try await browser.get("/plekken?q=noordwijk&naar=//elders.nl")
            #expect(answer3.location == "/plek?kern=Noordwijk")
            let choice = try await browser.get("/plekken?q=oost").text
            #expect(choice.contains("Bedoelt u een van deze?"))
            #expect(choice.contains(#"<a href="/plek?gebied=oever/Oostoever">Oostoever</a>"#))
            let nothing = try await browser.get("/plekken?q=%3Cb%3Exyzzy").text
            #expect(nothing.contains("Er is geen plek met de naam ‘&lt;b&gt;xyzzy’."))
        }
    }

    @Test("one field over everything shows places, and the way to policy")
    func everything() async throws {
        let made = try TestSite()
        try await made.test { client in
            let text = try await Browser(client: client).get("/zoeken?q=noordwijk").text
            #expect(text.contains(#"<a href="/plek?kern=Noordwijk">Noordwijk</a>"#))
            #expect(text.contains("/beleid/zoeken?q=noordwijk"))
        }
    }
}
