import Foundation
import KompasTesting
import Testing

@Suite("A report as a page")
struct HTMLOutputTests {
    private static let town = "Tests/Fixtures/house-test"
    private static let pier = """
        {"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[203000,503850]},
        "properties":{"activities":["steiger"],"title":"<b>Steiger</b>","phase":"gebruik","depth":{"use":[0,2]}}}
        """

    private func page(_ more: String..., environment: [String: String] = [:]) async throws -> Ending {
        try await Program.kompas.run(
            ["assess", "-", "--house", Self.town, "--on", Project.day, "--format", "html"] + more,
            input: Data(Self.pier.utf8), environment: environment)
    }

    @Test("without a file the page goes to standard output, with one to that file, and both are the same")
    func output() async throws {
        let scratch = try Scratch()
        let direct = try await page()
        #expect(direct.code == 0)
        #expect(direct.err == "")
        #expect(direct.out.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
        #expect(direct.out.hasSuffix("</html>\n"))
        #expect(direct.out.contains("<h1>&lt;b&gt;Steiger&lt;/b&gt;</h1>"))
        let path = scratch.path("rapport.html")
        let written = try await page("-o", path)
        #expect(written.code == 0)
        #expect(written.out == "")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == direct.out)
    }

    @Test("passages are shown when the texts are at hand, by option or environment")
    func passages() async throws {
        let texts = Project.root.appending(path: Self.town + "/texts").path
        for ending in [try await page("--sources", texts), try await page(environment: ["KOMPAS_SOURCES": texts])] {
            #expect(ending.code == 0)
            #expect(ending.err == "")
            #expect(ending.out.contains("<blockquote>"))
        }
        #expect(try await !page().out.contains("<blockquote>"))
    }

    @Test("a text that is not the one that was reviewed is refused, and the page says so")
    func otherText() async throws {
        let scratch = try Scratch()
        let folder = Project.root.appending(path: Self.town + "/texts")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            _ = try scratch.write(text + "Nog een regel.\n", to: name)
        }
        let ending = try await page("--sources", scratch.folder.path)
        #expect(ending.code == 0)
        #expect(!ending.out.contains("<blockquote>"))
        #expect(ending.err.contains("is niet de tekst die is nagekeken; de passages daaruit staan er niet bij."))
        #expect(ending.out.contains("is niet de tekst die is nagekeken; de passages daaruit staan er niet bij."))
    }

    @Test("a folder that is not there is an error, and --sources belongs to a page")
    func wrongUse() async throws {
        let missing = try await page("--sources", "/nergens")
        #expect(missing.code == 1)
        #expect(missing.messages.first == "kompas: de map `/nergens` bestaat niet")
        let other = try await Program.kompas("assess", Project.example("zonnepark"), "--sources", "/tmp")
        #expect(other.code == 2)
    }
}
