public import Assessment
public import Geometry
public import PolicyContent
public import PolicyModel

/// Spatial facts that a scenario takes for granted: what it names is there, what it does not name is not.
///
/// Each part of a scenario stands on a point of its own, by which its facts are found again.
public struct GivenFactSource: SpatialFactSource {
    /// The origin of the CRS of the Dutch triangulation: a place that every house can compute with.
    static let origin = (x: 155_000.0, y: 463_000.0)

    public let layerHashes: [String: String] = [:]
    private let house: PolicyHouse
    private let facts: [Scenario.GivenFacts]

    /// - Parameter facts: per part, in the order of the parts.
    public init(house: PolicyHouse, facts: [Scenario.GivenFacts]) {
        self.house = house
        self.facts = facts
    }

    public func facts(for place: Shape, needs: FactNeeds) -> SpatialFacts {
        let number = Int((place.boundingBox.minX - Self.origin.x).rounded())
        guard facts.indices.contains(number) else { return SpatialFacts(layers: [:]) }
        let given = facts[number]
        var layers: [String: [LayerFact]] = [:]
        for designation in house.designations { layers[designation.id] = [fact(designation.id, given)] }
        var towards: [TowardsKey: Truth] = [:]
        for key in needs.towards {
            towards[key] = Truth(given.towards[key.settlement] == key.designation)
        }
        return SpatialFacts(layers: layers, towards: towards)
    }

    private func fact(_ designation: String, _ given: Scenario.GivenFacts) -> LayerFact {
        guard !given.unknown.contains(designation) else {
            return LayerFact(designation: designation, layer: nil, state: .noLayer)
        }
        let features = given.features.filter { $0.designation == designation }
        let share = given.shares[designation] ?? (features.isEmpty ? 0 : 1)
        let isHit = !features.isEmpty || share > 0
        let distance = isHit ? 0 : given.distances[designation]
        let overlap = OverlapMeasure(kind: .point, value: nil, share: share)
        var hits = features.enumerated().map { number, feature in
            FeatureHit(
                feature: "\(number + 1)", name: feature.name, attributes: feature.attributes, overlap: overlap,
                distanceMetres: 0, depth: feature.depth, baseIsKnown: feature.depth?.to != nil || feature.depth == nil,
                isOverlap: true)
        }
        if isHit, hits.isEmpty {
            hits = [FeatureHit(feature: "1", name: nil, overlap: overlap, distanceMetres: 0, isOverlap: true)]
        } else if let distance, !isHit {
            hits = [FeatureHit(feature: "1", name: nil, overlap: overlap, distanceMetres: distance, isOverlap: false)]
        }
        return LayerFact(
            designation: designation, layer: "scenario", state: isHit ? .hit : .none, hits: hits, overlapShare: share,
            overlap: isHit ? overlap : nil, nearestMetres: distance, searchMetres: .greatestFiniteMagnitude)
    }
}
