/// Which spatial facts an evaluation asks of the map layers.
public struct FactNeeds: Sendable, Hashable {
    /// Per designation how far around a part features are looked for, in metres; 0 when left out.
    public var searchMetres: [String: Double]
    public var towards: [TowardsKey]
    /// Only these designations, or all that are known.
    public var designations: Set<String>?

    public init(searchMetres: [String: Double] = [:], towards: [TowardsKey] = [], designations: Set<String>? = nil) {
        self.searchMetres = searchMetres
        self.towards = towards
        self.designations = designations
    }
}

extension PolicyHouse {
    /// Collects every distance that a test asks for, and the distance within which the house shows what is near.
    public var factNeeds: FactNeeds {
        var needs = FactNeeds()
        for designation in designations where designation.showNearby ?? (designation.kind == .policy) {
            needs.searchMetres[designation.id] = nearbyMetres
        }
        for test in allTests { needs.add(test) }
        return needs
    }

    /// Every test in the house.
    var allTests: [Test] {
        var tests: [Test?] = []
        for norm in norms {
            tests += [norm.where, norm.when]
            tests += norm.conditions.map(\.test)
        }
        tests += agreements.map(\.where)
        tests += contributions.map(\.where)
        tests += signposts.map(\.where)
        return tests.compactMap { $0 } + testsOfEveryPlan
    }

    /// Tests that are asked of every plan, whatever its activities: of frames, orders and inconsistencies.
    var testsOfEveryPlan: [Test] {
        var tests: [Test?] = []
        for ranking in useRankings {
            for edge in ranking.edges { tests += [edge.where, edge.when, edge.claim] }
        }
        for ladder in placeLadders {
            tests.append(ladder.when)
            tests += ladder.rungs.map(\.where)
        }
        for frame in frames {
            tests.append(frame.appliesWhen)
            tests += frame.principles.map(\.appliesWhen)
            tests += frame.triggers.map(\.when)
        }
        tests += inconsistencies.map(\.when)
        return tests.compactMap { $0 }
    }
}

extension FactNeeds {
    fileprivate mutating func add(_ test: Test) {
        switch test {
        case .all(let tests), .any(let tests): for test in tests { add(test) }
        case .not(let inner): add(inner)
        case .within(let designation, let metres):
            searchMetres[designation] = max(searchMetres[designation] ?? 0, metres)
        case .towards(let settlement, let designation, let metres):
            let key = TowardsKey(settlement: settlement, designation: designation, metres: metres)
            if !towards.contains(key) { towards.append(key) }
        default: break
        }
    }
}
