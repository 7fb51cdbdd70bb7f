import HTTPTypes
import Reporting
import Testing

@testable import WebApp

@Suite("Searching in a browser")
struct BeleidSearchTests {
    private func get(_ path: String) async throws -> String {
        try await TestSite(.everyKind).test { client in
            let answer = try await Browser(client: client).get(path)
            #expect(answer.status == .ok)
            return answer.text
        }
    }

    @Test("Results have their kind, their document, and the words marked")
    func results() async throws {
        let text = try await get("/beleid/zoeken?q=steiger+melden")
        #expect(
            text.contains(
                #"<h3><a href="/beleid/normen/haven.steiger.melden">Een <mark>steiger</mark> <mark>melden</mark></a></h3>"#
            ))
        #expect(text.contains("Norm \u{B7} Havenbrief"))
        #expect(text.contains("Een resultaat heeft al uw woorden. Daarna komt wat er een deel van heeft."))
    }

    @Test("A filter is a choice with its count, and stays chosen")
    func filters() async throws {
        let text = try await get("/beleid/zoeken?q=steiger&soort=normen")
        #expect(text.contains(#"<option value="normen" selected>Normen (2)</option>"#))
        #expect(text.contains(#"<option value="havenbrief">Havenbrief (1)</option>"#))
        #expect(text.contains(#"<h2 class="result-count">2 resultaten</h2>"#))
        #expect(text.contains(#"<a href="/beleid/zoeken?q=steiger">Zonder filters zoeken</a>"#))
        let one = try await get("/beleid/zoeken?q=steiger&soort=normen&document=havenbrief&status=draft")
        #expect(one.contains(#"<h2 class="result-count">1 resultaat</h2>"#))
    }

    @Test("A typing error is told, and a filter that does not exist is no filter")
    func mistakes() async throws {
        #expect(
            try await get("/beleid/zoeken?q=stieger").contains(
                "\u{2018}stieger\u{2019} komt niet voor. Gezocht is naar \u{2018}steiger\u{2019}."))
        #expect(
            try await get("/beleid/zoeken?q=steiger&soort=onzin&status=onzin&document=onzin&pagina=-3")
                .contains(#"<h2 class="result-count">5 resultaten</h2>"#))
        #expect(try await get("/beleid/zoeken?q=loods&soort=onzin").contains("Zonder filters") == false)
    }

    @Test("Nothing found says what else to try; nothing asked asks nothing")
    func empty() async throws {
        let nothing = try await get("/beleid/zoeken?q=xyzzy")
        #expect(nothing.contains("Niets gevonden"))
        #expect(nothing.contains("Dat is geen toestemming"))
        let start = try await get("/beleid/zoeken")
        #expect(!start.contains("Niets gevonden"))
        #expect(!start.contains("<select"))
    }

    @Test("Pages around this one, with the first and the last")
    func pages() {
        #expect(SearchPages.around(1, of: 1) == [1])
        #expect(SearchPages.around(1, of: 9) == [1, 2, 3, 9])
        #expect(SearchPages.around(5, of: 9) == [1, 3, 4, 5, 6, 7, 9])
        #expect(SearchPages.around(9, of: 9) == [1, 7, 8, 9])
    }

    @Test("More results than fit on a page go on, each once")
    func paging() async throws {
        let made = try TestSite(.pv22)
        let pages = try await made.test { client in
            let browser = Browser(client: client)
            var pages: [String] = []
            for page in ["", "&pagina=2", "&pagina=3"] {
                pages.append(try await browser.get("/beleid/zoeken?q=beekdalen" + page).text)
            }
            return pages
        }
        let found = pages.map { page in page.matches(of: /<h3><a href="([^"]+)"/).map { String($0.1) } }
        #expect(found.map(\.count) == [20, 20, 16])
        #expect(Set(found.joined()).count == 56)
        #expect(pages[0].contains(#"<a href="/beleid/zoeken?q=beekdalen&amp;pagina=2" rel="next">Volgende</a>"#))
    }

    @Test("What is found in a frame leads to the place where it stands")
    func partsOfFrames() async throws {
        let made = try TestSite(.pv22)
        try await made.test { client in
            let browser = Browser(client: client)
            let parts = made.site.house.book.records.all.filter {
                [.statement, .criterion, .question, .outcome, .trigger, .principle].contains($0.kind)
            }
            #expect(parts.count > 50)
            for part in parts {
                let address = made.site.house.book.address(of: part.key)
                let pieces = address.split(separator: "#")
                let page = try await browser.get(String(pieces[0]))
                #expect(page.status == .ok, "\(address)")
                if pieces.count > 1 { #expect(page.text.contains("id=\"\(pieces[1])\""), "\(address)") }
            }
        }
    }
}
