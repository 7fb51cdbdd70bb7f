import Geometry
import NormEngine
import PolicyModel

/// A map of where an activity fits: for every class the cells that are it.
public struct OpportunityResult: Sendable {
    /// One class with its cells.
    public struct ClassPlane: Sendable {
        public let kind: OpportunityClass
        public let plane: BitPlane
        public let cellCount: Int
        public var hectares: Double { Double(cellCount) * plane.grid.cellHectares }
    }

    public let grid: CellGrid
    public let footprint: Footprint
    /// Cells whose footprint does not lie wholly outside the house. All classes lie within it.
    public let domain: BitPlane
    /// Classes per effect in the reading order of the house, then no data, orders and functions. A cell may be several.
    public let classes: [ClassPlane]
    /// Norms that say the same everywhere: no place changes them, so the map does not draw what they leave open.
    public let everywhere: [CompiledActivity.Everywhere]
    public let activity: CompiledActivity
    /// Who made it.
    let mapper: OpportunityMapper

    /// Every class with the expression that it came from.
    var nodes: [(node: Node, item: ClassPlane)] { zip(activity.outputs, classes).map { ($0.node, $1) } }

    public var domainHectares: Double { Double(domain.count) * grid.cellHectares }

    public func plane(_ kind: OpportunityClass) -> ClassPlane? { classes.first { $0.kind == kind } }

    /// All that a cell is.
    public func classes(of cell: Cell) -> [OpportunityClass] {
        classes.filter { $0.plane[cell] }.map(\.kind)
    }

    /// The classes that a map draws, the first that a cell is gives its colour: per effect in the reading order of the
    /// house where it applies, then where that is undecided; last where data are missing.
    public var drawingOrder: [OpportunityClass] {
        classes.map(\.kind).filter {
            switch $0 {
            case .applies, .undecided, .noData: true
            case .yields, .goesFirst, .claimsUnknown, .rung, .function: false
            }
        }
    }

    /// Per cell the place of its class in the drawing order, from 1; 0 where nothing is found, 255 outside the house. Rows
    /// from south to north.
    public func drawn() -> [UInt8] { drawn(in: drawingOrder) }

    /// The same for other classes in an order of their own.
    func drawn(in order: [OpportunityClass]) -> [UInt8] {
        var cells = [UInt8](repeating: 255, count: grid.cellCount)
        let planes = order.prefix(254).compactMap { plane($0)?.plane }
        for row in 0..<grid.rows {
            for place in 0..<grid.wordsPerRow {
                let index = grid.place(row: row, word: place)
                var rest = domain.word(index)
                let start = row * grid.columns + place * 64
                for (number, plane) in planes.enumerated() where rest != 0 {
                    Self.fill(&cells, start, plane.word(index) & rest, UInt8(number + 1))
                    rest &= ~plane.word(index)
                }
                Self.fill(&cells, start, rest, 0)
            }
        }
        return cells
    }

    @inline(__always)
    private static func fill(_ cells: inout [UInt8], _ start: Int, _ bits: UInt64, _ value: UInt8) {
        var rest = bits
        while rest != 0 {
            cells[start + rest.trailingZeroBitCount] = value
            rest &= rest - 1
        }
    }

    /// How far the hectares of a class may be off by the size of the cells alone: half of every cell at its edge.
    public func marginHectares(of plane: BitPlane) -> Double {
        var edge = 0
        for row in 0..<grid.rows {
            for place in 0..<grid.wordsPerRow {
                func look(_ row: Int, _ word: Int) -> UInt64 { plane.word(grid.place(row: row, word: word)) }
                let word = look(row, place)
                let above = row + 1 < grid.rows ? look(row + 1, place) : word
                let below = row > 0 ? look(row - 1, place) : word
                let west = word << 1 | (place > 0 ? look(row, place - 1) >> 63 : word & 1)
                let east = word >> 1 | (place + 1 < grid.wordsPerRow ? look(row, place + 1) << 63 : word & 1 << 63)
                // A cell inside whose neighbour is outside, and the other way round, within the house.
                let differs = (word ^ above) | (word ^ below) | (word ^ west) | (word ^ east)
                edge += (differs & domain.word(grid.place(row: row, word: place))).nonzeroBitCount
            }
        }
        return Double(edge) / 2 * grid.cellHectares
    }
}

/// Makes maps. Keep one as long as house, layers, grid and footprint stay the same: planes stay in memory, so another
/// question, or a changed norm, costs little.
public final class OpportunityMapper: Sendable {
    public let maker: PlaneMaker

    public init(maker: PlaneMaker) { self.maker = maker }

    /// - Parameter before: a map of the same mapper that nobody looks at any more: its memory is used again.
    public func map(
        _ activity: CompiledActivity, work: Work = .quiet, reusing before: OpportunityResult? = nil
    ) throws(OpportunityError) -> OpportunityResult {
        try map(
            activity, known: [], work: work, reusing: before?.grid == maker.grid ? before?.classes.map(\.plane) : nil)
    }

    /// The map of an activity that was compiled again since an earlier map of this mapper: only classes of which the
    /// expression has changed are computed.
    public func map(
        _ activity: CompiledActivity, since before: OpportunityResult, work: Work = .quiet
    ) throws(OpportunityError) -> OpportunityResult {
        let isSame = before.mapper === self && before.activity.family === activity.family
        return try map(activity, known: isSame ? before.nodes : [], work: work, reusing: nil)
    }

    private func map(
        _ activity: CompiledActivity, known: [(node: Node, item: OpportunityResult.ClassPlane)], work: Work,
        reusing memory: [BitPlane]?
    ) throws(OpportunityError) -> OpportunityResult {
        let known = Dictionary(known.map { ($0.node, $0.item) }) { first, _ in first }
        let wanted = activity.outputs.filter { known[$0.node] == nil }
        let program = activity.program(of: wanted.map(\.node))
        let planes = try maker.planes(Set(program.sources).union([.insideHouse]), work: work)
        guard let domain = planes[.insideHouse] else { throw .noOutline }
        let inputs = program.sources.compactMap { planes[$0] }
        let run = ProgramRun(program: program, planes: inputs, domain: domain, work: work)
        let output = try run.run(into: memory)
        var made = zip(output.planes, output.counts).makeIterator()
        let classes = activity.outputs.compactMap { kind, node -> OpportunityResult.ClassPlane? in
            if let item = known[node] {
                return OpportunityResult.ClassPlane(kind: kind, plane: item.plane, cellCount: item.cellCount)
            }
            return made.next().map { OpportunityResult.ClassPlane(kind: kind, plane: $0.0, cellCount: $0.1) }
        }
        return OpportunityResult(
            grid: maker.grid, footprint: maker.footprint, domain: domain, classes: classes,
            everywhere: activity.everywhere, activity: activity, mapper: self)
    }
}
