import CanonicalJSON
import Foundation
import Geometry
import Geometry
import KompasTesting
import MapLayers
import NormEngine
import OpportunityMap
import PolicyModel
import Testing

/// Hectares against the areas of the shapes themselves.
@Suite("Hectares")
struct HectaresTests {
    /// A folder with an outline of 10 by 10 km and one slanted area, and a house with one norm about it.
    private struct Scene {
        let folder: URL
        var house: PolicyHouse

        init() throws {
            folder = try TemporaryFolder.make()
            let text = """
                {"id":"huis","title":"Huis","authority":{"name":"bestuur"},"language":"nl","crs":"EPSG:28992",
                 "outline":"grens","nearbyMetres":100,
                 "readingOrder":{"bands":[],"effects":["prohibited","no-unless","permitted"]},
                 "documents":[{"id":"plan","title":"Plan","kind":"plan","loaded":true,"forceWhenAdopted":"binding",
                    "statusHistory":[{"status":"in-force"}]}],
                 "designations":[{"id":"grens","title":"Grens","kind":"outline"},{"id":"dal","title":"Dal","kind":"policy"},
                    {"id":"bos","title":"Bos","kind":"policy"}],
                 "activities":[{"id":"bouwen","label":"Bouwen"}],
                 "layers":[\(Self.layer("grens")),\(Self.layer("dal")),\(Self.layer("bos"))],
                 "norms":[\(Self.norm("dal-verbod", #"{"in":"dal"}"#, "prohibited")),
                    \(Self.norm("bos-tenzij", #"{"in":"bos"}"#, "no-unless")),
                    \(Self.norm("elders-mag", #"{"not":{"any":[{"in":"dal"},{"in":"bos"}]}}"#, "permitted"))]}
                """
            house = try JSONDecoder().decode(PolicyHouse.self, from: Data(text.utf8))
            try draw("grens", [[(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)]])
            try draw("dal", [Self.valley])
            try draw("bos", [Self.wood])
        }

        static let valley: [(Double, Double)] = [
            (1000.3, 2000.7), (4033.1, 900.2), (8120.9, 5311.4), (6210.5, 7003.3), (3300.2, 4100.6),
        ]
        static let wood: [(Double, Double)] = [
            (5020.4, 1010.1), (9040.6, 2033.3), (9500.2, 8400.8), (7044.9, 6020.1),
        ]

        private static func layer(_ id: String) -> String {
            """
            {"id":"\(id)","designation":"\(id)","title":"\(id)","file":"\(id).geojson","precision":{"kind":"exact"},
             "coverage":{"house":true},"licence":"CC0","origin":"test","basis":"passage"}
            """
        }

        static func norm(_ id: String, _ place: String, _ effect: String) -> String {
            """
            {"id":"\(id)","title":"\(id)","summary":"\(id)","source":{"document":"plan","path":["1"],
             "passage":{"unit":"sentence","starts":"\(id)"}},"activities":["bouwen"],"where":\(place),"effect":"\(effect)"}
            """
        }

        func draw(_ id: String, _ rings: [[(Double, Double)]]) throws {
            let features = rings.map { ring in
                #"{"type":"Feature","properties":{},"geometry":\#(Self.geometry(ring))}"#
            }
            let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
            try text.write(to: folder.appending(path: "\(id).geojson"), atomically: true, encoding: .utf8)
        }

        /// A ring as it stands in RD: all of the scene lies 200 km east and 500 km north of its origin.
        private static func placed(_ ring: [(Double, Double)]) -> [Position] {
            (ring + ring.prefix(1)).map { Position(x: 200_000 + $0.0, y: 500_000 + $0.1) }
        }

        static func geometry(_ ring: [(Double, Double)]) -> String {
            let positions = placed(ring).map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
            return #"{"type":"Polygon","coordinates":[[\#(positions)]]}"#
        }

        static func shape(_ ring: [(Double, Double)]) throws -> Shape {
            try .polygon([placed(ring)])
        }

        func mapped() throws -> MappedHouse { try MappedHouse(house, folder: folder) }
    }

    @Test("hectares of a class are the exact ones within the margin that the table tells", arguments: [100.0, 25, 10])
    func areas(cell: Double) throws {
        let scene = try Scene()
        defer { try? FileManager.default.removeItem(at: scene.folder) }
        let house = try scene.mapped()
        let maker = try house.maker(cell: cell)
        let table = HectaresTable(try house.map(house.question("bouwen"), maker))
        let valley = try Scene.shape(Scene.valley)
        let wood = try Scene.shape(Scene.wood)
        let both = try valley.sharedAreaSquareMetres(with: wood)
        let exact: [OpportunityClass: Double] = [
            .applies(.prohibited): valley.areaSquareMetres, .applies(.noUnless): wood.areaSquareMetres,
            .applies(.permitted): 100_000_000 - valley.areaSquareMetres - wood.areaSquareMetres + both,
        ]
        #expect(table.domainHectares == 10_000)
        for row in table.rows {
            guard let area = exact[row.kind] else { continue }
            #expect(abs(row.hectares - area / 10_000) <= row.marginHectares, "\(row.kind)")
            // The margin itself says something: a few per cent at the largest cell.
            #expect(row.marginHectares < 0.08 * row.hectares * cell / 25)
        }
        #expect(exact.keys.allSatisfy { kind in table.rows.contains { $0.kind == kind } })
    }

    @Test("a designation that moves and an effect that changes give the hectares of shapely")
    func difference() async throws {
        let scene = try Scene()
        defer { try? FileManager.default.removeItem(at: scene.folder) }
        var other = try Scene()
        defer { try? FileManager.default.removeItem(at: other.folder) }
        // The valley moves 200 m east and 100 m north; the wood goes from no-unless to permitted.
        let moved = Scene.valley.map { ($0.0 + 200, $0.1 + 100) }
        try other.draw("dal", [moved])
        let place = try #require(other.house.norms.firstIndex { $0.id == "bos-tenzij" })
        other.house.norms[place].effect = .permitted
        let (first, second) = (try scene.mapped(), try other.mapped())
        let maker = try first.maker(cell: 10)
        let after = PlaneMaker(layers: second.layers, needs: second.index.house.factNeeds, grid: maker.grid)
        let difference = try MapDifference(
            before: first.map(first.question("bouwen"), maker), after: second.map(second.question("bouwen"), after))
        let changes = HouseDifference(before: first.index, after: second.index)
        #expect(changes.changed.map(\.norm) == ["bos-tenzij"])
        #expect(changes.changed.map(\.members) == [["effect"]])
        #expect(changes.added.isEmpty && changes.removed.isEmpty)

        let exact = try await witness(moved: moved)
        for kind in [OpportunityClass.applies(.prohibited), .applies(.noUnless), .applies(.permitted)] {
            let change = try #require(difference.changes.first { $0.kind == kind })
            let told = try #require(exact[kind.id])
            // Cells of 10 m along lines of at most 25 km: 0.1 ha per kilometre and side is wide.
            let margin = 12.5
            #expect(abs(change.before - told.before) < margin)
            #expect(abs(change.after - told.after) < margin)
            #expect(abs(change.gained - told.gained) < margin)
            #expect(abs(change.lost - told.lost) < margin)
            #expect(abs((change.gained - change.lost) - (change.after - change.before)) < 1e-6)
        }
        // The part of the moved valley that lies outside the old one.
        #expect(abs(try #require(exact["prohibited"]).gained - 98.863) < 0.001)
    }

    @Test("a map made since an earlier one, after norms changed, is the map made anew")
    func since() throws {
        let scene = try Scene()
        defer { try? FileManager.default.removeItem(at: scene.folder) }
        let first = try scene.mapped()
        let question = try first.question("bouwen")
        let mapper = OpportunityMapper(maker: try first.maker(cell: 50))
        let compiled = ActivityCompiler(index: first.index, layers: first.layers).compile(question)
        let before = try mapper.map(compiled)
        var changed = scene.house
        let wood = try #require(changed.norms.firstIndex { $0.id == "bos-tenzij" })
        changed.norms[wood].effect = .permitted
        var moved = scene.house
        moved.norms[wood].where = .not(.inside(designation: "bos"))
        var fewer = scene.house
        fewer.norms.remove(at: wood)
        var yielding = scene.house
        yielding.norms[wood].yieldsTo = ["dal-verbod"]
        for house in [changed, moved, fewer, yielding, scene.house] {
            let compiler = ActivityCompiler(index: HouseIndex(house), layers: first.layers)
            let since = compiler.compile(question, since: compiled)
            let again = try mapper.map(since, since: before)
            let anew = try OpportunityMapper(maker: mapper.maker).map(compiler.compile(question))
            #expect(again.classes.map(\.kind) == anew.classes.map(\.kind))
            #expect(again.classes.map(\.cellCount) == anew.classes.map(\.cellCount))
            #expect(again.everywhere == anew.everywhere)
            for (one, other) in zip(again.classes, anew.classes) {
                #expect(one.plane.count(and: other.plane) == one.cellCount)
            }
            // Every change is seen in the hectares.
            #expect((house == scene.house) == (again.classes.map(\.cellCount) == before.classes.map(\.cellCount)))
        }
    }

    private struct Told: Decodable { var before, after, gained, lost: Double }

    private func witness(moved: [(Double, Double)]) async throws -> [String: Told] {
        let outline = Scene.geometry([(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)])
        let (valley, wood) = (Scene.geometry(Scene.valley), Scene.geometry(Scene.wood))
        let outside = try complement([Scene.valley, Scene.wood])
        let outsideMoved = try complement([moved, Scene.wood])
        let input = """
            {"outline":\(outline),
             "before":{"prohibited":[\(valley)],"no-unless":[\(wood)],"permitted":[\(outside)]},
             "after":{"prohibited":[\(Scene.geometry(moved))],"permitted":[\(outsideMoved),\(wood)]}}
            """
        let ending = try await OtherProgram.run(
            OtherProgram.python, [PackageRoot.url("Tests/Oracles/opportunity_diff.py").path], input: Data(input.utf8))
        return try JSONDecoder().decode([String: Told].self, from: ending.outBytes)
    }

    private func complement(_ rings: [[(Double, Double)]]) throws -> String {
        let outline = try Scene.shape([(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)])
        let united = try #require(try Shape.union(rings.map { try Scene.shape($0) }))
        return try #require(try outline.subtracting(united)).geoJSON(in: .rd).compact()
    }
}
