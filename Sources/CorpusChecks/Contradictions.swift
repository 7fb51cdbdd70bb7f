import NormEngine
import PolicyModel

/// Pairs of norms that can meet and whose effects contradict each other: one's activity is the other's or broader,
/// places and depths are not told apart, and both are valid.
struct Contradictions: CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding] {
        let norms = index.house.norms.filter { norm in
            Self.holds(norm, on: day) && index.validity(ofDocument: norm.source.document, on: day) != .no
        }
        var found: [CorpusFinding] = []
        for (position, left) in norms.enumerated() {
            for right in norms[(position + 1)...] where index.contradict(left.effect, right.effect) {
                guard meet(left, right, index) else { continue }
                found.append(finding(left, right, index))
            }
        }
        return found
    }

    private static func holds(_ norm: Norm, on day: PolicyDate) -> Bool {
        if let from = norm.valid?.from, from > day { return false }
        if let until = norm.valid?.until, until <= day { return false }
        return true
    }

    private static func meet(_ left: Norm, _ right: Norm, _ index: HouseIndex) -> Bool {
        guard !left.yieldsTo.contains(right.id), !right.yieldsTo.contains(left.id) else { return false }
        return shareActivity(left.activities, right.activities, index) && sharePlace(left.where, right.where)
            && shareDepth(left.depth, right.depth) && share(left.change, right.change) && share(left.phase, right.phase)
    }

    private static func share<Value: Hashable>(_ left: [Value], _ right: [Value]) -> Bool {
        left.isEmpty || right.isEmpty || !Set(left).isDisjoint(with: right)
    }

    private static func shareActivity(_ left: ActivityScope, _ right: ActivityScope, _ index: HouseIndex) -> Bool {
        switch (left, right) {
        case (.these(let left, _), .these(let right, _)):
            left.contains { index.anyOf([$0], isWithin: right) } || right.contains { index.anyOf([$0], isWithin: left) }
        // A norm about everything is in tension with most: too many to read, and the report of a plan shows them.
        default: false
        }
    }

    /// Two places are told apart when one demands what the other excludes.
    private static func sharePlace(_ left: Test?, _ right: Test?) -> Bool {
        let (leftIn, leftOut) = demands(left)
        let (rightIn, rightOut) = demands(right)
        guard leftIn.isDisjoint(with: rightOut), rightIn.isDisjoint(with: leftOut) else { return false }
        // Named features of one designation lie apart.
        for (designation, names) in features(left) {
            if let others = features(right)[designation], names.isDisjoint(with: others) { return false }
        }
        return true
    }

    /// Designations that a test needs, and those that it excludes.
    private static func demands(_ test: Test?) -> (inside: Set<String>, outside: Set<String>) {
        switch test {
        case .inside(let designation): return ([designation], [])
        case .not(.inside(let designation)): return ([], [designation])
        case .not(.any(let tests)):
            return ([], Set(tests.compactMap { if case .inside(let id) = $0 { id } else { nil } }))
        case .all(let tests):
            return tests.map(demands).reduce(([], [])) { ($0.0.union($1.0), $0.1.union($1.1)) }
        default: return ([], [])
        }
    }

    private static func features(_ test: Test?) -> [String: Set<String>] {
        switch test {
        case .feature(let designation, let name): return [designation: [name]]
        case .all(let tests):
            return tests.map(features).reduce([:]) { $0.merging($1) { $0.union($1) } }
        case .any(let tests):
            let each = tests.map(features)
            guard let first = each.first, each.allSatisfy({ $0.keys == first.keys }) else { return [:] }
            return each.reduce([:]) { $0.merging($1) { $0.union($1) } }
        default: return [:]
        }
    }

    private static func shareDepth(_ left: DepthCondition?, _ right: DepthCondition?) -> Bool {
        guard let left = left?.interval, let right = right?.interval else { return true }
        return left.overlaps(right)
    }

    private static func finding(_ left: Norm, _ right: Norm, _ index: HouseIndex) -> CorpusFinding {
        let details = [left, right].map { norm in
            "\(norm.id): \(norm.effect.rawValue), \(index.title(ofDocument: norm.source.document)) "
                + norm.source.path.joined(separator: " / ")
        }
        return CorpusFinding(
            .contradiction, about: [left.id, right.id], title: "\(left.title) tegenover \(right.title)",
            details: details, isKnown: index.hasInconsistency(about: [left.id, right.id]))
    }
}
