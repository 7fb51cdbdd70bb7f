import PolicyModel

/// The part of the ground that a designation is about.
public enum Stratum: String, Sendable, Hashable, CaseIterable {
    case surface, underground
    /// Some of its policy is about the surface and some about what lies below.
    case both

    public var isUnderground: Bool { self != .surface }
    public var isSurface: Bool { self != .underground }
}

extension HouseIndex {
    /// What every designation is about, read from the policy on it: from norms that hold at a depth or for activities below
    /// ground only, and from orders of such activities. A legend item without policy of its own is about what the rest of
    /// its legend is about.
    public func strata() -> [String: Stratum] {
        var below: [String: Int] = [:]
        var all: [String: Int] = [:]
        for norm in house.norms {
            let isBelow = isBelowGround(norm)
            for designation in designationsByNorm[norm.id] ?? [] {
                all[designation, default: 0] += 1
                if isBelow { below[designation, default: 0] += 1 }
            }
        }
        for edge in house.useRankings.flatMap(\.edges) {
            guard let designation = edge.designation else { continue }
            all[designation, default: 0] += 1
            if edge.prefer.allSatisfy({ isBelowGround(activity: $0) }) { below[designation, default: 0] += 1 }
        }
        var strata: [String: Stratum] = [:]
        for (designation, count) in all {
            let part = below[designation] ?? 0
            strata[designation] = part == 0 ? .surface : part == count ? .underground : .both
        }
        for designation in house.designations where strata[designation.id] == nil {
            strata[designation.id] = isBesideUnderground(designation, strata) ? .underground : .surface
        }
        return strata
    }

    /// Whether it, or something broader, is done below ground.
    public func isBelowGround(activity: String) -> Bool {
        reach(of: activity).contains { activities[$0]?.belowGround == true }
    }

    private func isBelowGround(_ norm: Norm) -> Bool {
        if norm.depth != nil { return true }
        guard case .these(let list, _) = norm.activities else { return false }
        return !list.isEmpty && list.allSatisfy { isBelowGround(activity: $0) }
    }

    private func isBesideUnderground(_ designation: Designation, _ known: [String: Stratum]) -> Bool {
        guard let source = designation.source else { return false }
        let beside = house.designations.compactMap { other -> Stratum? in
            guard let place = other.source, place.document == source.document, place.path == source.path else {
                return nil
            }
            return known[other.id]
        }
        return !beside.isEmpty && beside.allSatisfy { $0 == .underground }
    }
}
