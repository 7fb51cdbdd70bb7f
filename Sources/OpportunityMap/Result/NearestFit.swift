public import CanonicalJSON
public import Geometry
public import PolicyModel

/// The nearest places where an activity fits: where no norm with one of the effects that keep it out applies, and none of
/// which that is undecided by the place.
public struct NearestFit: Sendable {
    /// Effects that keep an activity out.
    public static let obstacles: [Effect] = [.prohibited, .noUnless, .undesired]

    public struct Place: Sendable, Hashable {
        public var cell: Cell
        public var centre: Position
        public var distanceMetres: Double
        /// What still holds there.
        public var remaining: [OpportunityClass]
    }

    public let places: [Place]
    /// Norms that keep the activity out, or may, wherever it goes.
    public let everywhere: [CompiledActivity.Everywhere]
    /// Cells where it fits.
    public let plane: BitPlane

    /// - Parameters:
    ///   - limit: how many places at most.
    ///   - apart: how far the places lie from each other at least, in metres: neighbours of a place are no other choice.
    public init(_ result: OpportunityResult, from start: Position, limit: Int = 5, apart: Double = 500) {
        let grid = result.grid
        let fits = result.fitting
        plane = fits
        everywhere = result.everywhere.filter { Self.obstacles.contains($0.effect) }
        var places: [Place] = []
        while places.count < limit {
            guard let next = Self.nearest(fits, start, apartFrom: places.map(\.centre), apart) else { break }
            let centre = grid.centre(of: next.cell)
            places.append(
                Place(
                    cell: next.cell, centre: centre, distanceMetres: next.distance,
                    remaining: result.classes(of: next.cell)))
        }
        self.places = places
    }

    /// The nearest cell to a position that is far enough from others; rows farther than the best are not looked at.
    private static func nearest(
        _ plane: BitPlane, _ start: Position, apartFrom others: [Position], _ apart: Double
    ) -> (cell: Cell, distance: Double)? {
        let grid = plane.grid
        var best: (cell: Cell, square: Double)?
        let first = min(grid.rows - 1, max(0, Int((start.y / grid.cellMetres).rounded(.down)) - grid.firstRow))
        for step in 0..<(2 * grid.rows) {
            let row = step % 2 == 0 ? first + step / 2 : first - (step + 1) / 2
            guard (0..<grid.rows).contains(row) else { continue }
            let y = grid.y(ofRow: row)
            let height = (y - start.y) * (y - start.y)
            if let best, height > best.square { continue }
            plane.forEach(inRow: row) { column in
                let x = grid.x(ofColumn: column)
                let square = height + (x - start.x) * (x - start.x)
                guard square < best?.square ?? .infinity else { return }
                let isApart = others.allSatisfy {
                    ($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y) >= apart * apart
                }
                if isApart { best = (Cell(column: column, row: row), square) }
            }
        }
        return best.map { ($0.cell, $0.square.squareRoot()) }
    }
}

extension OpportunityResult {
    /// Cells where no norm with one of the effects that keep a plan out applies, and none of which that is undecided by the
    /// place.
    public var fitting: BitPlane {
        let kept = classes.filter { item in
            switch item.kind {
            case .applies(let effect), .undecided(let effect): NearestFit.obstacles.contains(effect)
            case .noData: true
            default: false
            }
        }.map(\.plane)
        return BitPlane.combine(grid) { place in
            kept.reduce(domain.word(place)) { $0 & ~$1.word(place) }
        }
    }
}

extension NearestFit {
    public var json: JSONValue {
        [
            "schema": "kompas/nearest/1",
            "places": .array(
                places.map { place in
                    [
                        "x": .number(place.centre.x), "y": .number(place.centre.y),
                        "distanceMetres": .number((place.distanceMetres * 10).rounded() / 10),
                        "remaining": .array(place.remaining.map { .string($0.id) }),
                    ]
                }),
            "everywhere": .array(
                everywhere.map { item in
                    [
                        "norm": .string(item.norm), "effect": .string(item.effect.rawValue),
                        "state": .string(item.applies ? "applies" : "undecided"),
                    ]
                }),
        ]
    }
}
