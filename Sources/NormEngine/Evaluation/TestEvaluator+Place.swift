import PolicyModel

/// Tests on the place.
extension TestEvaluator {
    /// The layers of a designation; one that says `noLayer` when none is bound.
    private func layers(_ designation: String) -> [LayerFact] {
        let facts = part.facts.layers[designation] ?? []
        return facts.isEmpty ? [LayerFact(designation: designation, layer: nil, state: .noLayer)] : facts
    }

    /// Evaluates each layer of the designation. One that says yes is enough, unless every layer must.
    private func over(
        _ designation: String, step: String, about: String, everyLayer: Bool = false,
        _ body: (LayerFact) -> (TestOutcome, Double?, String?)
    ) -> TestOutcome {
        let outcomes = layers(designation).map { fact in
            let (outcome, value, unit) = body(fact)
            return traced(outcome, step, about, value: value.map(PropertyValue.number), unit: unit)
        }
        if outcomes.count == 1 { return outcomes[0] }
        return everyLayer ? .all(outcomes) : .any(outcomes)
    }

    /// The unknown that a state without knowledge stands for; `nil` for a state that tells.
    private func unknown(_ fact: LayerFact) -> TestOutcome? {
        switch fact.state {
        case .failed: .unknown(.failed, fact.layer ?? fact.designation)
        case .noLayer: .unknown(.noLayer, fact.designation)
        case .noData: .unknown(.noData, fact.designation)
        case .hit, .near, .none: nil
        }
    }

    /// Whether the part and a feature that it overlaps on the map also share a depth.
    private func sharesDepth(_ hit: FeatureHit) -> Truth {
        guard let depth = hit.depth, depth.from > 0 || depth.to != nil else { return .yes }
        guard let extent = part.reach ?? part.use else { return .unknown }
        guard depth.overlaps(extent) else { return .no }
        // Below its top, a feature whose base nobody knows may have ended already.
        return hit.baseIsKnown || extent.from <= depth.from ? .yes : .unknown
    }

    /// The plan does not tell its depth, or the layer does not tell that of its features.
    private func depthUnknown(_ designation: String) -> TestOutcome {
        part.reach == nil && part.use == nil ? .unknown(.missingDepth, "reach") : .unknown(.noData, designation)
    }

    /// Whether one of the features that overlap on the map is really met.
    private func met(_ hits: [FeatureHit], _ designation: String) -> TestOutcome {
        let meeting = hits.filter { sharesDepth($0) == .yes }
        if !meeting.isEmpty { return yes(certain: meeting.contains(where: \.certain), designation) }
        if hits.contains(where: { sharesDepth($0) == .unknown }) { return depthUnknown(designation) }
        return TestOutcome(.no)
    }

    func inside(_ designation: String, step: String) -> TestOutcome {
        over(designation, step: step, about: "in:" + designation) { fact in
            if let unknown = unknown(fact) { return (unknown, nil, nil) }
            switch fact.state {
            case .hit:
                let overlapping = fact.hits.filter(\.isOverlap)
                let outcome =
                    overlapping.isEmpty ? yes(certain: fact.certain, designation) : met(overlapping, designation)
                return (outcome, fact.overlap?.value, unit(of: fact.overlap))
            case .near: return (.unknown(.near, designation), fact.nearestMetres, "m")
            default: return (TestOutcome(.no), fact.nearestMetres, fact.nearestMetres == nil ? nil : "m")
            }
        }
    }

    /// What an attribute says that the text does not give.
    private static let notKnown = PropertyValue.text("unknown")

    private func unit(of measure: OverlapMeasure?) -> String? {
        switch measure?.kind {
        case .area: "m2"
        case .length: "m"
        case .point, nil: nil
        }
    }

    private func yes(certain: Bool, _ designation: String) -> TestOutcome {
        TestOutcome(.yes, certain: certain, uncertainDesignations: certain ? [] : [designation])
    }

    func within(_ designation: String, metres: Double, step: String) -> TestOutcome {
        over(designation, step: step, about: "within:\(designation)") { fact in
            if fact.state == .failed || fact.state == .noLayer, let unknown = unknown(fact) {
                return (unknown, nil, nil)
            }
            let width = fact.precision?.widthMetres ?? 0
            if let distance = fact.nearestMetres {
                if distance <= metres {
                    return (
                        yes(certain: distance + width <= metres || distance == 0 && fact.certain, designation),
                        distance, "m"
                    )
                }
                if distance - width <= metres { return (.unknown(.near, designation), distance, "m") }
            }
            let searched = fact.searchMetres >= metres && fact.searchIsCovered
            return (searched ? TestOutcome(.no) : .unknown(.noData, designation), fact.nearestMetres, "m")
        }
    }

    func feature(_ designation: String, name: String, step: String) -> TestOutcome {
        let wanted = name.lowercased()
        return over(designation, step: step, about: "feature:\(designation)/\(name)") { fact in
            if fact.state == .failed || fact.state == .noLayer, let unknown = unknown(fact) {
                return (unknown, nil, nil)
            }
            let named = fact.hits.filter { hit in
                hit.name?.lowercased() == wanted || hit.aliases.contains { $0.lowercased() == wanted }
            }
            let overlapping = named.filter(\.isOverlap)
            if let first = overlapping.first {
                return (met(overlapping, designation), first.overlap.value, unit(of: first.overlap))
            }
            let width = fact.precision?.widthMetres ?? 0
            if let hit = named.first(where: { !$0.isOverlap && $0.distanceMetres < width }) {
                return (.unknown(.near, designation), hit.distanceMetres, "m")
            }
            if let unknown = unknown(fact) { return (unknown, nil, nil) }
            let distance = named.first?.distanceMetres
            return (TestOutcome(.no), distance, distance == nil ? nil : "m")
        }
    }

    func attribute(
        _ designation: String, name: String, comparison: Comparison, value: PropertyValue, step: String
    ) -> TestOutcome {
        let about = "attribute:\(designation)/\(name)"
        let outcomes = layers(designation).map { fact -> TestOutcome in
            if let unknown = unknown(fact) { return traced(unknown, step, about) }
            if fact.state == .near {
                return traced(
                    .unknown(.near, designation), step, about, value: fact.nearestMetres.map(PropertyValue.number),
                    unit: "m")
            }
            let hits = fact.hits.filter { $0.isOverlap && sharesDepth($0) != .no }
            if hits.isEmpty { return traced(TestOutcome(.no), step, about) }
            return .any(
                hits.map { hit in
                    if sharesDepth(hit) == .unknown { return traced(depthUnknown(designation), step, about) }
                    let found = hit.attributes[name]
                    let truth =
                        found == Self.notKnown
                        ? nil : found.flatMap { compare($0, comparison, value, unit: nil, fuzzy: 0) }
                    let outcome =
                        truth.map { $0 == .yes ? yes(certain: hit.certain, designation) : TestOutcome($0) }
                        ?? .unknown(.noData, "\(designation)/\(name)")
                    return traced(outcome, step, about, value: found)
                })
        }
        return .any(outcomes)
    }

    func share(_ designation: String, comparison: Comparison, value: Double, step: String) -> TestOutcome {
        // At least so much in one layer is enough; at most so much must hold in every layer.
        let isUpperBound = [.less, .lessOrEqual, .notEqual].contains(comparison)
        return over(designation, step: step, about: "share:" + designation, everyLayer: isUpperBound) { fact in
            if let unknown = unknown(fact) { return (unknown, nil, nil) }
            if fact.state == .near { return (.unknown(.near, designation), fact.nearestMetres, "m") }
            guard let share = fact.overlapShare ?? (fact.state == .none ? 0 : nil) else {
                return (.unknown(.noData, designation), nil, nil)
            }
            let truth = Truth(comparison.holds(share, value))
            return (truth == .yes ? yes(certain: fact.certain, designation) : TestOutcome(truth), share, "1")
        }
    }

    func towards(_ key: TowardsKey, step: String) -> TestOutcome {
        let truth = part.facts.towards[key] ?? .unknown
        let outcome = truth == .unknown ? TestOutcome.unknown(.noData, key.designation) : TestOutcome(truth)
        return traced(outcome, step, "towards:\(key.settlement)/\(key.designation)")
    }

    /// Whether the activity results in another primary function than the place has.
    func functionChange(step: String) -> TestOutcome {
        let resulting = resultingFunctions
        guard !resulting.isEmpty else { return traced(TestOutcome(.no), step, "function-change") }
        var outcomes: [TestOutcome] = []
        var anyHit = false
        for designation in index.functionDesignations {
            let place = inside(designation.id, step: step)
            guard let function = designation.primaryFunction else { continue }
            if place.truth == .yes { anyHit = true }
            guard !resulting.contains(function) else { continue }
            outcomes.append(place)
        }
        var outcome = TestOutcome.any(outcomes)
        // A place whose primary function nobody knows may well get another one.
        if outcome.truth == .no, !anyHit { outcome = .unknown(.noData, "primaryFunction") }
        return traced(outcome, step, "function-change", value: .text(resulting.sorted().joined(separator: ",")))
    }

    /// The primary functions that the activities of the part result in.
    public var resultingFunctions: Set<String> {
        var found: Set<String> = []
        for activity in part.activities {
            if let own = index.activities[activity]?.resultsIn {
                found.insert(own)
            } else if index.activities[activity]?.belowGround != true {
                // What happens below ground leaves the surface its function, unless the activity itself says otherwise.
                found.formUnion(index.reach(of: activity).compactMap { index.activities[$0]?.resultsIn })
            }
        }
        return found
    }
}
