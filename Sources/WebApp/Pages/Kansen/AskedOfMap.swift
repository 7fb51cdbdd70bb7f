import Casework
import NormEngine
import PolicyModel

/// What a map of some activities is asked for: only what norms about them wait for.
struct AskedOfMap {
    struct Asked {
        var property: PropertyDefinition
        var norms: Int
    }

    private(set) var properties: [Asked] = []
    private(set) var asksPhase = false
    private(set) var asksChange = false
    private(set) var asksDepth = false
    private(set) var asksInitiator = false

    /// - Parameter deep: designations that lie at a known depth, so that a plan must tell its own.
    init(_ activities: [String], _ index: HouseIndex, deep: Set<String>) {
        var counts: [String: Int] = [:]
        var order: [String] = []
        for norm in index.norms(about: activities) {
            if !norm.phase.isEmpty { asksPhase = true }
            if !norm.change.isEmpty { asksChange = true }
            if norm.depth != nil || norm.designations.contains(where: deep.contains) { asksDepth = true }
            let tests = [norm.when, norm.where].compactMap { $0 }
            if tests.contains(where: \.asksInitiator) { asksInitiator = true }
            for id in Set(tests.flatMap(\.propertiesAsked)).sorted() {
                if counts[id] == nil { order.append(id) }
                counts[id, default: 0] += 1
            }
        }
        if activities.contains(where: { id in index.reach(of: id).contains { index.activities[$0]?.drills == true } }) {
            asksDepth = true
        }
        properties = order.compactMap { id in
            index.properties[id].map { Asked(property: $0, norms: counts[id] ?? 0) }
        }.enumerated().sorted { ($1.element.norms, $0.offset) < ($0.element.norms, $1.offset) }.map(\.element)
    }
}

extension Test {
    /// Whether it makes a difference who takes the initiative.
    fileprivate var asksInitiator: Bool {
        switch self {
        case .initiator: true
        case .all(let tests), .any(let tests): tests.contains(where: \.asksInitiator)
        case .not(let inner): inner.asksInitiator
        default: false
        }
    }
}
