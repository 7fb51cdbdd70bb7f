internal import PolicyModel

/// Finds every test of a house.
struct TestWalk {
    private var found: [(test: Test, place: ContentPlace)] = []

    static func tests(in house: PolicyHouse) -> [(test: Test, place: ContentPlace)] {
        var walk = TestWalk()
        walk.visit(house)
        return walk.found
    }

    /// The parts of which all must hold, for as far as `all` is nested in `all`.
    static func conjuncts(of test: Test, at place: ContentPlace) -> [(test: Test, place: ContentPlace)] {
        guard case .all(let tests) = test else { return [(test, place)] }
        return tests.enumerated().flatMap { conjuncts(of: $1, at: place.at("all", item: $0)) }
    }

    private mutating func visit(_ house: PolicyHouse) {
        for (index, norm) in house.norms.enumerated() {
            let place = ContentPlace(kind: .norms, index: index)
            add(norm.where, place.at("where"))
            add(norm.when, place.at("when"))
            for (number, condition) in norm.conditions.enumerated() {
                add(condition.test, place.at("conditions", item: number).at("test"))
            }
        }
        for (index, ranking) in house.useRankings.enumerated() {
            for (number, edge) in ranking.edges.enumerated() {
                let place = ContentPlace(kind: .useRankings, index: index).at("edges", item: number)
                add(edge.where, place.at("where"))
                add(edge.when, place.at("when"))
                add(edge.claim, place.at("claim"))
            }
        }
        for (index, ladder) in house.placeLadders.enumerated() {
            let place = ContentPlace(kind: .placeLadders, index: index)
            add(ladder.when, place.at("when"))
            for (number, rung) in ladder.rungs.enumerated() {
                add(rung.where, place.at("rungs", item: number).at("where"))
            }
        }
        for (index, frame) in house.frames.enumerated() {
            let place = ContentPlace(kind: .frames, index: index)
            add(frame.appliesWhen, place.at("appliesWhen"))
            for (number, principle) in frame.principles.enumerated() {
                add(principle.appliesWhen, place.at("principles", item: number).at("appliesWhen"))
            }
            for (number, trigger) in frame.triggers.enumerated() {
                add(trigger.when, place.at("triggers", item: number).at("when"))
            }
        }
        for (index, agreement) in house.agreements.enumerated() {
            add(agreement.where, ContentPlace(kind: .agreements, index: index).at("where"))
        }
        for (index, contribution) in house.contributions.enumerated() {
            add(contribution.where, ContentPlace(kind: .contributions, index: index).at("where"))
        }
        for (index, inconsistency) in house.inconsistencies.enumerated() {
            add(inconsistency.when, ContentPlace(kind: .inconsistencies, index: index).at("when"))
        }
        for (index, signpost) in house.signposts.enumerated() {
            add(signpost.where, ContentPlace(kind: .signposts, index: index).at("where"))
        }
    }

    private mutating func add(_ test: Test?, _ place: ContentPlace) {
        guard let test else { return }
        found.append((test, place))
        switch test {
        case .all(let tests):
            for (index, test) in tests.enumerated() { add(test, place.at("all", item: index)) }
        case .any(let tests):
            for (index, test) in tests.enumerated() { add(test, place.at("any", item: index)) }
        case .not(let test): add(test, place.at("not"))
        default: break
        }
    }
}
