import Foundation
import KompasTesting
import Testing

@Suite("A report as a PDF")
struct PDFOutputTests {
    private static let town = "Tests/Fixtures/house-test"
    private static let pier = """
        {"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Point","coordinates":[203000,503850]},
        "properties":{"activities":["steiger"],"title":"Steiger"}}
        """
    /// Where the Python with WeasyPrint is.
    private static let python = OtherProgram.python.path
    private static let hasPython = FileManager.default.isExecutableFile(atPath: python)

    private func pdf(_ more: String..., python: String = Self.python) async throws -> Ending {
        try await Program.kompas.run(
            ["assess", "-", "--house", Self.town, "--on", Project.day, "--format", "pdf"] + more,
            input: Data(Self.pier.utf8), environment: ["KOMPAS_PYTHON": python])
    }

    @Test(
        "the same report gives the same file, which begins and ends as a PDF does",
        .enabled(if: hasPython, "no Python with WeasyPrint; `tools/setup.sh --tests` installs it"))
    func file() async throws {
        let scratch = try Scratch()
        for name in ["een.pdf", "twee.pdf"] {
            let ending = try await pdf("-o", scratch.path(name))
            #expect(ending.code == 0)
            #expect(ending.out == "" && ending.err == "")
        }
        let bytes = try Data(contentsOf: scratch.url("een.pdf"))
        #expect(bytes.starts(with: Data("%PDF-1.7".utf8)))
        #expect(String(decoding: bytes.suffix(6), as: UTF8.self) == "%%EOF\n")
        #expect(try Data(contentsOf: scratch.url("twee.pdf")) == bytes)
    }

    @Test("without the program that makes PDFs it says how to get it")
    func withoutPython() async throws {
        let ending = try await pdf("-o", "/tmp/nooit.pdf", python: "/nergens/python")
        #expect(ending.code == 1)
        #expect(
            ending.messages == [
                "kompas: het programma dat PDF's maakt, is er niet", "installeer het met `tools/setup.sh --web`",
            ])
    }
}
