import Foundation
import KompasTesting
import Testing

@testable import PolicyContent

@Suite("The snapshot of a house")
struct HouseSnapshotTests {
    /// Runs with a copy of the test house and an empty cache.
    private func withHouse(_ body: (_ house: URL, _ cache: URL) throws -> Void) throws {
        try HouseFixtures.withCopy { house in
            try body(house, house.deletingLastPathComponent().appending(path: "cache"))
        }
    }

    private func open(_ house: URL, _ cache: URL, engine: String = "1") -> OpenedHouse {
        HouseSnapshot.open(folder: house, cache: cache, engineVersion: engine, schemas: HouseFixtures.schemas)
    }

    private func files(_ cache: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: cache.path)) ?? []).sorted()
    }

    @Test("gives the same house the second time, from the cache")
    func secondTime() throws {
        try withHouse { house, cache in
            let first = open(house, cache)
            let second = open(house, cache)
            #expect(!first.fromCache)
            #expect(second.fromCache)
            #expect(first.house != nil)
            #expect(second.house == first.house)
            #expect(second.houseHash == first.houseHash)
            #expect(files(cache).count == 1)
        }
    }

    @Test("keeps warnings")
    func warnings() throws {
        try withHouse { house, cache in
            let file = house.appending(path: "orders.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing(/, sha256: [0-9a-f]{64}/, with: "").utf8).write(to: file)
            let first = open(house, cache)
            #expect(first.findings.map(\.message) == ["passage has no hash", "passage has no hash"])
            let second = open(house, cache)
            #expect(second.fromCache)
            #expect(second.findings == first.findings)
        }
    }

    @Test("is made anew when a byte of the content changes", arguments: ["agreements.yaml", "layers/plas.geojson"])
    func changedContent(_ name: String) throws {
        try withHouse { house, cache in
            let first = open(house, cache)
            let file = house.appending(path: name)
            try (Data(contentsOf: file) + Data("\n".utf8)).write(to: file)
            let second = open(house, cache)
            #expect(!second.fromCache)
            #expect(second.houseHash != first.houseHash)
        }
    }

    @Test("is made anew for another engine")
    func otherEngine() throws {
        try withHouse { house, cache in
            _ = open(house, cache, engine: "1")
            #expect(!open(house, cache, engine: "2").fromCache)
            #expect(open(house, cache, engine: "2").fromCache)
            #expect(files(cache).count == 2)
        }
    }

    @Test("that is damaged is ignored and written again", arguments: [0, 40, 200, -1])
    func damaged(_ place: Int) throws {
        try withHouse { house, cache in
            let first = open(house, cache)
            let file = cache.appending(path: try #require(files(cache).first))
            var bytes = try Data(contentsOf: file)
            if place < 0 {
                bytes = bytes.prefix(bytes.count / 2)
            } else {
                bytes[place] ^= 1
            }
            try bytes.write(to: file)
            let second = open(house, cache)
            #expect(!second.fromCache)
            #expect(second.house == first.house)
            #expect(open(house, cache).fromCache)
        }
    }

    @Test("of a house with errors is never kept")
    func errors() throws {
        try withHouse { house, cache in
            try Data("norm: []\n".utf8).write(to: house.appending(path: "broken.yaml"))
            #expect(open(house, cache).result.hasErrors)
            #expect(!open(house, cache).fromCache)
            #expect(files(cache).isEmpty)
        }
    }

    @Test("is not needed: a cache that cannot be written is no error")
    func noCache() throws {
        try withHouse { house, _ in
            let file = house.appending(path: "house.yaml")
            let opened = open(house, file)
            #expect(opened.house != nil)
            #expect(opened.findings.isEmpty)
        }
    }

    @Test("stands where the environment says")
    func defaultCache() {
        let all = ["KOMPAS_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"]
        #expect(HouseSnapshot.defaultCache(environment: all)?.path == "/a")
        #expect(HouseSnapshot.defaultCache(environment: ["XDG_CACHE_HOME": "/b", "HOME": "/c"])?.path == "/b/kompas")
        #expect(
            HouseSnapshot.defaultCache(environment: ["KOMPAS_CACHE": "", "HOME": "/c"])?.path == "/c/.cache/kompas")
        #expect(HouseSnapshot.defaultCache(environment: [:]) == nil)
    }
}

@Suite("The hash of a house")
struct HouseHashTests {
    @Test("is over paths, lengths and bytes of content, and nothing else")
    func exact() throws {
        try TemporaryFolder.use { folder in
            func write(_ text: String, _ name: String) throws {
                let file = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            try write("b: 2\n", "norms/b.yaml")
            try write("a: 1\n", "a.yaml")
            try write("{}", "layers/x.geojson")
            try write("[]", "verified/d.json")
            // `printf 'a.yaml\n5\na: 1\nlayers/x.geojson\n2\n{}norms/b.yaml\n5\nb: 2\nverified/d.json\n2\n[]' | sha256sum`
            let expected = "25f4dd95c53b6745a79ef5dbd76d74abfba4baa4d4e91192e28691edfb02bda4"
            #expect(HouseHash.of(folder: folder) == expected)
            try write("not content", "outlines/d.yaml")
            try write("not content", "readme.md")
            try write("not content", ".hidden/x.yaml")
            #expect(HouseHash.of(folder: folder) == expected)
        }
    }
}
