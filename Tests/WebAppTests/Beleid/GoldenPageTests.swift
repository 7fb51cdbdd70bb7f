import Foundation
import HTTPTypes
import KompasTesting
import Testing

@testable import WebApp

/// The content of one page of each kind, on the invented town with a record of every kind.
@Suite("Golden pages of the policy house")
struct GoldenPageTests {
    static let pages: [(path: String, name: String)] = [
        ("/beleid", "house"), ("/beleid/zoeken?q=steigers", "search"), ("/beleid/zoeken?q=xyzzy", "search-empty"),
        ("/beleid/zoeken", "search-start"), ("/beleid/spanningen", "tensions"), ("/beleid/dekking", "coverage"),
        ("/begrippen", "glossary"), ("/over", "about"), ("/api", "api"), ("/toegankelijkheid", "accessibility"),
        ("/privacy", "privacy"),
        ("/beleid/normen", "norms"), ("/beleid/normen/haven.loods.opknappen", "norm"),
        ("/beleid/normen/oevers.steiger.vrije-vaarweg", "norm-conditions"), ("/beleid/documenten", "documents"),
        ("/beleid/documenten/waterplan", "document"), ("/beleid/documenten/keur", "document-not-loaded"),
        ("/beleid/aanduidingen", "designations"), ("/beleid/aanduidingen/oever", "designation"),
        ("/beleid/kaartlagen/oever", "layer"), ("/beleid/activiteiten", "activities"),
        ("/beleid/activiteiten/botenloods", "activity"), ("/beleid/eigenschappen/lengte", "property"),
        ("/beleid/functies/water", "function"), ("/begrippen/vaarweg", "term"), ("/beleid/doelen", "goals"),
        ("/beleid/doelen/rustige-oevers", "goal"), ("/beleid/rollen/gastheer", "role"),
        ("/beleid/kaders/rust-en-ruimte", "frame"), ("/beleid/kaders/rust-en-ruimte/ruimte", "principle"),
        ("/beleid/volgordes/op-de-plas", "use-ranking"), ("/beleid/ladders/steigerplek", "place-ladder"),
        ("/beleid/afspraken/vrije-vaarweg", "agreement"), ("/beleid/inbreng/inbreng-oever", "contribution"),
        ("/beleid/tegenstrijdigheden", "inconsistencies"), ("/beleid/tegenstrijdigheden/omtrek", "inconsistency"),
        ("/beleid/verwijzingen/keur-verwijzing", "signpost"), ("/beleid/cijfers/plas-omtrek.havenbrief", "figure"),
        ("/beleid/opgaven/te-druk", "issue"), ("/beleid/programmas/schone-kade", "programme"),
        ("/beleid/instrumenten/uitnodigen", "instrument"), ("/beleid/indicatoren/stille-dagen", "indicator"),
        ("/kansen", "opportunity-start"),
        (
            "/kansen?activiteit=drijvende-tuin&diepte-van=0&diepte-tot=1&plek=204010,503420&vanaf=204000,504000",
            "opportunity"
        ),
        ("/schuurt?plek=204010,503420", "pressure"),
        ("/beleid/momenten/drukte-2", "cycle-moment"), ("/beleid/vragen/zicht-op-vaarweg", "open-question"),
    ]

    @Test("The content of a page is as it was read", arguments: pages.map(\.name))
    func golden(_ name: String) async throws {
        let path = try #require(Self.pages.first { $0.name == name }?.path)
        let made = try TestSite(.everyKind, sources: PackageRoot.url("Tests/Fixtures/house-test/texts"))
        let page = try await made.test { try await KansenTests.ready(Browser(client: $0), path) }
        #expect(page.status == .ok)
        let content = try #require(page.text.firstMatch(of: /(?s)<main[^>]*>(.*)<\/main>/)?.1)
        let difference = try GoldenFile("Pages/\(name).html", file: #filePath)
            .difference(
                from: Self.withoutShapes(String(content)).trimmingCharacters(in: .whitespacesAndNewlines) + "\n")
        #expect(difference == nil)
    }

    /// The shapes of the signs and the lines of maps are tested where they are made.
    private static func withoutShapes(_ text: String) -> String {
        text.replacing(/(?s)<svg class="symbols".*?<\/svg>/, with: "(signs)")
            .replacing(/(?s)<svg class="house-map"([^>]*)>.*?<\/svg>/) { match in "(map\(match.1))" }
    }
}
