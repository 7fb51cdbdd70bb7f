import Foundation
import KompasTesting
import NormEngine
import OpportunityMap
import PolicyModel
import Testing

/// The map says of a cell what an assessment of that cell says: facts from GEOS, norms from the norm engine. Half of the
/// cells stand at the edge of some plane. `tools/verify-map.sh` does the same with many more cells, in a release build.
@Suite("Map and assessment agree", .serialized)
struct AgreementTests {
    /// Cells per activity, over points and footprints together.
    private static let cells = 200
    /// Side of the cells for points, in metres.
    private static let fine = 250.0

    private func check(
        _ house: MappedHouse, _ makers: [PlaneMaker], activities: [String], seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let check = AgreementCheck(index: house.index, layers: house.layers)
        #expect(activities.count == 20)
        for (number, activity) in activities.enumerated() {
            // Every third plan does not tell what kind of change it is.
            let question = try house.question(activity, change: number % 3 == 2 ? nil : .nieuw)
            for maker in makers {
                let result = try house.map(question, maker)
                let planes = try maker.planes(result.activity.sources)
                let cells = check.cells(
                    of: result, planes: planes, count: Self.cells / makers.count, using: &generator)
                #expect(cells.count >= Self.cells / makers.count)
                let differences = try check.differences(result, maker: maker, cells: cells)
                #expect(
                    differences.isEmpty,
                    "\(activity), \(maker.footprint), seed \(seed): \(differences.prefix(3).map(\.description))")
            }
        }
    }

    @Test("on schematic layers", arguments: [31] as [UInt64])
    func schematic(seed: UInt64) throws {
        let house = try MappedHouse.schematic()
        try check(
            house,
            [
                house.maker(cell: Self.fine), house.maker(cell: 2 * Self.fine, footprint: .disc(hectares: 5)),
            ], activities: house.activities(20), seed: seed)
    }

    @Test(
        "on real layers", .enabled(if: SharedFolder.isWanted("geodata"), "../shared/geodata is not there"),
        arguments: [32] as [UInt64])
    func real(seed: UInt64) throws {
        try TemporaryFolder.use { folder in
            let house = try MappedHouse("Tests/Fixtures/house-kansen", store: RealStore.make(in: folder))
            try check(
                house,
                [
                    house.maker(cell: Self.fine), house.maker(cell: 2 * Self.fine, footprint: .disc(hectares: 5)),
                    house.maker(cell: 4 * Self.fine, footprint: .disc(hectares: 0.2)),
                ], activities: house.activities(20), seed: seed)
        }
    }
}
