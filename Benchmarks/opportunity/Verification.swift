import Foundation
import Geometry
import MapLayers
import NormEngine
import OpportunityMap
import PolicyModel

/// Holds maps of twenty activities against assessments of their cells, half of them beside a line; see `tools/verify-map.sh`.
struct Verification {
    let index: HouseIndex
    let layers: MapLayers
    let day: PolicyDate
    /// Cells per activity, over all footprints.
    let cells: Int

    /// How many differences there are.
    func run(box: BoundingBox) throws -> Int {
        let makers = try [(50.0, Footprint.point), (100, .disc(hectares: 5)), (200, .disc(hectares: 0.2))].map {
            PlaneMaker(
                layers: layers, needs: index.house.factNeeds, grid: try CellGrid(cellMetres: $0.0, covering: box),
                footprint: $0.1)
        }
        let check = AgreementCheck(index: index, layers: layers)
        let ids = index.house.activities.map(\.id).sorted()
        let asked = min(20, ids.count)
        var (differences, held) = (0, 0)
        for number in 0..<asked {
            let activity = ids[number * ids.count / asked]
            let compiled = ActivityCompiler(index: index, layers: layers).compile(question(activity, number))
            for maker in makers {
                var generator = SystemRandomNumberGenerator()
                let result = try OpportunityMapper(maker: maker).map(compiled)
                let planes = try maker.planes(compiled.sources)
                let cells = check.cells(of: result, planes: planes, count: cells / makers.count, using: &generator)
                let found = try check.differences(result, maker: maker, cells: cells)
                for line in found.prefix(3) { print("\(activity), \(maker.footprint): \(line)") }
                differences += found.count
                held += cells.count
            }
        }
        print("\(asked) activities, \(held) cells assessed one by one: \(differences) differences")
        return differences
    }

    /// Every third plan does not tell what kind of change it is.
    private func question(_ activity: String, _ number: Int) -> OpportunityQuestion {
        OpportunityQuestion(
            part: PartInput(
                id: "1", activities: [activity], change: number % 3 == 2 ? nil : .nieuw,
                use: DepthInterval(from: 40, to: 90), reach: DepthInterval(from: 0, to: 90),
                properties: ["hoogte": .quantity(Quantity(value: 12, unit: "m"))], facts: SpatialFacts(layers: [:])),
            asOf: day)
    }
}
