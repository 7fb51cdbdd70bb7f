extension PolicyHouse {
    /// Every id that a record or a part of one carries: what a ledger may say that a passage became.
    public var recordIds: Set<String> {
        var ids = Set(documents.map(\.id))
        ids.formUnion(norms.map(\.id))
        ids.formUnion(norms.flatMap { $0.conditions.map(\.id) })
        ids.formUnion(designations.map(\.id))
        ids.formUnion(layers.map(\.id))
        ids.formUnion(activities.map(\.id))
        ids.formUnion(properties.map(\.id))
        ids.formUnion(functions.map(\.id))
        ids.formUnion(terms.map(\.id))
        ids.formUnion(goals.map(\.id))
        ids.formUnion(roles.map(\.id))
        for frame in frames {
            ids.insert(frame.id)
            ids.formUnion(frame.principles.map(\.id) + frame.questions.map(\.id) + frame.groups.map(\.id))
            ids.formUnion(frame.statements.map(\.id) + frame.criteria.map(\.id) + frame.outcomes.map(\.id))
            ids.formUnion(frame.triggers.map(\.id) + frame.steps.map(\.id))
        }
        ids.formUnion(useRankings.flatMap { [$0.id] + $0.edges.map(\.id) })
        ids.formUnion(placeLadders.flatMap { [$0.id] + $0.rungs.map(\.id) })
        ids.formUnion(agreements.map(\.id))
        ids.formUnion(contributions.map(\.id))
        ids.formUnion(inconsistencies.map(\.id))
        ids.formUnion(signposts.map(\.id))
        ids.formUnion(figures.map(\.id))
        ids.formUnion(issues.map(\.id))
        ids.formUnion(programmes.map(\.id))
        ids.formUnion(instruments.map(\.id))
        ids.formUnion(indicators.map(\.id))
        ids.formUnion(cycle.map(\.id))
        ids.insert(id)
        return ids
    }
}
