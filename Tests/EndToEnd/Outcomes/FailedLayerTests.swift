import Foundation
import KompasTesting
import Testing

@Suite("A layer that cannot be read")
struct FailedLayerTests {
    @Test("a broken file leaves undecided what depends on it, and exit 3 comes with the report")
    func brokenFile() async throws {
        let scratch = try Scratch()
        let house = try scratch.house("content/pv22")
        let layer = house.appending(path: "layers/natuurnetwerk.geojson")
        try (try Data(contentsOf: layer)).prefix(500).write(to: layer)
        let report = try await Assessing.example("zandwinning-in-natuurnetwerk", "--house", house.path, code: 3)
        let failed = report.layer("natuurnetwerk")
        #expect(failed["state"].text == "failed")
        #expect(
            failed["why"].text?.hasPrefix("het bestand `layers/natuurnetwerk.geojson` is geen geldige JSON") == true)
        #expect(failed["hits"].list.isEmpty)
        for norm in [
            "bodem.delfstoffen.zandwinning-natuurnetwerk", "visie.natuur.netwerk-toetsingskader",
            "visie.natuur.netwerk-regels",
        ] {
            let finding = try report.finding(norm)
            #expect(finding["state"].text == "undecided")
            #expect(causes(finding) == ["failed:natuurnetwerk"])
        }
        // Nothing about the network reads as "does not apply".
        #expect(!report["notApplied"].list.contains { $0["detail"].text == "in:natuurnetwerk" })
        #expect(report.trigger("functie-verandert")["state"].text == "undecided")
        #expect(
            report["warnings"].texts.contains {
                $0.hasPrefix("De kaartlaag Natuurnetwerk Nederland kon niet worden gelezen")
            })
        #expect(report.ending.err.contains("de inhoud heeft 1 fout"))
        let layers = try await Program.kompas("layers", "--house", house.path)
        #expect(layers.code == 3)
        let place = try await Program.kompas(
            "place", "--at", "226650,546950", "--house", house.path, "--format", "json")
        #expect(place.code == 3)
        let check = try await Program.kompas("check", "--house", house.path)
        #expect(check.code == 1)
        #expect(check.out.contains("layers/natuurnetwerk.geojson"))
    }

    @Test("a damaged layer store leaves undecided what depends on it")
    func damagedStore() async throws {
        let scratch = try Scratch()
        let store = scratch.path("lagen.sqlite")
        let made = try await Program.kompasImport(
            "content/pv22/layers/natuurnetwerk.geojson", "--store", store, "--designation", "natuurnetwerk",
            "--licence", "CC0-1.0")
        try #require(made.code == 0, "\(made.err)")
        let whole = try await Assessing.example("zandwinning-in-natuurnetwerk", "--layers", store)
        #expect(whole.layer("natuurnetwerk")["precision"]["kind"].text == "exact")
        #expect(try whole.finding("bodem.delfstoffen.zandwinning-natuurnetwerk")["state"].text == "applies")

        // The first three pages tell which layers there are; what follows is spoilt.
        var bytes = try Data(contentsOf: URL(filePath: store))
        let start = 3 * (Int(bytes[16]) << 8 + Int(bytes[17]))
        bytes.replaceSubrange(start..<bytes.count, with: Data(repeating: 0xFF, count: bytes.count - start))
        try bytes.write(to: URL(filePath: store))
        let report = try await Assessing.example("zandwinning-in-natuurnetwerk", "--layers", store, code: 3)
        #expect(report.layer("natuurnetwerk")["state"].text == "failed")
        #expect(causes(try report.finding("bodem.delfstoffen.zandwinning-natuurnetwerk")) == ["failed:natuurnetwerk"])
    }

    @Test("what is no layer store at all, or not there, is wrong input")
    func noStore() async throws {
        let scratch = try Scratch()
        let text = try scratch.write("geen opslag", to: "tekst.sqlite")
        for path in [text, scratch.path("nergens.sqlite")] {
            let ending = try await Program.kompas("assess", Project.example("zonnepark"), "--layers", path)
            #expect(ending.code == 1)
            #expect(ending.out == "")
            #expect(ending.messages.count == 2)
            #expect(ending.err.contains("`\(path)`"))
        }
    }
}
