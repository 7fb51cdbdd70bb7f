import CanonicalJSON
import Crypto
import Foundation
import KompasTesting
import Testing

@testable import Publication

@Suite(
    "The record as a PDF",
    .enabled(if: Witness.hasPython, "no Python with WeasyPrint; `tools/setup.sh --tests` installs it"))
struct RecordPDFTests {
    private static let made = Task { try await RecordPDF.make(try SampleRecord.document(), with: Witness.maker) }

    private static func description() async throws -> JSONValue { try await Witness.describe(try await made.value) }

    @Test("it says that it is PDF/A-3a and PDF/UA-1, and what it is about")
    func claims() async throws {
        let pdf = try await Self.description()
        #expect(pdf["xmp"]?["part"] == "3" && pdf["xmp"]?["conformance"] == "A")
        #expect(pdf["xmp"]?["ua"] == "1" && pdf["xmp"]?["describesUA"] == true)
        #expect(pdf["title"] == "2026-0001 – Steiger <b>aan</b> de plas" && pdf["xmp"]?["title"] == pdf["title"])
        #expect(pdf["author"] == "gemeente Meerstad")
        #expect(pdf["language"] == "nl" && pdf["showsTitle"] == true && pdf["isMarked"] == true)
        #expect(pdf["outputIntents"] == 1 && pdf["isEncrypted"] == false && pdf["scripts"] == false)
        // The moment of publication: eleven events after 09:30, a minute each.
        #expect(pdf["created"] == "D:20261120094100+00'00")
    }

    @Test("all fonts are inside")
    func fonts() async throws {
        let pdf = try await Self.description()
        #expect(pdf["fontsMissing"] == [])
        #expect(pdf["fonts"]?.array?.contains("Open-Sans") == true)
    }

    @Test("everything is tagged: headings without a gap, lists, tables with headers, figures with words")
    func tags() async throws {
        let pdf = try await Self.description()
        let levels = (pdf["headings"]?.array ?? []).compactMap { $0.string?.last?.wholeNumberValue }
        #expect(levels.first == 1 && levels.count > 20)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        let figures = (pdf["figures"]?.array ?? []).compactMap(\.string)
        // The map twice, and the compass.
        #expect(figures.count == 3)
        #expect(figures.allSatisfy { $0.count > 40 })
        #expect(figures[0].hasPrefix("Het plan op de kaart. Een kaart van"))
        #expect(figures[0].contains("De tabel in de bijlage zegt hoe ze liggen."))
        #expect(pdf["cellsWithoutHeaders"] == 0)
        let parents = Set(pdf["parents"]?.object?.keys ?? [])
        #expect(parents == ["L>LI", "LI>LBody", "THead>TR", "TBody>TR", "TR>TH", "TR>TD"])
        #expect(pdf["linksWithoutContents"] == 0 && pdf["pagesWithoutTabOrder"] == 0 && pdf["bookmarks"] == true)
    }

    @Test("the record with its report is inside as JSON, as the source of the page, and can be checked")
    func attachment() async throws {
        let pdf = try await Self.description()
        let bytes = try PublishedJSON(try SampleRecord.document()).json.canonical()
        let hash = SHA256.hash(data: bytes).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        let file = pdf["files"]?["verslag.json"]
        #expect(file?["sha256"] == .string(hash))
        #expect(file?["relationship"] == "/Source" && file?["isAssociated"] == true)
        #expect(file?["type"] == "/application/json")
        #expect(pdf["files"]?.object?.count == 1)
    }

    @Test("its text reads in the order of the page")
    func readingOrder() async throws {
        let text = try await Witness.text(try await Self.made.value).replacing(/\s+/, with: " ")
        var rest = text[...]
        for piece in [
            "Steiger <b>aan</b> de plas", "De vraag", "Past een steiger op deze plek?", "De plek",
            "Wat het beleid zegt",
            "Wat schuurt", "Hoe is gewogen", "Blijft de oever rustig?", "Het riet blijft staan.", "De uitkomst",
            "De voorwaarden", "Wat dit verslag is", "Zelf nagaan", "Bijlage: alles wat het beleid over dit plan zegt",
        ] {
            let found = try #require(rest.firstRange(of: piece), "`\(piece)` is not there, or too early")
            rest = rest[found.upperBound...]
        }
        // The annex begins on the third page: what people read first is two pages.
        let pages = try await Witness.text(try await Self.made.value).split(separator: "\u{C}")
        #expect(pages[2].contains("Bijlage: alles wat het beleid"))
        #expect(!pages[0].contains("Bijlage: alles") && !pages[1].contains("Bijlage: alles"))
    }

    @Test("the same record gives the same bytes")
    func deterministic() async throws {
        let again = try await RecordPDF.make(try SampleRecord.document(), with: Witness.maker)
        #expect(try await again == Self.made.value)
    }

    @Test("nothing of elsewhere gets in: no file of this machine, no address")
    func nothingElse() async throws {
        let secret = "GEHEIM\(UInt64.random(in: 0...UInt64.max))"
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "geheim.svg")
        let drawing =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"99\" height=\"99\"><text y=\"20\">\(secret)</text></svg>"
        try Data(drawing.utf8).write(to: file)
        let page = """
            <!DOCTYPE html><html lang="nl"><head><title>x</title><link rel="stylesheet" href="file://\(file.path)">
            <link rel="attachment" href="file://\(file.path)"></head>
            <body><p>Tekst</p><img src="file://\(file.path)" alt="a"><img src="http://127.0.0.1:1/x.svg" alt="b">
            <object data="file://\(file.path)">geen</object></body></html>
            """
        let pdf = try await Witness.maker.make(page, moment: Date(timeIntervalSince1970: 0), attachments: [])
        #expect(try await Witness.text(pdf).contains("Tekst"))
        #expect(try await !Witness.text(pdf).contains(secret))
        #expect(try await Witness.describe(pdf)["files"] == [:])
    }

    @Test("a program that takes too long is stopped, and one that is not there is told")
    func failures() async throws {
        // A program that ends well and makes nothing.
        let idle = PDFMaker(python: URL(filePath: "/bin/sh"), script: URL(filePath: "/dev/null"))
        let nothing = await #expect(throws: PDFProblem.self) {
            try await idle.make("x", moment: Date(), attachments: [])
        }
        #expect(nothing?.kind == .failed)
        let missing = PDFMaker(python: URL(filePath: "/nergens/python"), script: URL(filePath: "/nergens/x.py"))
        let problem = await #expect(throws: PDFProblem.self) {
            try await missing.make("x", moment: Date(), attachments: [])
        }
        #expect(problem?.kind == .failed)
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sleeper = folder.appending(path: "sleep.py")
        try "import time; time.sleep(60)".write(to: sleeper, atomically: true, encoding: .utf8)
        let strict = PDFMaker(python: OtherProgram.python, script: sleeper, seconds: 0.05)
        let late = await #expect(throws: PDFProblem.self) {
            try await strict.make("<p>x</p>", moment: Date(), attachments: [])
        }
        #expect(late?.kind == .tookTooLong)
    }
}
