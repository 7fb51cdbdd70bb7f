import CanonicalJSON
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import WebApp

/// In the invented water town two claims are certain, both on the two banks of 80 ha: no new boathouse, and a landing stage on
/// conditions. The lake lies at a depth, and without a plan there is none to hold against it.
@Suite("Where it rubs", .timeLimit(.minutes(5))) struct SchuurtTests {
    private func get(_ path: String) async throws -> Browser.Answer {
        let made = try TestSite()
        return try await made.test { client in try await KansenTests.ready(Browser(client: client), path) }
    }

    @Test("hectares by number of claims")
    func counts() async throws {
        let page = try await get("/schuurt")
        #expect(page.status == .ok)
        func hectares(_ label: String) throws -> String? {
            page.text.firstMatch(of: try Regex("<span>\(label)</span></th><td class=\"number\">([^<]*)</td>"))
                .map { String($0.output[1].substring ?? "") }
        }
        #expect(try hectares("2 claims") == "160")
        #expect(try hectares("1 claim") == "0")
        #expect(try hectares("Geen claims") == "9.840")
        #expect(page.text.contains("Het is een stapel en geen score"))
    }

    @Test("hot spots in order, with every claim and its policy")
    func spots() async throws {
        let page = try await get("/schuurt")
        let list = try #require(page.text.firstMatch(of: /(?s)<ol class="spots plain">.*?<\/ol>/)?.0)
        let counts = list.matches(of: /<span class="note">([^<]*)<\/span>/).map { String($0.1) }
        #expect(counts == ["2 claims op 80 ha", "2 claims op 80 ha"])
        #expect(
            list.contains(#"<a href="/beleid/normen/oevers.loods.geen-nieuwe">Geen nieuwe botenloods op de oever</a>"#))
    }

    @Test("a place tells which claims meet there")
    func here() async throws {
        let page = try await get("/schuurt?plek=201850,503950")
        #expect(page.text.contains("Hier komen 2 claims samen."))
        #expect(page.text.contains("<h3>Bescherming (1)</h3>"))
        #expect(page.text.contains("<h3>Kansen (1)</h3>"))
        let none = try await get("/schuurt?plek=200100,500100")
        #expect(none.text.contains("Hier komen 0 claims samen."))
        let wrong = try await get("/schuurt?cel=7")
        #expect(wrong.status == .badRequest)
        #expect(wrong.text.contains("Kies bij de maat van de cellen 100 of 25 meter."))
    }

    @Test("hot spots as GeoJSON, everything as JSON")
    func files() async throws {
        let spots = try JSONValue.parse(try await get("/schuurt/bestand/schuurt.geojson").text)
        let first = try #require(spots["features"]?.array?.first)
        #expect(first["properties"]?["claims"] == 2)
        #expect(first["properties"]?["hectares"] == 80)
        let all = try JSONValue.parse(try await get("/schuurt/bestand/schuurt.json").text)
        #expect(all["schema"] == "kompas/pressure/1")
        #expect(all["claims"]?.array?.count == 2)
    }
}
