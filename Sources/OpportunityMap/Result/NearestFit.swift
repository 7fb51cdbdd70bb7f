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
    /// Where it is only not certain that something keeps it out; looked for when there is no place where it fits.
    public let possible: [Place]
    /// Norms that keep the activity out, or may, wherever it goes.
    public let everywhere: [CompiledActivity.Everywhere]
    /// Cells where it fits.
    public let plane: BitPlane

    /// - Parameters:
    ///   - limit: how many places at most.
    ///   - apart: how far the places lie from each other at least, in metres: neighbours of a place are no other choice.
    public init(_ result: OpportunityResult, from start: Position, limit: Int = 5, apart: Double = 500) {
        plane = result.fitting
        everywhere = result.everywhere.filter { Self.obstacles.contains($0.effect) }
        places = Self.places(plane, result, start, limit, apart)
        possible = places.isEmpty ? Self.places(result.possiblyFitting, result, start, limit, apart) : []
    }

    private static func places(
        _ plane: BitPlane, _ result: OpportunityResult, _ start: Position, _ limit: Int, _ apart: Double
    ) -> [Place] {
        var places: [Place] = []
        while places.count < limit {
            guard let next = nearest(plane, start, apartFrom: places.map(\.centre), apart) else { break }
            places.append(
                Place(
                    cell: next.cell, centre: result.grid.centre(of: next.cell), distanceMetres: next.distance,
                    remaining: result.classes(of: next.cell)))
        }
        return places
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
    /// place; also for lack of data. What is undecided of other effects, such as goals, keeps nothing out.
    public var fitting: BitPlane {
        without { kind in
            switch kind {
            case .applies(let effect), .undecided(let effect): NearestFit.obstacles.contains(effect)
            default: false
            }
        }
    }

    /// Cells where no norm with one of those effects is certain to apply.
    public var possiblyFitting: BitPlane {
        without { kind in
            if case .applies(let effect) = kind { NearestFit.obstacles.contains(effect) } else { false }
        }
    }

    private func without(_ isKept: (OpportunityClass) -> Bool) -> BitPlane {
        let kept = classes.filter { isKept($0.kind) }.map(\.plane)
        return BitPlane.combine(grid) { place in
            kept.reduce(domain.word(place)) { $0 & ~$1.word(place) }
        }
    }
}

extension NearestFit {
    public var json: JSONValue {
        [
            "schema": "kompas/nearest/1",
            "places": .array(places.map(\.json)), "possible": .array(possible.map(\.json)),
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

extension NearestFit.Place {
    fileprivate var json: JSONValue {
        [
            "x": .number(centre.x), "y": .number(centre.y),
            "distanceMetres": .number((distanceMetres * 10).rounded() / 10),
            "remaining": .array(remaining.map { .string($0.id) }),
        ]
    }
}
