import Foundation
import HTTPTypes
import Testing

@testable import WebApp

@Suite("The page about a place") struct PlekTests {
    private func text(_ path: String, _ house: TestHouse = .meerstad, settings: SiteSettings = TestSite.settings)
        async throws -> String
    {
        let made = try TestSite(house, settings: settings)
        return try await made.test { client in
            let answer = try await Browser(client: client).get(path)
            #expect(answer.status == .ok)
            return answer.text
        }
    }

    @Test("a town is answered as a whole, under a banner, with nothing that is not known left out")
    func town() async throws {
        let text = try await text("/plek?kern=Noordwijk")
        #expect(text.contains("<h1>Noordwijk</h1>"))
        #expect(text.contains("Daarom gaat dit antwoord over het hele gebied. Het zegt niets over één perceel."))
        #expect(text.contains("Het moeras: er is geen kaart van."))
        #expect(text.contains("Over de ondergrond van deze plek is in Kompas niets bekend."))
    }

    @Test("a point is answered for the square kilometre around it while lines are sketches")
    func point() async throws {
        let text = try await text("/plek?x=203500&y=503500")
        #expect(text.contains("vierkant van 1 bij 1 kilometer"))
        // The same for every point in the square.
        let other = try await self.text("/plek?x=203010&y=503990")
        let body = { (page: String) in
            page.split(separator: "\n").filter { $0.contains("says-text") || $0.contains("lies-title") }
        }
        #expect(body(text) == body(other))
        #expect(!body(text).isEmpty)
    }

    @Test("every sentence has its source and a link to say that it is not right")
    func sources() async throws {
        for (path, house) in [("/plek?x=203500&y=503500", TestHouse.meerstad), ("/plek?kern=Emmen", .pv22)] {
            let text = try await text(path, house)
            let sentences = text.split(separator: #"<li class="says"#).dropFirst()
            #expect(sentences.count > 2)
            for sentence in sentences {
                let item = sentence.prefix(upTo: sentence.range(of: "</li>")?.lowerBound ?? sentence.endIndex)
                #expect(item.contains("Bron: <a href=\"/beleid/"))
                #expect(item.contains("Klopt dit niet?</a>"))
            }
        }
    }

    @Test("sentences that the page makes itself have at most twenty words")
    func short() async throws {
        let text = try await text("/plek?kern=Emmen", .pv22)
        let own = text.matches(of: /<p class="(?:lead|plek-more|says-source|note)"[^>]*>([^<]+)/).map { String($0.1) }
        for line in own {
            for sentence in line.split(whereSeparator: { ".!?:;".contains($0) }) {
                #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
            }
        }
        #expect(own.count > 3)
    }

    @Test("every term that is marked is explained at the end of the page")
    func terms() async throws {
        let text = try await text("/plek?kern=Emmen", .pv22)
        let marked = Set(text.matches(of: /<a class="term" href="([^"]+)"/).map { String($0.1) })
        let explained = Set(text.matches(of: /<dt><a href="([^"]+)"/).map { String($0.1) })
        #expect(!marked.isEmpty)
        // A word that two documents explain is explained twice.
        #expect(marked.isSubset(of: explained))
    }

    @Test("outside the house there is a sentence that says so, and a place that is not there is not found")
    func outside() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let letters = try await browser.get("/plek?x=abc&y=1")
            #expect(letters.status == .notFound && letters.text.contains("Deze getallen zijn geen plek in Nederland."))
            let gone = try await browser.get("/plek?kern=Atlantis")
            #expect(gone.status == .notFound)
            #expect(gone.text.contains("Er is geen plek met de naam \u{2018}Atlantis\u{2019}."))
            let outside = try await browser.get("/plek?x=150000&y=450000")
            #expect(outside.status == .notFound)
            #expect(outside.text.contains("ligt buiten het gebied van Bestuur van Meerstad"))
            let answer1 = try await browser.get("/plek?kern=Nergens")
            #expect(answer1.status == .notFound)
            let answer2 = try await browser.get("/plek?gebied=plas/Nergens")
            #expect(answer2.status == .notFound)
        }
    }

    @Test("what is typed leads to the place, or to a choice")
    func typed() async throws {
        let made = try TestSite()
        try await made.test { client in
            let browser = Browser(client: client)
            let answer3 = try await browser.get("/plek?zoek=noordwijk")
            #expect(answer3.location == "/plek?kern=Noordwijk")
            let answer4 = try await browser.get("/plek?zoek=203500,507500")
            #expect(answer4.location == "/plek?x=203500&y=507500")
            let answer5 = try await browser.get("/plek?zoek=oost")
            #expect(answer5.location == "/plekken?q=oost")
            #expect(try await browser.get("/plek").text.contains("Wat betekent het beleid voor mijn plek?"))
        }
    }

    @Test("who says that something is not right gets the sentence, the address and to whom to say it")
    func report() async throws {
        var settings = TestSite.settings
        settings.contact.email = "kompas@example.nl"
        settings.address = "https://kompas.example.nl"
        let text = try await text(
            "/plek/klopt-niet?kern=Noordwijk&zin=norm:oevers.loods.geen-nieuwe", settings: settings)
        #expect(text.contains("Het bestuur wil geen nieuwe loods voor boten op de oever."))
        #expect(text.contains("https://kompas.example.nl/plek?kern=Noordwijk"))
        #expect(text.contains("mailto:kompas@example.nl?subject="))
        // Nothing of the address gets on the page as it is.
        let hostile = try await self.text("/plek/klopt-niet?kern=Noordwijk&zin=%3Cscript%3E")
        #expect(!hostile.contains("<script>"))
        #expect(hostile.contains("Op deze server is nog geen adres ingesteld."))
    }
}
