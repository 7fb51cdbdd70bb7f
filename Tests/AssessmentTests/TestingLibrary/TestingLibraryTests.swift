import Foundation
import Testing

@testable import KompasTesting

@Suite("The support library of the tests")
struct TestingLibraryTests {
    @Test("The generator gives the numbers of SplitMix64")
    func generator() {
        // The first numbers of the reference implementation with seed 1234567.
        var generator = SeededGenerator(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test("The root of the project is found from any of its files")
    func root() {
        let root = PackageRoot.url()
        #expect(FileManager.default.fileExists(atPath: root.appending(path: "Package.swift").path))
        #expect(PackageRoot.url("content").lastPathComponent == "content")
    }

    @Test("The shared folder is told by the environment, or lies beside the project")
    func shared() {
        #expect(SharedFolder.url(environment: ["KOMPAS_SHARED": "/ergens"]).path == "/ergens")
        let beside = SharedFolder.url(environment: [:])
        #expect(beside.lastPathComponent == "shared")
        #expect(beside.deletingLastPathComponent().path == PackageRoot.url().deletingLastPathComponent().path)
    }

    @Test("Tests that need what is not there are skipped, unless it must be there")
    func wanted() {
        let nowhere = ["KOMPAS_SHARED": "/er/is/niets"]
        #expect(!SharedFolder.isWanted("geodata", environment: nowhere))
        #expect(
            SharedFolder.isWanted(
                "geodata", environment: nowhere.merging(["KOMPAS_REQUIRE_SHARED": "1"]) { first, _ in first }))
    }

    @Test("A golden file tells the first line that differs")
    func golden() throws {
        try TemporaryFolder.use { folder in
            let url = folder.appending(path: "diep/tekst.txt")
            let missing = try GoldenFile(url: url, isBlessing: false).difference(from: "een\n")
            #expect(missing == "`tekst.txt` is not there; make it with `make bless`")
            #expect(try GoldenFile(url: url, isBlessing: true).difference(from: "een\ntwee\n") == nil)
            let golden = GoldenFile(url: url, isBlessing: false)
            #expect(try golden.difference(from: "een\ntwee\n") == nil)
            #expect(
                try golden.difference(from: "een\ndrie\n")
                    == "tekst.txt:2: expected `twee`, found `drie`; if it is meant, renew with `make bless`")
            #expect(
                try golden.difference(from: "een")
                    == "tekst.txt:2: expected `twee`, found the end; if it is meant, renew with `make bless`")
        }
    }
}
