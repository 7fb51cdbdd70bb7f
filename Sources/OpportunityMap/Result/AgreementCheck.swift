internal import Geometry
public import MapLayers
public import NormEngine
import PolicyModel
import Synchronization

/// Holds a map against assessments of its cells: facts from GEOS, norms from the norm engine, nothing from a plane.
public struct AgreementCheck: Sendable {
    /// What map and assessment say of a norm in a cell, where they differ.
    public struct Difference: Sendable, Hashable, CustomStringConvertible {
        public var cell: Cell
        public var x: Double
        public var y: Double
        public var about: String
        public var map: String
        public var assessment: String

        public var description: String {
            "\(x),\(y): \(about) is \(map) op de kaart en \(assessment) in de beoordeling"
        }
    }

    private let index: HouseIndex
    private let layers: MapLayers

    public init(index: HouseIndex, layers: MapLayers) {
        self.index = index
        self.layers = layers
    }

    /// Cells to look at: half of them at the edge of some plane, where a mistake would show.
    public func cells(
        of result: OpportunityResult, planes: [PlaneSource: BitPlane], count: Int,
        using generator: inout some RandomNumberGenerator
    ) -> [Cell] {
        let grid = result.grid
        var edges: [Cell] = []
        for (_, plane) in planes.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            for _ in 0..<max(8, 4 * count / max(1, planes.count)) {
                // Walks from a random cell until the plane changes.
                var column = Int.random(in: 0..<grid.columns, using: &generator)
                let row = Int.random(in: 0..<grid.rows, using: &generator)
                let value = plane[column, row]
                while column + 1 < grid.columns, plane[column + 1, row] == value { column += 1 }
                guard column + 1 < grid.columns else { continue }
                edges += [Cell(column: column, row: row), Cell(column: column + 1, row: row)]
            }
        }
        edges = edges.filter { result.domain[$0] }.shuffled(using: &generator)
        var cells = Array(edges.prefix(count / 2))
        var tries = 0
        while cells.count < count, tries < 200 * count {
            tries += 1
            let cell = Cell(
                column: .random(in: 0..<grid.columns, using: &generator),
                row: .random(in: 0..<grid.rows, using: &generator))
            if result.domain[cell] { cells.append(cell) }
        }
        return cells
    }

    /// All differences over some cells.
    public func differences(
        _ result: OpportunityResult, maker: PlaneMaker, cells: [Cell], work: Work = .quiet
    ) throws(OpportunityError) -> [Difference] {
        var sources: Set<PlaneSource> = []
        for norm in result.activity.norms { sources.formUnion(result.activity.sources(of: norm)) }
        let planes = try maker.planes(sources, work: work)
        let needs = index.house.factNeeds
        let parts = Cores.ranges(cells.count, parts: max(1, cells.count / 32))
        let found = Mutex<[Int: [Difference]]>([:])
        try Cores.forEach(parts.count, work: work) { (part) throws(OpportunityError) in
            let differences = try self.differences(result, planes, needs, cells[parts[part]])
            let count = found.withLock { found in
                found[part] = differences
                return found.count
            }
            work.progress("cellen beoordelen", count, parts.count)
        }
        return found.withLock { found in parts.indices.flatMap { found[$0] ?? [] } }
    }

    private func differences(
        _ result: OpportunityResult, _ planes: [PlaneSource: BitPlane], _ needs: FactNeeds, _ cells: ArraySlice<Cell>
    ) throws(OpportunityError) -> [Difference] {
        var differences: [Difference] = []
        for cell in cells {
            let centre = result.grid.centre(of: cell)
            let facts: SpatialFacts
            do throws(GeometryError) {
                facts = layers.facts(for: try result.footprint.shape(at: centre), needs: needs)
            } catch {
                throw .layer(error.message)
            }
            func differ(_ about: String, _ map: String, _ assessment: String) {
                differences.append(
                    Difference(
                        cell: cell, x: centre.x, y: centre.y, about: about, map: map, assessment: assessment))
            }
            if (facts.outsideShare >= 1) == result.domain[cell] {
                differ("het huis", "\(result.domain[cell])", "\(1 - facts.outsideShare)")
            }
            guard result.domain[cell] else { continue }
            compare(result, cell, facts, planes, differ)
        }
        return differences
    }

    private func compare(
        _ result: OpportunityResult, _ cell: Cell, _ facts: SpatialFacts, _ planes: [PlaneSource: BitPlane],
        _ differ: (String, String, String) -> Void
    ) {
        let initiative = result.activity.question.initiative(facts: facts)
        guard let part = initiative.parts.first else { return }
        let found = NormEvaluator(index: index, initiative: initiative).evaluate(part)
        let truths = Dictionary(found.findings.map { ($0.norm.id, $0.truth) }) { first, _ in first }
        var applies: Set<OpportunityClass> = []
        for norm in result.activity.norms {
            let said = result.activity.truth(of: norm) { planes[$0]?[cell] ?? false }
            let truth = truths[norm.norm.id] ?? .no
            if said != truth { differ("norm \(norm.norm.id)", said.word, truth.word) }
            if truth == .yes { applies.insert(.applies(norm.norm.effect)) }
            if truth == .unknown, !norm.truth.isEverywhereTheSame {
                applies.insert(.undecided(norm.norm.effect))
            }
        }
        let everywhere = Set(result.everywhere.map(\.norm))
        let lacking: Set<Unknown.Cause> = [.noData, .noLayer, .failed]
        if found.findings.contains(where: { finding in
            !everywhere.contains(finding.norm.id) && finding.truth == .unknown
                && finding.missing.contains { lacking.contains($0.cause) }
        }) {
            applies.insert(.noData)
        }
        applies.formUnion(orders(initiative, part))
        let drawn = Set(
            result.classes(of: cell).filter {
                if case .function = $0 { false } else { true }
            })
        for kind in drawn.symmetricDifference(applies) {
            differ("klasse \(kind.id)", "\(drawn.contains(kind))", "\(applies.contains(kind))")
        }
    }

    private func orders(_ initiative: InitiativeInput, _ part: PartInput) -> Set<OpportunityClass> {
        var found: Set<OpportunityClass> = []
        let orders = OrderEvaluator(index: index, initiative: initiative, part: part)
        for ranking in orders.rankings() {
            if !ranking.preferredHere.isEmpty { found.insert(.yields(ranking: ranking.ranking)) }
            if !ranking.yieldingHere.isEmpty { found.insert(.goesFirst(ranking: ranking.ranking)) }
            if !ranking.unknownClaims.isEmpty { found.insert(.claimsUnknown(ranking: ranking.ranking)) }
        }
        for ladder in orders.ladders() {
            if let rung = ladder.rung { found.insert(.rung(ladder: ladder.ladder, rung: rung.id)) }
        }
        return found
    }
}
