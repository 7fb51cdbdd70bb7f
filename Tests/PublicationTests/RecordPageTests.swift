import Casework
import Foundation
import KompasTesting
import Testing

@testable import Publication

@Suite("The record as a page")
struct RecordPageTests {
    private func page(_ change: (inout SampleRecord) throws -> Void = { _ in }) throws -> String {
        var sample = try SampleRecord()
        try sample.weigh()
        try change(&sample)
        return RecordPage(try sample.document(try sample.record())).render()
    }

    /// The text of a page without its marks, in order.
    private func words(_ page: String) -> String {
        let body = page.split(separator: "</head>").last.map(String.init) ?? ""
        return body.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
    }

    /// The two pages without what differs between machines; the annex has golden files of its own.
    private func twoPages() throws -> String {
        let page = try page()
        let start = try #require(page.range(of: "<main"))
        let end = try #require(page.range(of: "<section class=\"annex\""))
        return String(page[start.lowerBound..<end.lowerBound]).replacing(/[0-9a-f]{64}/, with: "HASH")
    }

    @Test("the two pages read as they were read")
    func golden() throws {
        #expect(try GoldenFile("Records/steiger.html", file: #filePath).difference(from: twoPages()) == nil)
    }

    @Test("it says everything in the order in which it is read")
    func order() throws {
        let words = words(try page())
        var rest = words[...]
        for piece in [
            "Verslag van een afweging, nummer 2026-0001", "Steiger", "Uitkomst Past bij Meerstad",
            "De organisatie die afwoog, is zelf de initiatiefnemer.", "De vraag", "Past een steiger op deze plek?",
            "Het plan: Steiger aanleggen, 1,0 ha.", "De plek", "Wat het beleid zegt", "Wat schuurt",
            "Rust op de oever of ruimte voor wie wil varen?", "Hoe is gewogen", "Blijft de oever rustig?", "Ja.",
            "Het riet blijft staan.", "In de zomer komen er boten bij.", "Bij 2 andere vragen is niets ingevuld.",
            "De uitkomst", "Past bij Meerstad", "Met een kortere steiger past het.", "De voorwaarden",
            "De steiger is niet langer dan tien meter.", "Wie: de initiatiefnemer. Wanneer: bij de bouw",
            "Wat dit verslag is", "Een afweging, geen besluit.", "het bestuur van Meerstad", "Mandaatregeling 2026",
            "Akkoord op 20 november 2026, in de rol van tweede lezer.", "Eerder één keer teruggegeven met opmerkingen.",
            "Niet mee eens?", "Zelf nagaan", "https://kompas.example.nl/afwegingen/2026-0001/controle",
            "Bijlage: alles wat het beleid over dit plan zegt", "In het kort",
        ] {
            let found = try #require(rest.firstRange(of: piece), "`\(piece)` is not there, or too early")
            rest = rest[found.upperBound...]
        }
    }

    @Test("no name of a person stands in it, and what people typed stays text")
    func names() throws {
        let page = try page()
        for name in ["Anna", "Carla", "Noem ook de vaarweg"] { #expect(!page.contains(name)) }
        #expect(page.contains("<h1>Steiger &lt;b&gt;aan&lt;/b&gt; de plas</h1>"))
        #expect(page.contains("Het riet blijft staan.<br>De kade ook."))
        #expect(page.contains("<p>Met een kortere steiger past het.</p>\n<p>Het riet blijft.</p>"))
    }

    @Test("it needs nothing else: no address, script or picture of elsewhere, and no id twice")
    func alone() throws {
        let page = try page()
        for word in ["http://", "src=", "<script", "@import", "url(//", "style=\""] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.ranges(of: "https://").count == 1)
        let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        let targets = Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) })
        #expect(targets.subtracting(ids) == [])
    }

    @Test("a text that was erased says so, with day and ground, and everything else stays")
    func erased() throws {
        let page = try page { $0.erase("contributes") }
        #expect(!page.contains("Het riet blijft staan"))
        #expect(page.contains("Deze tekst is gewist op 20 november 2026 (verzoek van betrokkene)."))
        #expect(page.contains("In de zomer komen er boten bij."))
    }

    @Test("a preview says that it is one, a record that another took its place says by which")
    func notices() throws {
        var sample = try SampleRecord()
        try sample.weigh()
        let preview = RecordPage(try sample.document(try sample.record(number: nil))).render()
        #expect(preview.contains("Het is nog niet openbaar en heeft nog geen nummer."))
        #expect(!preview.contains("Zelf nagaan"))
        var document = try sample.document(try sample.record(supersedes: "2026-0000"))
        document.supersededBy = "2026-0002"
        let page = RecordPage(document).render()
        #expect(page.contains("Dit verslag is vervangen door verslag 2026-0002. Het blijft staan zoals het was."))
        #expect(page.contains("Dit verslag komt in de plaats van verslag 2026-0000."))
    }

    @Test("without its report the record is still there, without an annex")
    func withoutReport() throws {
        var sample = try SampleRecord()
        try sample.weigh()
        let document = try RecordDocument(
            record: try sample.record(), report: nil, house: sample.house.house, organisation: "gemeente Meerstad")
        let page = RecordPage(document).render()
        #expect(page.contains("Past een steiger op deze plek?"))
        #expect(!page.contains("Bijlage: alles wat"))
        let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(Set(page.matches(of: /href="#([^"]+)"/).map { String($0.1) }).subtracting(ids) == [])
    }
}
