import Foundation
import Geometry
import KompasTesting
import Testing

@Suite("Between RD and ETRS89")
struct TransformerTests {
    /// Control points of NSGI: degrees and metres RD.
    private static func samples() throws -> [(degrees: Position, rd: Position)] {
        let file = SharedFolder.url().appending(path: "geodata/rd-etrs89/Z001_ETRS89andRDNAP.txt")
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).compactMap { line in
            let fields = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
            guard fields.count >= 6 else { return nil }
            return (Position(x: fields[2], y: fields[1]), Position(x: fields[4], y: fields[5]))
        }
    }

    private static func gridFolder() -> String { SharedFolder.url().appending(path: "geodata/rd-etrs89").path }

    private static func largestDistance(_ positions: [Position], _ others: [Position]) -> Double {
        zip(positions, others).map { hypot($0.x - $1.x, $0.y - $1.y) }.max() ?? .nan
    }

    @Test(
        "with the grid every control point of the fine grid comes out within a millimetre",
        .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata not present"))
    func withGrid() throws {
        let transformer = Transformer(folders: [Self.gridFolder()])
        #expect(transformer.gridName == "nl_nsgi_rdtrans2018.tif")
        let samples = try Self.samples().filter {
            (50.525...53.675).contains($0.degrees.y) && (2.5...7.3).contains($0.degrees.x)
        }
        #expect(samples.count > 5000)
        let forward = try #require(transformer.transform(samples.map(\.degrees), from: .crs84, to: .rd))
        #expect(Self.largestDistance(forward, samples.map(\.rd)) <= 0.001)
        let back = try #require(transformer.transform(samples.map(\.rd), from: .rd, to: .crs84))
        #expect(Self.largestDistance(back, samples.map(\.degrees)) <= 1e-8)
    }

    @Test(
        "without the grid control points in the north-east come out within 21 centimetres",
        .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata not present"))
    func withoutGrid() throws {
        let transformer = Transformer(folders: nil)
        #expect(transformer.gridName == nil)
        let samples = try Self.samples().filter {
            (52.6...53.2).contains($0.degrees.y) && (6.1...7.1).contains($0.degrees.x)
        }
        #expect(samples.count > 100)
        let forward = try #require(transformer.transform(samples.map(\.degrees), from: .crs84, to: .rd))
        #expect(Self.largestDistance(forward, samples.map(\.rd)) <= 0.21)
    }

    @Test("latitude comes first in ETRS89 and last in CRS84")
    func axes() throws {
        let transformer = Transformer(folders: nil)
        let place = Position(x: 233_000, y: 557_000)
        let plain = try #require(transformer.transform([place], from: .rd, to: .crs84)?.first)
        let official = try #require(transformer.transform([place], from: .rd, to: .etrs89)?.first)
        #expect(plain.x == official.y)
        #expect(plain.y == official.x)
        #expect((6...7).contains(plain.x))
    }

    @Test("there and back again is the same place within a millimetre")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 7)
        let places = (0..<1000).map { _ in
            Position(
                x: .random(in: 10_000...280_000, using: &generator),
                y: .random(in: 310_000...620_000, using: &generator))
        }
        for crs in CRS.allCases {
            let there = try #require(Transformer.standard.transform(places, from: .rd, to: crs))
            let back = try #require(Transformer.standard.transform(there, from: crs, to: .rd))
            #expect(Self.largestDistance(back, places) < 0.001)
        }
    }

    @Test("numbers that are no place give no answer")
    func noPlace() {
        #expect(Transformer.standard.transform([Position(x: .infinity, y: 52)], from: .crs84, to: .rd) == nil)
    }
}
