import HTTPTypes
import Reporting
import Testing

@testable import WebApp

@Suite("The page with the map") struct KaartTests {
    private func text(_ path: String, _ house: TestHouse = .meerstad) async throws -> String {
        let made = try TestSite(house)
        return try await made.test { client in
            let answer = try await Browser(client: client).get(path)
            #expect(answer.status == .ok)
            return answer.text
        }
    }

    @Test("every layer stands in the legend with a box and its policy, and what has no map as well")
    func legend() async throws {
        let text = try await text("/kaart")
        for id in ["plas", "oever", "vaarweg", "buren", "wijken"] {
            #expect(text.contains(#"<input type="checkbox" name="lagen" id="laag-\#(id)""#))
            #expect(text.contains(#"<a href="/beleid/aanduidingen/\#(id)">Beleid"#))
        }
        #expect(text.contains("1 zonder kaart"))
        // The function of a place is on from the start.
        #expect(text.contains(#"value="plas" checked"#))
    }

    @Test("the address says which layers are on, at most seven, and unknown ones are read over")
    func layers() async throws {
        let text = try await text("/kaart?lagen=oever,nergens&lagen=vaarweg")
        #expect(text.contains(#"data-layers="oever vaarweg""#))
        #expect(!text.contains(#"value="plas" checked"#))
        let ids = try TestSite(.pv22).site.house.catalogue.items.prefix(9).map(\.id).joined(separator: ",")
        let full = try await self.text("/kaart?lagen=\(ids)", .pv22)
        #expect(full.contains("Er kunnen 7 kaartlagen tegelijk aan staan."))
        #expect(full.matches(of: /name="lagen"[^>]* checked/).count == 7)
    }

    @Test("depth leaves layers of the other part out")
    func depth() async throws {
        let below = try await text("/kaart?diepte=onder", .pv22)
        let above = try await text("/kaart?diepte=boven", .pv22)
        #expect(below.contains("laag-zoutkoepels") && !below.contains("laag-beekdalen"))
        #expect(above.contains("laag-beekdalen") && !above.contains("laag-zoutkoepels"))
    }

    @Test("a place gives the list of what lies there, without any script")
    func place() async throws {
        for path in ["/kaart?plek=203500,503950", "/kaart?gebied=plas/Grote%20plas"] {
            let text = try await text(path)
            #expect(text.contains("Hier ligt"))
            #expect(text.contains(#"<a href="/beleid/aanduidingen/plas">De plas</a>: Grote plas"#))
            #expect(text.contains("data-chosen="))
            #expect(text.contains("house-chosen"))
        }
        let outside = try await text("/kaart?plek=150000,450000")
        #expect(outside.contains("ligt buiten het gebied van Bestuur van Meerstad"))
        let unclear = try await text("/kaart?plek=oost")
        #expect(unclear.contains("Bedoelt u Oostoever (De oever), Oosterbuur (buurgebied)?"))
    }

    @Test("the view of the address is the view of the map")
    func view() async throws {
        #expect(try await text("/kaart?x=203000&y=504000&z=9.5").contains(#"data-view="203000.0 504000.0 9.5""#))
        #expect(try await text("/kaart?x=hier&y=504000").contains(#"data-view="""#))
    }

    @Test("the first page has two doors, one field, and is small")
    func home() async throws {
        let text = try await text("/", .pv22)
        #expect(text.contains("Wat betekent dit voor mijn plek?") && text.contains("Ik heb een plan"))
        #expect(text.contains(#"<svg class="house-map""#))
        #expect(text.utf8.count < 60_000)
        #expect(!text.contains("/vendor/ol.js"))
    }
}
