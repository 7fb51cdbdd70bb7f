internal import PolicyModel

/// Finds every source reference of a house.
struct SourceWalk {
    private var found: [(source: SourceReference, place: ContentPlace)] = []

    static func sources(in house: PolicyHouse) -> [(source: SourceReference, place: ContentPlace)] {
        var walk = SourceWalk()
        walk.visitDocuments(house)
        walk.visitRules(house)
        walk.visitFrames(house)
        walk.visitOrders(house)
        walk.visitRest(house)
        walk.visitCycle(house)
        return walk.found
    }

    private mutating func add(_ source: SourceReference?, _ place: ContentPlace) {
        if let source { found.append((source, place.at("source"))) }
    }

    private mutating func add<Record>(
        _ records: [Record], _ kind: ContentKind, _ source: (Record) -> SourceReference?
    ) {
        for (index, record) in records.enumerated() { add(source(record), ContentPlace(kind: kind, index: index)) }
    }

    private mutating func add<Part>(
        _ parts: [Part], _ key: String, in place: ContentPlace, _ source: (Part) -> SourceReference?
    ) {
        for (index, part) in parts.enumerated() { add(source(part), place.at(.key(key), item: index)) }
    }

    private mutating func visitDocuments(_ house: PolicyHouse) {
        for (index, document) in house.documents.enumerated() {
            let place = ContentPlace(kind: .documents, index: index)
            add(document.statusHistory, "statusHistory", in: place) { $0.source }
            add(document.mayDeviate?.source, place.at("mayDeviate"))
            add(document.period?.source, place.at("period"))
            add(document.relations, "relations", in: place) { $0.source }
        }
    }

    private mutating func visitRules(_ house: PolicyHouse) {
        add(house.norms, .norms) { $0.source }
        for (index, norm) in house.norms.enumerated() {
            add(norm.conditions, "conditions", in: ContentPlace(kind: .norms, index: index)) { $0.source }
        }
        add(house.designations, .designations) { $0.source }
        add(house.functions, .functions) { $0.source }
        add(house.terms, .terms) { $0.source }
        add(house.goals, .goals) { $0.source }
        add(house.roles, .roles) { $0.source }
    }

    private mutating func visitFrames(_ house: PolicyHouse) {
        add(house.frames, .frames) { $0.source }
        for (index, frame) in house.frames.enumerated() {
            let place = ContentPlace(kind: .frames, index: index)
            add(frame.principles, "principles", in: place) { $0.source }
            add(frame.questions, "questions", in: place) { $0.source }
            add(frame.statements, "statements", in: place) { $0.source }
            add(frame.criteria, "criteria", in: place) { $0.source }
            add(frame.outcomes, "outcomes", in: place) { $0.source }
            add(frame.triggers, "triggers", in: place) { $0.source }
            add(frame.steps, "steps", in: place) { $0.source }
        }
    }

    private mutating func visitOrders(_ house: PolicyHouse) {
        for (index, ranking) in house.useRankings.enumerated() {
            add(ranking.edges, "edges", in: ContentPlace(kind: .useRankings, index: index)) { $0.source }
        }
        add(house.placeLadders, .placeLadders) { $0.source }
        for (index, ladder) in house.placeLadders.enumerated() {
            add(ladder.rungs, "rungs", in: ContentPlace(kind: .placeLadders, index: index)) { $0.source }
        }
    }

    private mutating func visitRest(_ house: PolicyHouse) {
        add(house.agreements, .agreements) { $0.source }
        add(house.contributions, .contributions) { $0.source }
        add(house.signposts, .signposts) { $0.source }
        for (index, contribution) in house.contributions.enumerated() {
            let place = ContentPlace(kind: .contributions, index: index).at("account")
            for (number, source) in (contribution.account?.evidence ?? []).enumerated() {
                found.append((source, place.at("evidence", item: number)))
            }
        }
        for (index, inconsistency) in house.inconsistencies.enumerated() {
            let place = ContentPlace(kind: .inconsistencies, index: index)
            for (number, source) in inconsistency.sources.enumerated() {
                found.append((source, place.at("sources", item: number)))
            }
        }
    }

    private mutating func visitCycle(_ house: PolicyHouse) {
        add(house.figures, .figures) { $0.source }
        add(house.issues, .issues) { $0.source }
        add(house.programmes, .programmes) { $0.source }
        add(house.instruments, .instruments) { $0.source }
        add(house.indicators, .indicators) { $0.source }
        add(house.cycle, .cycle) { $0.source }
    }
}
