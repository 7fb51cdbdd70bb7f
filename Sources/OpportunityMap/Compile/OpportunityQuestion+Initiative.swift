public import Assessment
import MapLayers
import NormEngine
public import PolicyModel

extension OpportunityQuestion {
    /// The first part of an initiative as a question; its place does not matter. `nil` when it has no part.
    public init?(_ initiative: Initiative, asOf day: PolicyDate) {
        guard let part = initiative.parts.first else { return nil }
        self.init(
            part: PartInput(
                id: part.id, activities: part.activities, change: part.change, phase: part.phase, use: part.use,
                reach: part.reach, properties: part.properties, facts: SpatialFacts(layers: [:])),
            initiatorRole: initiative.initiatorRole, answers: initiative.answers, asOf: day)
    }
}
