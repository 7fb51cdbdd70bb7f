public import CanonicalJSON
public import PolicyModel

/// What changes between two maps on one grid.
public struct MapDifference: Sendable {
    /// One class: what it gains and loses.
    public struct Change: Sendable {
        public var kind: OpportunityClass
        public var before: Double
        public var after: Double
        public var gained: Double
        public var lost: Double
    }

    /// Cells that go from one drawn class to another.
    public struct Transition: Sendable, Hashable {
        /// `nil` where nothing is found.
        public var from: OpportunityClass?
        public var to: OpportunityClass?
        public var hectares: Double
    }

    /// A norm of which no place changes what it says, and that says something else in the other variant.
    public struct EverywhereChange: Sendable, Hashable {
        /// Something holds or is undecided everywhere; `nil` when a variant says nothing of the norm that is the same everywhere.
        public enum State: String, Sendable {
            case applies, undecided
        }

        public var norm: String
        public var effect: Effect
        public var before: State?
        public var after: State?
    }

    public let changes: [Change]
    /// What changes and is not drawn, because it is the same in every place.
    public let everywhere: [EverywhereChange]
    public let transitions: [Transition]
    /// Cells of which some class changes.
    public let plane: BitPlane
    public var changedHectares: Double { Double(plane.count) * plane.grid.cellHectares }

    public init(before: OpportunityResult, after: OpportunityResult) throws(OpportunityError) {
        guard before.grid == after.grid else { throw .layer("de twee kaarten hebben niet hetzelfde raster") }
        let grid = before.grid
        let size = grid.cellHectares
        let empty = BitPlane.constant(grid, false)
        var kinds = before.classes.map(\.kind)
        for kind in after.classes.map(\.kind) where !kinds.contains(kind) { kinds.append(kind) }
        var changes: [Change] = []
        let differing = BitPlane(grid: grid)
        for kind in kinds {
            let (old, new) = (before.plane(kind)?.plane ?? empty, after.plane(kind)?.plane ?? empty)
            let both = old.count(and: new)
            let (was, now) = (old.count, new.count)
            for place in 0..<grid.wordCount { differing.words[place] |= old.word(place) ^ new.word(place) }
            guard was != both || now != both else { continue }
            changes.append(
                Change(
                    kind: kind, before: Double(was) * size, after: Double(now) * size,
                    gained: Double(now - both) * size, lost: Double(was - both) * size))
        }
        differing.seal()
        plane = differing
        self.changes = changes
        transitions = Self.transitions(before, after)
        everywhere = Self.everywhere(before.everywhere, after.everywhere)
    }

    private static func everywhere(
        _ before: [CompiledActivity.Everywhere], _ after: [CompiledActivity.Everywhere]
    ) -> [EverywhereChange] {
        func states(_ items: [CompiledActivity.Everywhere]) -> [String: EverywhereChange.State] {
            Dictionary(
                items.map { ($0.norm, $0.applies ? .applies : .undecided) }, uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (states(before), states(after))
        let known = Set(before.map(\.norm))
        return (before + after.filter { !known.contains($0.norm) }).compactMap { item in
            let (was, now) = (old[item.norm], new[item.norm])
            return was == now ? nil : EverywhereChange(norm: item.norm, effect: item.effect, before: was, after: now)
        }
    }

    private static func transitions(_ before: OpportunityResult, _ after: OpportunityResult) -> [Transition] {
        let (old, new) = (before.drawn(), after.drawn())
        let (oldOrder, newOrder) = (before.drawingOrder, after.drawingOrder)
        var counts: [Int: Int] = [:]
        for cell in old.indices where old[cell] != 255 || new[cell] != 255 {
            counts[Int(old[cell]) << 8 | Int(new[cell]), default: 0] += 1
        }
        func kind(_ number: Int, _ order: [OpportunityClass]) -> OpportunityClass? {
            (1...max(1, order.count)).contains(number) && number <= order.count ? order[number - 1] : nil
        }
        let all = counts.compactMap { key, count -> Transition? in
            let (from, to) = (kind(key >> 8, oldOrder), kind(key & 255, newOrder))
            guard from != to else { return nil }
            return Transition(from: from, to: to, hectares: Double(count) * before.grid.cellHectares)
        }
        return all.sorted {
            ($1.hectares, $0.from?.id ?? "", $0.to?.id ?? "") < ($0.hectares, $1.from?.id ?? "", $1.to?.id ?? "")
        }
    }

    public var json: JSONValue {
        [
            "changedHectares": .number(OpportunityResult.rounded(changedHectares)),
            "classes": .array(
                changes.map { change in
                    [
                        "id": .string(change.kind.id), "before": .number(OpportunityResult.rounded(change.before)),
                        "after": .number(OpportunityResult.rounded(change.after)),
                        "gained": .number(OpportunityResult.rounded(change.gained)),
                        "lost": .number(OpportunityResult.rounded(change.lost)),
                    ]
                }),
            "everywhere": .array(
                everywhere.map { item in
                    [
                        "norm": .string(item.norm), "effect": .string(item.effect.rawValue),
                        "before": item.before.map { .string($0.rawValue) } ?? .null,
                        "after": item.after.map { .string($0.rawValue) } ?? .null,
                    ]
                }),
            "transitions": .array(
                transitions.map { item in
                    [
                        "from": item.from.map { .string($0.id) } ?? .null,
                        "to": item.to.map { .string($0.id) } ?? .null,
                        "hectares": .number(OpportunityResult.rounded(item.hectares)),
                    ]
                }),
        ]
    }
}
