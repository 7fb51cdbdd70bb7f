import Foundation
import KompasTesting
import Testing

@Suite("What goes out")
struct OutputTests {
    @Test("a report goes whole to a file, and nothing to standard output")
    func file() async throws {
        let scratch = try Scratch()
        for option in ["-o", "--output"] {
            let path = scratch.path("rapport.json")
            let ending = try await Program.kompas(
                "assess", Project.example("zonnepark"), "--on", Project.day, "--format", "json", option, path)
            #expect(ending.code == 0)
            #expect(ending.out == "")
            #expect(ending.err == "")
            let direct = try await Assessing.example("zonnepark")
            #expect(try Data(contentsOf: URL(filePath: path)) == Data(direct.ending.out.utf8))
            #expect(try scratch.names() == ["rapport.json"])
        }
    }

    @Test("when assessing fails nothing is written, and what stood there stays")
    func nothingWritten() async throws {
        let scratch = try Scratch()
        let kept = try scratch.write("blijft staan", to: "oud.json")
        for (input, output) in [
            ("Examples/fout/buiten-de-provincie.json", kept), ("Examples/fout/diepte-op-zijn-kop.json", kept),
            ("Examples/fout/buiten-de-provincie.json", scratch.path("nieuw.json")),
            ("nergens.json", scratch.path("nieuw.json")),
        ] {
            let ending = try await Program.kompas("assess", input, "-o", output)
            #expect(ending.code == 1)
        }
        #expect(try scratch.names() == ["oud.json"])
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "blijft staan")
    }

    @Test("a file in a folder that is not there cannot be written")
    func noFolder() async throws {
        let scratch = try Scratch()
        let path = scratch.path("nergens/rapport.json")
        let ending = try await Program.kompas("assess", Project.example("zonnepark"), "-o", path)
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(ending.messages.first == "kompas: `\(path)` kan niet worden geschreven")
    }

    @Test("what cannot be written to standard output is no success", .enabled(if: isFullDevicePresent))
    func fullDisk() async throws {
        let kompas = try Program.kompas.file().path
        for command in ["assess \(Project.example("zonnepark"))", "explain zonnepark"] {
            let ending = try await Program.run(
                URL(filePath: "/bin/sh"), ["-c", "'\(kompas)' \(command) > /dev/full"])
            #expect(ending.code == 1)
            #expect(!ending.err.isEmpty)
        }
    }

    private static let isFullDevicePresent = FileManager.default.fileExists(atPath: "/dev/full")

    @Test("a plan on a map, with its findings")
    func geojson() async throws {
        let ending = try await Program.kompas(
            "assess", Project.example("zoutwinning-hooghalen-met-opslag"), "--on", Project.day, "--format", "geojson")
        #expect(ending.code == 0)
        let tree = try Tree(parsing: ending.out)
        #expect(tree["type"].text == "FeatureCollection")
        #expect(tree["features"].list.compactMap { $0["id"].text } == ["winning", "opslag"])
        let ids = tree["features"][0]["properties"]["findings"].list.compactMap { $0["id"].text }
        #expect(ids.contains { $0.hasPrefix("bodem.delfstoffen.zoutkoepels-met-nagebruik") })
    }

    @Test("the same question gives the same bytes")
    func sameBytes() async throws {
        let first = try await Assessing.example("de-haar")
        let second = try await Assessing.example("de-haar")
        #expect(first.ending.out == second.ending.out)
        #expect(first.ending.out.utf8.count < 256 * 1024)
        #expect(first.ending.out.hasPrefix("{\"agreements\":"))
    }
}
