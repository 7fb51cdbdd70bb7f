import Foundation
import Geometry
import KompasTesting
import MapLayers
import PolicyModel
import Testing

@Suite("Overlay against plain geometry")
struct OverlayPropertyTests {
    /// A star-shaped polygon around a place.
    static func star(
        around centre: Position, radius: ClosedRange<Double>, corners: Int, using generator: inout SeededGenerator
    ) throws -> Shape {
        var ring = (0..<corners).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(corners)
            let length = Double.random(in: radius, using: &generator)
            return Position(x: centre.x + length * cos(angle), y: centre.y + length * sin(angle))
        }
        ring.append(ring[0])
        return try .polygon([ring])
    }

    @Test("shares and distances of cut layers are those of the whole shapes", arguments: [11, 12, 13] as [UInt64])
    func agrees(_ seed: UInt64) throws {
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let house = try TestHouse()
        defer { house.remove() }
        func centre() -> Position {
            Position(
                x: .random(in: 1000...9000, using: &generator), y: .random(in: 301_000...309_000, using: &generator))
        }
        let shapes = try (0..<12).map { _ in
            try Self.star(
                around: centre(), radius: 300...1500, corners: .random(in: 5...400, using: &generator),
                using: &generator)
        }
        let coverage = try JSONDecoder().decode(LayerCoverage.self, from: Data(#"{"house":true}"#.utf8))
        let description = LayerDescription(
            id: "sterren", designation: "sterren", title: "Sterren",
            precision: LayerPrecision(kind: .exact, widthMetres: nil),
            coverage: coverage, licence: "CC0")
        let features = shapes.enumerated().map { (feature: LayerFeature(id: "\($0.offset)"), shape: $0.element) }
        try LayerStore.openForWriting(house.storeFile).add(LayerDraft(description: description, features: features))
        let layers = try house.layers(store: LayerStore.open(house.storeFile))
        let union = try #require(try Shape.union(shapes))
        for _ in 0..<60 {
            let place = try Self.star(
                around: centre(), radius: 20...800, corners: .random(in: 3...40, using: &generator), using: &generator)
            let facts = layers.facts(for: place, needs: FactNeeds(searchMetres: ["sterren": 500]))
            let fact = try #require(facts.layers["sterren"]?.first)
            for (number, shape) in shapes.enumerated() {
                let area = try place.sharedAreaSquareMetres(with: shape)
                let distance = try place.distance(to: shape)
                let hit = fact.hits.first { $0.feature == "\(number)" }
                #expect((hit != nil) == (distance <= 500))
                #expect(abs((hit?.overlap.value ?? 0) - area) <= max(1e-9 * area, 1e-4))
                if let hit { #expect(abs(hit.distanceMetres - distance) < 1e-6) }
            }
            let shared = try union.sharedAreaSquareMetres(with: place)
            #expect(abs((fact.overlap?.value ?? 0) - shared) <= max(1e-9 * shared, 1))
        }
    }

    @Test("a line along the cuts of a layer is not counted twice")
    func lineAlongCuts() throws {
        let disc = try Shape.point(x: 5000, y: 305_000).buffer(metres: 1024, quadrantSegments: 200)
        let house = try TestHouse()
        defer { house.remove() }
        let coverage = try JSONDecoder().decode(LayerCoverage.self, from: Data(#"{"house":true}"#.utf8))
        let description = LayerDescription(
            id: "schijf", designation: "schijf", title: "Schijf",
            precision: LayerPrecision(kind: .exact, widthMetres: nil),
            coverage: coverage, licence: "CC0")
        try LayerStore.openForWriting(house.storeFile).add(
            LayerDraft(description: description, features: [(LayerFeature(id: "s"), disc)]))
        let line = try TestHouse.line([(0, 5000), (10_000, 5000)])
        let fact = try #require(
            house.layers(store: LayerStore.open(house.storeFile)).facts(for: line).layers["schijf"]?.first)
        #expect(abs((fact.overlap?.value ?? 0) - 2048) < 1e-6)
    }
}
