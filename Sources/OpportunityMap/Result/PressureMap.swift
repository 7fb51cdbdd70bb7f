public import CanonicalJSON
public import Geometry
public import MapLayers
public import NormEngine
public import PolicyModel

/// Where claims stack: which tasks, protections and opportunities of policy meet in a place, whatever the plan.
///
/// A stack and no score: every claim is a norm with its words and its force. The number only puts places in order.
public struct PressureMap: Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What somebody must or wants to do here.
        case task
        /// What is kept here as it is.
        case protection
        /// What is wanted or possible here.
        case opportunity

        /// The kind of claim that an effect makes; `nil` for what claims no room.
        public init?(_ effect: Effect) {
            switch effect {
            case .goal, .commitment, .duty, .intention: self = .task
            case .prohibited, .noUnless, .restrained, .undesired, .reserved, .phaseOut: self = .protection
            case .yesProvided, .yesAnd, .permitted, .encouraged, .sitingPreference, .priority: self = .opportunity
            case .competence, .procedure, .noStatus, .regulatedElsewhere, .assessAs, .information: return nil
            }
        }
    }

    /// A norm that claims room in the cells of a plane. The same norm in several documents is one claim.
    public struct Claim: Sendable {
        public let kind: Kind
        /// Norms that say it.
        public let norms: [String]
        public let plane: BitPlane
        public var hectares: Double { plane.hectares }
    }

    /// Connected cells where the same claims meet.
    public struct HotSpot: Sendable {
        public let claims: [Int]
        public let hectares: Double
        /// A cell of it, as near to its middle as can be.
        public let centre: Position
        public let cells: [Cell]
    }

    public let grid: CellGrid
    public let domain: BitPlane
    public let claims: [Claim]
    /// Where most claims meet first; of equals the largest. Each has claims of at least two kinds.
    public let hotSpots: [HotSpot]
    /// Hectares by how many claims meet there.
    public let hectaresByCount: [Int: Double]

    /// - Parameter limit: how many hot spots at most.
    public init(
        index: HouseIndex, layers: MapLayers, maker: PlaneMaker, asOf day: PolicyDate, limit: Int = 20,
        work: Work = .quiet
    ) throws(OpportunityError) {
        grid = maker.grid
        domain = try maker.plane(.insideHouse, work: work)
        claims = try Self.claims(index, layers, maker, day, domain, work)
        let counts = Self.counts(claims, domain)
        var hectares: [Int: Double] = [:]
        for count in counts where count >= 0 { hectares[Int(count), default: 0] += grid.cellHectares }
        hectaresByCount = hectares
        hotSpots = Self.hotSpots(claims, counts, grid, limit)
    }

    private static func claims(
        _ index: HouseIndex, _ layers: MapLayers, _ maker: PlaneMaker, _ day: PolicyDate, _ domain: BitPlane,
        _ work: Work
    ) throws(OpportunityError) -> [Claim] {
        // No activity: only tests that name a place decide.
        let question = OpportunityQuestion(
            part: PartInput(id: "1", activities: [], facts: SpatialFacts(layers: [:])), asOf: day)
        var compiler = PlaceCompiler(index: index, layers: layers, question: question)
        var groups: [String: (kind: Kind, norms: [String], nodes: [Node])] = [:]
        var order: [String] = []
        for norm in index.house.norms {
            guard let kind = Kind(norm.effect), let place = norm.where, !norm.designations.isEmpty,
                index.validity(ofDocument: norm.source.document, on: day) != .no
            else { continue }
            let truth = compiler.truth(of: place)
            guard !truth.isEverywhereTheSame, truth.certainly != .no else { continue }
            let key = "\(kind.rawValue) \(norm.sameAs ?? norm.id)"
            if groups[key] == nil { order.append(key) }
            groups[key, default: (kind, [], [])].norms.append(norm.id)
            groups[key]?.nodes.append(truth.certainly)
        }
        var nodes: [Node] = []
        for key in order { nodes.append(compiler.graph.any(groups[key]?.nodes ?? [])) }
        let program = PlaneProgram(compiler.graph, outputs: nodes)
        let planes = try maker.planes(Set(program.sources), work: work)
        let run = ProgramRun(
            program: program, planes: program.sources.compactMap { planes[$0] }, domain: domain, work: work)
        let output = try run.run()
        var claims: [Claim] = []
        for (number, key) in order.enumerated() where output.counts[number] > 0 {
            guard let group = groups[key] else { continue }
            claims.append(Claim(kind: group.kind, norms: group.norms, plane: output.planes[number]))
        }
        return claims
    }

    /// How many claims meet in each cell; -1 outside the house.
    private static func counts(_ claims: [Claim], _ domain: BitPlane) -> [Int16] {
        let grid = domain.grid
        var counts = [Int16](repeating: -1, count: grid.cellCount)
        for row in 0..<grid.rows { domain.forEach(inRow: row) { counts[row * grid.columns + $0] = 0 } }
        for claim in claims {
            for row in 0..<grid.rows { claim.plane.forEach(inRow: row) { counts[row * grid.columns + $0] += 1 } }
        }
        return counts
    }

    /// From the highest stacks down: connected cells with exactly the same claims.
    private static func hotSpots(
        _ claims: [Claim], _ counts: [Int16], _ grid: CellGrid, _ limit: Int
    ) -> [HotSpot] {
        var levels: [Int16: [Int]] = [:]
        for (cell, count) in counts.enumerated() where count > 1 { levels[count, default: []].append(cell) }
        var spots: [HotSpot] = []
        for level in levels.keys.sorted(by: >) {
            guard spots.count < limit else { break }
            spots += hotSpots(claims, levels[level] ?? [], grid)
                .filter { Set($0.claims.map { claims[$0].kind }).count > 1 }
        }
        return Array(spots.prefix(limit))
    }

    private static func hotSpots(_ claims: [Claim], _ cells: [Int], _ grid: CellGrid) -> [HotSpot] {
        func claimsAt(_ cell: Int) -> [Int] {
            let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
            return claims.indices.filter { claims[$0].plane[column, row] }
        }
        var stacks = Dictionary(uniqueKeysWithValues: cells.map { ($0, claimsAt($0)) })
        var spots: [HotSpot] = []
        for start in cells {
            guard let stack = stacks.removeValue(forKey: start) else { continue }
            var found: [Int] = [start]
            var next = 0
            while next < found.count {
                let cell = found[next]
                next += 1
                let column = cell % grid.columns
                var around = [cell - grid.columns, cell + grid.columns]
                if column > 0 { around.append(cell - 1) }
                if column + 1 < grid.columns { around.append(cell + 1) }
                for neighbour in around where stacks[neighbour] == stack {
                    stacks[neighbour] = nil
                    found.append(neighbour)
                }
            }
            spots.append(spot(stack, found, grid))
        }
        return spots.sorted { ($1.hectares, $0.centre.y, $0.centre.x) < ($0.hectares, $1.centre.y, $1.centre.x) }
    }

    private static func spot(_ stack: [Int], _ numbers: [Int], _ grid: CellGrid) -> HotSpot {
        let cells = numbers.map { Cell(column: $0 % grid.columns, row: $0 / grid.columns) }
        let count = Double(cells.count)
        let column = Double(cells.reduce(0) { $0 + $1.column }) / count
        let row = Double(cells.reduce(0) { $0 + $1.row }) / count
        func square(_ cell: Cell) -> Double {
            let (x, y) = (Double(cell.column) - column, Double(cell.row) - row)
            return x * x + y * y
        }
        let middle = cells.min { square($0) < square($1) } ?? Cell(column: 0, row: 0)
        return HotSpot(
            claims: stack, hectares: count * grid.cellHectares, centre: grid.centre(of: middle), cells: cells)
    }

    public var json: JSONValue {
        [
            "schema": "kompas/pressure/1", "cellMetres": .number(grid.cellMetres),
            "claims": .array(
                claims.map { claim in
                    [
                        "kind": .string(claim.kind.rawValue), "norms": .array(claim.norms.map { .string($0) }),
                        "hectares": .number(OpportunityResult.rounded(claim.hectares)),
                    ]
                }),
            "hectaresByCount": .array(
                hectaresByCount.sorted { $0.key < $1.key }.map { count, hectares in
                    [
                        "claims": .number(Double(count)), "hectares": .number(OpportunityResult.rounded(hectares)),
                    ]
                }),
            "hotSpots": .array(
                hotSpots.map { spot in
                    [
                        "x": .number(spot.centre.x), "y": .number(spot.centre.y),
                        "hectares": .number(OpportunityResult.rounded(spot.hectares)),
                        "claims": .array(spot.claims.map { .number(Double($0)) }),
                    ]
                }),
        ]
    }

    /// A plane of the cells in which at least so many claims meet.
    public func plane(atLeast count: Int) -> BitPlane {
        let counts = Self.counts(claims, domain)
        let plane = BitPlane(grid: grid)
        for (cell, value) in counts.enumerated() where value >= count {
            plane.set(Cell(column: cell % grid.columns, row: cell / grid.columns))
        }
        plane.seal()
        return plane
    }

    /// Per cell how many claims meet there, -1 outside the house; rows from the south.
    public var counts: [Int16] { Self.counts(claims, domain) }
}
