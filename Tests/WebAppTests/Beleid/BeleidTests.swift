import Foundation
import HTTPTypes
import KompasTesting
import Testing

@testable import WebApp

@Suite("The policy house in a browser")
struct BeleidTests {
    private static let texts = PackageRoot.url("Tests/Fixtures/house-test/texts")

    private func get(
        _ path: String, sources: URL? = texts, headers: HTTPFields = [:]
    ) async throws -> Browser.Answer {
        try await TestSite(.everyKind, sources: sources).test {
            try await Browser(client: $0).get(path, headers: headers)
        }
    }

    @Test("A norm says what it does, how far it binds, where and when it holds, and where it stands")
    func norm() async throws {
        let text = try await get("/beleid/normen/oevers.steiger.vrije-vaarweg").text
        #expect(text.contains("<h1>Steiger mits de vaarweg vrij blijft</h1>"))
        #expect(text.contains("<strong>Ja mits</strong>"))
        #expect(text.contains("<dt>Binding</dt><dd>bindt alleen bestuur</dd>"))
        #expect(text.contains("<dt>Status</dt><dd>geldend</dd>"))
        #expect(
            text.contains(
                #"Een van deze moet zo zijn:</span><ul class="test"><li>in <a href="/beleid/aanduidingen/plas">De plas</a>"#
            ))
        #expect(text.contains("<blockquote lang=\"nl\"><p>Een steiger is toegestaan als de vaarweg vrij blijft.</p>"))
        #expect(text.contains("buiten <a href=\"/beleid/aanduidingen/vaarweg\">De vaarweg</a>"))
    }

    @Test("Without the texts a page says where to look, and shows only the first words")
    func withoutTexts() async throws {
        let text = try await get("/beleid/normen/oevers.steiger.vrije-vaarweg", sources: nil).text
        #expect(!text.contains("<blockquote"))
        #expect(
            text.contains(
                "De tekst van dit document staat niet op deze server. Zoek in het document zelf naar \u{2018}b. Een steiger\u{2019}."
            ))
    }

    @Test("A text that was changed is refused, and the page says so")
    func changedText() async throws {
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["waterplan.txt", "havenbrief.txt"] {
            let text = try String(contentsOf: Self.texts.appending(path: name), encoding: .utf8)
            try Data((text + "Nog een zin.\n").utf8).write(to: folder.appending(path: name))
        }
        let text = try await get("/beleid/normen/oevers.steiger.vrije-vaarweg", sources: folder).text
        #expect(!text.contains("<blockquote"))
        #expect(text.contains("De tekst op deze server is niet de tekst die is nagekeken."))
    }

    @Test("What holds depends on the day")
    func day() async throws {
        let early = try TestSite(.everyKind, now: { Date(timeIntervalSince1970: 1_560_000_000) })
        let text = try await early.test {
            try await Browser(client: $0).get("/beleid/normen/oevers.loods.geen-nieuwe").text
        }
        #expect(text.contains("is een ontwerp: het is nog niet vastgesteld en bindt niemand."))
        #expect(text.contains("<dt>Binding</dt><dd>bindt niemand</dd>"))
    }

    @Test("Norms that may pull the other way are named on both pages and on the overview")
    func tensions() async throws {
        let stops = try await get("/beleid/normen/oevers.loods.geen-nieuwe").text
        let invites = try await get("/beleid/normen/haven.loods.opknappen").text
        #expect(stops.contains(#"<section id="schuurt""#))
        #expect(stops.contains("Een botenloods opknappen mag &lt;graag&gt;"))
        #expect(
            invites.contains(
                #"<a href="/beleid/normen/oevers.loods.geen-nieuwe">Geen nieuwe botenloods op de oever</a>"#))
        let overview = try await get("/beleid/spanningen").text
        #expect(overview.contains("1 paar normen kunnen een andere kant op trekken"))
        #expect(overview.contains("beschreven als tegenstrijdigheid"))
    }

    @Test(
        "What a record is used by leads back to it",
        arguments: [
            ("/beleid/aanduidingen/oever", "/beleid/normen/oevers.loods.geen-nieuwe"),
            ("/beleid/doelen/rustige-oevers", "/beleid/programmas/schone-kade"),
            ("/beleid/activiteiten/bouwen-aan-water", "/beleid/normen/haven.loods.opknappen"),
            ("/beleid/documenten/waterplan", "/beleid/kaders/rust-en-ruimte"),
            ("/beleid/eigenschappen/lengte", "/beleid/normen/haven.loods.opknappen"),
            ("/beleid/vragen/zicht-op-vaarweg", "/beleid/normen/oevers.steiger.vrije-vaarweg"),
            ("/begrippen/vaarweg", "/beleid/normen/oevers.steiger.vrije-vaarweg"),
            ("/beleid/cijfers/plas-omtrek.waterplan", "/beleid/cijfers/plas-omtrek.havenbrief"),
        ])
    func usedBy(_ page: String, _ user: String) async throws {
        #expect(try await get(page).text.contains("href=\"\(user)\""))
        #expect(try await get(user).text.contains("href=\"\(page)\"") || page.contains("begrippen"))
    }

    @Test("Text of the content never becomes markup")
    func markup() async throws {
        for path in ["/beleid/normen/haven.loods.opknappen", "/beleid/normen", "/beleid/zoeken?q=opknappen"] {
            let text = try await get(path).text
            #expect(!text.contains("<graag>"))
        }
        let text = try await get("/beleid/zoeken?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").text
        #expect(!text.contains("<script>alert"))
        #expect(text.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""))
    }

    @Test(
        "Other names of an address lead to its one name",
        arguments: [
            ("/beleid/norm", "/beleid/normen"), ("/beleid/begrippen", "/begrippen"),
            ("/beleid/begrippen/vaarweg", "/begrippen/vaarweg"),
            ("/beleid/norm/haven.tuin.zoeken", "/beleid/normen/haven.tuin.zoeken"),
            ("/beleid/designation/plas", "/beleid/aanduidingen/plas"),
        ])
    func redirects(_ path: String, _ target: String) async throws {
        let answer = try await get(path)
        #expect(answer.status == .movedPermanently)
        #expect(answer.location == target)
    }

    @Test(
        "What does not exist is not found",
        arguments: [
            "/beleid/nergens", "/beleid/normen/nergens", "/beleid/condition", "/beleid/condition/vrij",
            "/begrippen/nergens",
            "/beleid/kaders/rust-en-ruimte/nergens", "/beleid/normen/haven.tuin.zoeken/meer",
            "/beleid/spanningen?pagina=99",
            "/beleid/spanningen?pagina=0",
        ])
    func notFound(_ path: String) async throws {
        #expect(try await get(path).status == .notFound)
    }

    @Test("A page is made once: the second time it has the same tag, and a browser that has it gets no body")
    func kept() async throws {
        let made = try TestSite(.everyKind)
        try await made.test { client in
            let browser = Browser(client: client)
            let first = try await browser.get("/beleid/normen/haven.tuin.zoeken")
            let second = try await browser.get("/beleid/normen/haven.tuin.zoeken")
            let tag = try #require(first.headers[.eTag])
            #expect(second.headers[.eTag] == tag)
            #expect(second.text == first.text)
            let third = try await browser.get("/beleid/normen/haven.tuin.zoeken", headers: [.ifNoneMatch: tag])
            #expect(third.status == .notModified)
            #expect(third.text == "")
            let packed = try await browser.get("/beleid/normen/haven.tuin.zoeken", headers: [.acceptEncoding: "gzip"])
            #expect(packed.headers[.contentEncoding] == "gzip")
        }
    }

    @Test("At midnight what was kept is made anew")
    func midnight() async throws {
        let clock = Clock()
        let made = try TestSite(.everyKind, now: { clock.now })
        try await made.test { client in
            let browser = Browser(client: client)
            // The draft became policy on the first of January.
            clock.now = Date(timeIntervalSince1970: 1_577_800_000)
            let before = try await browser.get("/beleid/documenten/waterplan")
            #expect(before.text.contains("Dit document is een ontwerp"))
            clock.now = Date(timeIntervalSince1970: 1_577_900_000)
            let after = try await browser.get("/beleid/documenten/waterplan")
            #expect(!after.text.contains("Dit document is een ontwerp"))
        }
    }

    private final class Clock: @unchecked Sendable {
        private let lock = NSLock()
        private var moment = Date(timeIntervalSince1970: 0)
        var now: Date {
            get { lock.withLock { moment } }
            set { lock.withLock { moment = newValue } }
        }
    }
}
