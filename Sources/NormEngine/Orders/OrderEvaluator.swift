public import PolicyModel

/// A preference that bears on a part.
public struct RankedUse: Sendable, Hashable {
    public var edge: String
    public var activity: String
    public var designation: String?
    public var why: String
    public var source: SourceReference
}

/// A use-ranking as it stands for a part.
public struct RankingResult: Sendable, Hashable {
    public var ranking: String
    public var title: String
    /// Uses that go before this one and have a claim or chance here.
    public var preferredHere: [RankedUse]
    public var yieldingHere: [RankedUse]
    /// Uses that go before this one but of which it is not known whether they have a claim here.
    public var unknownClaims: [RankedUse]
}

/// A place-ladder as it stands for a part.
public struct LadderResult: Sendable, Hashable {
    public var ladder: String
    public var title: String
    /// `nil` when it cannot be said on which rung the place stands.
    public var rung: PlaceLadder.Rung?
    /// Rungs that are to be examined first.
    public var higherRungs: [PlaceLadder.Rung]
    public var missing: [Unknown]
}

/// Evaluates orders of preference for one part.
public struct OrderEvaluator: Sendable {
    let index: HouseIndex
    let tests: TestEvaluator
    let asOf: PolicyDate

    public init(index: HouseIndex, initiative: InitiativeInput, part: PartInput) {
        self.index = index
        tests = TestEvaluator(index: index, initiative: initiative, part: part)
        asOf = initiative.asOf
    }

    /// Rankings in which the part takes part, in the order of the house.
    public func rankings() -> [RankingResult] {
        index.house.useRankings.compactMap { ranking in
            var result = RankingResult(
                ranking: ranking.id, title: ranking.title, preferredHere: [], yieldingHere: [], unknownClaims: [])
            for edge in ranking.edges { place(edge, in: &result) }
            let isEmpty = result.preferredHere.isEmpty && result.yieldingHere.isEmpty && result.unknownClaims.isEmpty
            return isEmpty ? nil : result
        }
    }

    private func place(_ edge: UseRanking.Edge, in result: inout RankingResult) {
        let validity = index.validity(ofDocument: edge.source.document, on: asOf)
        guard validity != .no else { return }
        let activities = tests.part.activities
        let goesFirst = index.anyOf(activities, isWithin: edge.prefer)
        let yields = activities.contains {
            index.anyOf([$0], isWithin: edge.over) && !index.anyOf([$0], isWithin: edge.except)
        }
        guard goesFirst != yields else { return }
        let place = edge.where.map { tests.evaluate($0, step: "where").truth } ?? .yes
        let when = edge.when.map { tests.evaluate($0, step: "when").truth } ?? .yes
        let holds = Truth.all([validity, place, when])
        if goesFirst {
            if holds == .yes { result.yieldingHere += uses(edge.over, edge) }
        } else {
            let claim = edge.claim.map { tests.evaluate($0, step: "claim").truth } ?? .unknown
            switch holds && claim {
            case .yes: result.preferredHere += uses(edge.prefer, edge)
            case .unknown: result.unknownClaims += uses(edge.prefer, edge)
            case .no: break
            }
        }
    }

    private func uses(_ activities: [String], _ edge: UseRanking.Edge) -> [RankedUse] {
        activities.map {
            RankedUse(edge: edge.id, activity: $0, designation: edge.designation, why: edge.why, source: edge.source)
        }
    }

    /// Ladders about the activities of the part, in the order of the house.
    public func ladders() -> [LadderResult] {
        index.house.placeLadders.compactMap { ladder in
            guard index.anyOf(tests.part.activities, isWithin: ladder.activities) else { return nil }
            let source = ladder.source ?? ladder.rungs.compactMap(\.source).first
            if let source, index.validity(ofDocument: source.document, on: asOf) == .no { return nil }
            var missing: [Unknown] = []
            if let when = ladder.when {
                let outcome = tests.evaluate(when, step: "when")
                if outcome.truth == .no { return nil }
                missing += outcome.missing
            }
            var higher: [PlaceLadder.Rung] = []
            for rung in ladder.rungs {
                let outcome = tests.evaluate(rung.where, step: "where")
                switch outcome.truth {
                case .yes:
                    return LadderResult(
                        ladder: ladder.id, title: ladder.title, rung: missing.isEmpty ? rung : nil, higherRungs: higher,
                        missing: Array(Set(missing)).sorted())
                case .unknown: missing += outcome.missing
                case .no: break
                }
                higher.append(rung)
            }
            return LadderResult(
                ladder: ladder.id, title: ladder.title, rung: nil,
                // On no rung at all every rung is better; when it is not known, the last one never is.
                higherRungs: missing.isEmpty ? higher : higher.dropLast(),
                missing: Array(Set(missing)).sorted())
        }
    }
}
