import Hummingbird
import Store
import CanonicalJSON
import Casework
import Foundation
import KompasTesting
import Publication
import Testing

@testable import WebApp

@Suite("Published weighings on the site") struct RecordPagesTests {
    /// A scene in which the weighing of the jetty was published.
    private func published(
        _ body: @Sendable @escaping (Scene, Browser) async throws -> Void
    ) async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            _ = try await scene.publish()
            try await body(scene, Browser(client: scene.client))
        }
    }

    @Test("without records the list says so, and what to do meanwhile")
    func empty() async throws {
        let made = try TestSite()
        try await made.test { client in
            let text = try await Browser(client: client).get("/afwegingen").text
            #expect(text.contains("Er is nog geen afweging openbaar."))
            #expect(text.contains("<a href=\"/plek\">"))
            #expect(!text.contains("<form class=\"record-search\""))
        }
    }

    @Test(
        "the list is searched by words, outcome and year; what does not fit says how to go on",
        arguments: [
            ("", true), ("?zoek=steiger", true), ("?zoek=STEIGER+plas", true), ("?zoek=2026-0001", true),
            ("?zoek=zonnepark", false), ("?uitkomst=past", true), ("?uitkomst=past-niet", false), ("?jaar=2026", true),
            ("?jaar=2025", false), ("?zoek=steiger&uitkomst=past&jaar=2026", true), ("?zoek=%3Cscript%3E", false),
        ])
    func list(_ query: String, _ isThere: Bool) async throws {
        try await published { _, browser in
            let text = try await browser.get("/afwegingen" + query).text
            #expect(text.contains("<a href=\"/afwegingen/2026-0001\">Steiger bij de plas</a>") == isThere)
            #expect(text.contains("Er is geen afweging die hierbij past.") == !isThere)
            #expect(text.contains(isThere ? "1 afweging" : "0 afwegingen van de 1"))
            #expect(!text.contains("<script>"))
        }
    }

    @Test("a record is public: question, weighing, outcome, and the sheet below; no name of anybody")
    func record() async throws {
        try await published { _, browser in
            let answer = try await browser.get("/afwegingen/2026-0001")
            #expect(answer.status == .ok)
            for text in [
                "Afweging 2026-0001: Steiger bij de plas", "Past hier een steiger?", "Er komt geluid bij de oever.",
                "Past bij Meerstad", "Het geluid blijft klein.", "Bijlage: alles wat het beleid over dit plan zegt",
                "href=\"/afwegingen/2026-0001/verslag.json\"", "href=\"/afwegingen/2026-0001/controle\"",
            ] {
                #expect(answer.text.contains(text), "\(text)")
            }
            for name in ["Official", "Asked", "Owner", "dossier.zip", "style=\"", "<style"] {
                #expect(!answer.text.contains(name), "\(name)")
            }
            let ids = answer.text.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
            for number in ["2026-0002", "0", "%3Cscript%3E"] {
                #expect(try await browser.get("/afwegingen/\(number)").status == .notFound)
            }
        }
    }

    @Test("the JSON can be read, is untouched and replays; a browser that has it gets it once")
    func json() async throws {
        try await published { scene, browser in
            let answer = try await browser.get("/afwegingen/2026-0001/verslag.json")
            #expect(answer.headers[.contentType] == "application/json")
            #expect(answer.headers[.contentDisposition] == "attachment; filename=\"afweging-2026-0001.json\"")
            let publication = try PublishedJSON(try JSONValue.parse(answer.text))
            #expect(publication.record.stamp?.number == "2026-0001")
            let tag = try #require(answer.headers[.eTag])
            let again = try await browser.get("/afwegingen/2026-0001/verslag.json", headers: [.ifNoneMatch: tag])
            #expect(again.status == .notModified && again.text.isEmpty)
        }
    }

    @Test("the check says that all is well, and with numbers to compare")
    func check() async throws {
        try await published { scene, browser in
            let kept = try #require(try await scene.made.site.store.record(number: "2026-0001"))
            let text = try await browser.get("/afwegingen/2026-0001/controle").text
            for words in [
                "Dit is het verslag zoals het is gepubliceerd, en het rapport komt er weer precies zo uit.",
                "Het verslag is onveranderd", "Het verslag staat in de keten", "De bijlage hoort bij dit verslag",
                "Opnieuw gemaakt: precies hetzelfde", kept.recordHash, kept.record.reportHash,
                "kompas replay afweging-2026-0001.json",
            ] {
                #expect(text.contains(words), "\(words)")
            }
        }
    }

    @Test("after a lawful erasure the record says so, and the check still holds")
    func erased() async throws {
        try await published { scene, browser in
            let kept = try #require(try await scene.made.site.store.record(number: "2026-0001"))
            let id = try #require(kept.record.weighing[0].cells[0].strainsArgument?.id)
            try await scene.casework.erase(
                texts: [id], in: Scene.plan, ground: "verzoek van betrokkene", by: "archivaris",
                as: Scene.Person.administrator.actor)
            let text = try await browser.get("/afwegingen/2026-0001").text
            #expect(!text.contains("Er komt geluid bij de oever."))
            #expect(text.contains("Deze tekst is gewist op 20 november 2026 (verzoek van betrokkene)."))
            let check = try await browser.get("/afwegingen/2026-0001/controle").text
            #expect(check.contains("1 tekst is later gewist"))
            #expect(check.contains("Het verslag is onveranderd") && check.contains("Het verslag staat in de keten"))
        }
    }

    @Test("a dossier for an archive is for who may read dossiers")
    func archive() async throws {
        try await published { scene, browser in
            let path = "/afwegingen/2026-0001/dossier.zip"
            #expect(try await browser.get(path).location?.hasPrefix("/aanmelden") == true)
            #expect(try await scene.browser(.neighbour).get(path).status == .forbidden)
            let official = try await scene.browser(.official)
            #expect(try await official.get("/afwegingen/2026-0001").text.contains("href=\"\(path)\""))
        }
    }

    @Test("without a program to make PDFs the page does not offer one, and asking says what to do")
    func withoutPDF() async throws {
        try await published { _, browser in
            #expect(try await !browser.get("/afwegingen/2026-0001").text.contains("verslag.pdf"))
            let answer = try await browser.get("/afwegingen/2026-0001/verslag.pdf")
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.text.contains("De PDF is nu niet te maken. Lees het verslag op de pagina"))
        }
    }
}

@Suite("Keeping PDFs of records") struct RecordShelfTests {
    /// A program in place of Python that says how often it was asked.
    private func maker(in folder: URL) throws -> PDFMaker {
        let script = folder.appending(path: "make.sh")
        try Data("echo x >> '\(folder.path)/asked'; sleep 0.2; printf '%%PDF-1.7 test' > uit.pdf\n".utf8).write(
            to: script)
        return PDFMaker(python: URL(filePath: "/bin/sh"), script: script)
    }

    @Test("a PDF is made once: also when two ask at the same time, and also after a restart")
    func once() async throws {
        try await Scene.run { scene in
            try await scene.open()
            try await scene.weigh()
            try await scene.ask()
            try await scene.approve()
            _ = try await scene.publish()
            let folder = scene.made.folder
            let site = scene.made.site
            let shelf = RecordShelf(folder: folder.appending(path: "verslagen"), maker: try maker(in: folder))
            let entry = try await shelf.entry("2026-0001", site)
            async let first = shelf.pdf(entry)
            async let second = shelf.pdf(entry)
            let both = try await [first, second]
            #expect(both.map { String(decoding: $0, as: UTF8.self) } == ["%PDF-1.7 test", "%PDF-1.7 test"])
            let later = RecordShelf(folder: folder.appending(path: "verslagen"), maker: nil)
            #expect(try await later.pdf(try await later.entry("2026-0001", site)) == both[0])
            #expect(try String(contentsOf: folder.appending(path: "asked"), encoding: .utf8) == "x\n")
        }
    }
}
