internal import PolicyModel

/// An id is used once among its kind, and once within its frame, ranking, ladder or norm.
struct DuplicateIds: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let house = content.house
        let lists: [(ContentKind, [String])] = [
            (.documents, house.documents.map(\.id)), (.norms, house.norms.map(\.id)),
            (.designations, house.designations.map(\.id)), (.layers, house.layers.map(\.id)),
            (.activities, house.activities.map(\.id)), (.properties, house.properties.map(\.id)),
            (.functions, house.functions.map(\.id)), (.terms, house.terms.map(\.id)), (.goals, house.goals.map(\.id)),
            (.roles, house.roles.map(\.id)), (.frames, house.frames.map(\.id)),
            (.useRankings, house.useRankings.map(\.id)), (.placeLadders, house.placeLadders.map(\.id)),
            (.agreements, house.agreements.map(\.id)), (.contributions, house.contributions.map(\.id)),
            (.inconsistencies, house.inconsistencies.map(\.id)), (.signposts, house.signposts.map(\.id)),
            (.figures, house.figures.map(\.id)), (.issues, house.issues.map(\.id)),
            (.programmes, house.programmes.map(\.id)),
            (.instruments, house.instruments.map(\.id)), (.indicators, house.indicators.map(\.id)),
            (.cycle, house.cycle.map(\.id)),
        ]
        for (kind, ids) in lists {
            check(ids, kind.singular, &report) { ContentPlace(kind: kind, index: $0).at("id") }
        }
        for (index, norm) in house.norms.enumerated() {
            let place = ContentPlace(kind: .norms, index: index)
            check(norm.conditions.map(\.id), "condition", &report) { place.at("conditions", item: $0).at("id") }
        }
        for (index, frame) in house.frames.enumerated() {
            let place = ContentPlace(kind: .frames, index: index)
            let parts: [(String, String, [String])] = [
                ("principle", "principles", frame.principles.map(\.id)), ("group", "groups", frame.groups.map(\.id)),
                ("question", "questions", frame.questions.map(\.id)),
                ("criterion", "criteria", frame.criteria.map(\.id)),
                ("statement", "statements", frame.statements.map(\.id)),
                ("outcome", "outcomes", frame.outcomes.map(\.id)), ("trigger", "triggers", frame.triggers.map(\.id)),
                ("step", "steps", frame.steps.map(\.id)),
            ]
            for (word, key, ids) in parts {
                check(ids, word, &report) { place.at(.key(key), item: $0).at("id") }
            }
        }
        for (index, ranking) in house.useRankings.enumerated() {
            let place = ContentPlace(kind: .useRankings, index: index)
            check(ranking.edges.map(\.id), "edge", &report) { place.at("edges", item: $0).at("id") }
        }
        for (index, ladder) in house.placeLadders.enumerated() {
            let place = ContentPlace(kind: .placeLadders, index: index)
            check(ladder.rungs.map(\.id), "rung", &report) { place.at("rungs", item: $0).at("id") }
        }
    }

    private static func check(
        _ ids: [String], _ word: String, _ report: inout IntegrityReport, place: (Int) -> ContentPlace
    ) {
        var first: [String: Int] = [:]
        for (index, id) in ids.enumerated() {
            guard let earlier = first[id] else {
                first[id] = index
                continue
            }
            report.error(
                "there are two of \(word) `\(id)`", at: place(index),
                help: "the first is in \(report.words(for: place(earlier)))")
        }
    }
}
