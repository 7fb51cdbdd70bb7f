internal import Geometry
internal import PolicyModel

/// Turns the overlay of one layer into one fact.
struct LayerFactMaker {
    let layer: Layer
    let place: Place
    let searchMetres: Double
    /// The outline of the house; `nil` when it cannot be used.
    let outline: LayerContents?
    /// The layer is the outline itself: it knows everywhere.
    let isOutline: Bool

    func fact() -> LayerFact {
        let description = layer.description
        var fact = LayerFact(
            designation: description.designation, layer: description.id, state: .none,
            precision: description.precision, asOf: description.asOf, basis: description.basis,
            searchMetres: searchMetres)
        do throws(LayerFailure) {
            try fill(&fact, layer.contents())
        } catch {
            fact.state = .failed
            fact.certain = false
            fact.why = error.why
            fact.hits = []
            fact.overlap = nil
            fact.overlapShare = nil
            fact.nearestMetres = nil
            fact.searchIsCovered = false
        }
        return fact
    }

    private func fill(_ fact: inout LayerFact, _ contents: LayerContents) throws(LayerFailure) {
        let overlay = Overlay(place: place, contents: contents)
        let width = layer.description.widthMetres
        let shares = try overlay.shares()
        let overlapping = shares.filter { overlay.isOverlap($0) }
        // A feature beyond the search distance may really lie within it: its line may be its width off. It is no hit, and its
        // distance is told.
        let distances = try overlay.distances(
            within: searchMetres + width, overlapping: Set(overlapping.map(\.feature)))
        let reach = max(searchMetres, width)
        fact.hits = try hits(overlay, shares, overlapping, distances.filter { $0.value <= reach }, width)
        fact.nearestMetres = distances.values.min()
        fact.overlap = try overlay.union(of: overlapping)
        fact.overlapShare = fact.overlap?.share ?? 0
        if !overlapping.isEmpty {
            fact.state = .hit
            fact.certain = fact.hits.contains { $0.isOverlap && $0.certain }
            if !fact.certain, overlapping.count > 1 {
                fact.certain = try overlay.isCertain(overlapping.map(\.feature), widthMetres: width)
            }
        } else if width > 0, let nearest = fact.nearestMetres, nearest <= width {
            fact.state = .near
            fact.certain = false
        } else {
            try fillWithoutFeatures(&fact, contents)
        }
    }

    /// Nothing is there as far as the layer knows; how far that is, is only looked at here.
    private func fillWithoutFeatures(_ fact: inout LayerFact, _ contents: LayerContents) throws(LayerFailure) {
        let coverage = try coverage(contents)
        fact.searchIsCovered = coverage.isSearchCovered
        guard coverage.isPartlyOutside else { return }
        fact.state = .noData
        fact.certain = false
        fact.overlapShare = nil
        fact.why = coverage.why ?? "een deel van de plek ligt buiten het gebied dat de laag beschrijft"
    }

    private func hits(
        _ overlay: Overlay, _ shares: [Overlay.Share], _ overlapping: [Overlay.Share], _ distances: [Int: Double],
        _ width: Double
    ) throws(LayerFailure) -> [FeatureHit] {
        let shareOf = Dictionary(shares.map { ($0.feature, $0) }) { first, _ in first }
        let overlapped = Set(overlapping.map(\.feature))
        var hits: [FeatureHit] = []
        for (number, distance) in distances {
            let feature = overlay.contents.features[number]
            let isOverlap = overlapped.contains(number)
            let certain = isOverlap ? try overlay.isCertain([number], widthMetres: width) : false
            let kinds: [OverlapMeasure.Kind] = [.point, .length, .area]
            let none = OverlapMeasure(kind: kinds[place.dimension], value: place.dimension == 0 ? nil : 0, share: 0)
            hits.append(
                FeatureHit(
                    feature: feature.id, name: feature.name, aliases: feature.aliases, attributes: feature.attributes,
                    overlap: shareOf[number].map { overlay.measure($0) } ?? none, distanceMetres: distance,
                    depth: feature.depth, baseIsKnown: feature.baseMetres != nil, certain: certain, isOverlap: isOverlap
                ))
        }
        return hits.sorted { ($0.distanceMetres, $0.feature) < ($1.distanceMetres, $1.feature) }
    }

    private func coverage(_ contents: LayerContents) throws(LayerFailure) -> CoverageCheck.Answer {
        if isOutline { return CoverageCheck.Answer(isPartlyOutside: false, isSearchCovered: true) }
        let check = CoverageCheck(
            place: place, contents: contents, coverage: layer.description.coverage, outline: outline)
        return try check.answer(searchMetres: searchMetres)
    }
}
