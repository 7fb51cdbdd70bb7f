import NormEngine
import PolicyModel

/// Sums the facts of the parts up to the place of the whole initiative.
struct PlaceSummarizer {
    let index: HouseIndex
    let parts: [PartInput]
    /// Area, length or 1 of each part, by part; only parts of the highest dimension count.
    let weights: [String: Double]

    func place() -> PlaceSummary {
        PlaceSummary(
            primaryFunctions: primaryFunctions(), municipalities: features(.municipality),
            settlements: features(.settlement),
            regions: features(.region), nearby: nearby())
    }

    private var total: Double { parts.reduce(0) { $0 + (weights[$1.id] ?? 0) } }

    private func primaryFunctions() -> [PlaceSummary.Share] {
        index.functionDesignations.compactMap { designation in
            guard let function = designation.primaryFunction, total > 0 else { return nil }
            var sum = 0.0
            var certain = true
            var isHit = false
            for part in parts {
                for fact in part.facts.layers[designation.id] ?? [] where fact.state == .hit {
                    isHit = true
                    certain = certain && fact.certain
                    sum += (fact.overlapShare ?? 1) * (weights[part.id] ?? 0)
                }
            }
            guard isHit else { return nil }
            return PlaceSummary.Share(
                id: function, name: index.functions[function]?.label ?? function, kind: designation.id,
                share: sum / total, certain: certain)
        }.sorted { ($0.share, $1.id) > ($1.share, $0.id) }
    }

    private func features(_ kind: Designation.Kind) -> [PlaceSummary.Share] {
        var shares: [String: PlaceSummary.Share] = [:]
        for designation in index.designationsByKind[kind] ?? [] {
            for part in parts {
                for fact in part.facts.layers[designation.id] ?? [] {
                    for hit in fact.hits where hit.isOverlap && total > 0 {
                        let added = (hit.overlap.share ?? 1) * (weights[part.id] ?? 0) / total
                        var kindWord: String?
                        if let name = designation.classAttribute, case .text(let word)? = hit.attributes[name] {
                            kindWord = word
                        }
                        var share =
                            shares[hit.feature]
                            ?? PlaceSummary.Share(
                                id: hit.feature, name: hit.name ?? hit.feature, kind: kindWord, share: 0, certain: true)
                        share.share += added
                        share.certain = share.certain && hit.certain
                        shares[hit.feature] = share
                    }
                }
            }
        }
        return shares.values.sorted { ($0.share, $1.id) > ($1.share, $0.id) }
    }

    private func nearby() -> [PlaceSummary.Nearby] {
        var nearest: [String: PlaceSummary.Nearby] = [:]
        // What one part lies in is not near because another part lies beside it.
        let overlapped = overlappedFeatures()
        for designation in index.house.designations where designation.showNearby ?? (designation.kind == .policy) {
            for part in parts {
                for fact in part.facts.layers[designation.id] ?? [] {
                    for hit in fact.hits where !hit.isOverlap && hit.distanceMetres <= index.house.nearbyMetres {
                        let key = "\(designation.id)/\(fact.layer ?? "")/\(hit.feature)"
                        if overlapped.contains(key) { continue }
                        if let known = nearest[key], known.distanceMetres <= hit.distanceMetres { continue }
                        nearest[key] = PlaceSummary.Nearby(
                            designation: designation.id, title: designation.title, name: hit.name,
                            distanceMetres: hit.distanceMetres)
                    }
                }
            }
        }
        return nearest.sorted {
            ($0.value.distanceMetres, $0.key) < ($1.value.distanceMetres, $1.key)
        }.map(\.value)
    }

    private func overlappedFeatures() -> Set<String> {
        var keys: Set<String> = []
        for part in parts {
            for (designation, facts) in part.facts.layers {
                for fact in facts {
                    for hit in fact.hits where hit.isOverlap {
                        keys.insert("\(designation)/\(fact.layer ?? "")/\(hit.feature)")
                    }
                }
            }
        }
        return keys
    }

    /// The layers against the whole initiative, sorted by designation and layer: those that are hit, near or failed, and of
    /// the others those that were asked about. `nil` asks about all.
    func layers(askedAbout asked: Set<String>? = nil) -> [LayerSummary] {
        var summaries: [String: LayerSummary] = [:]
        for part in parts {
            for (designation, facts) in part.facts.layers {
                for fact in facts where asked?.contains(designation) ?? true || Self.rank(fact.state) >= 3 {
                    let key = "\(designation)\u{0}\(fact.layer ?? "")"
                    var summary =
                        summaries[key]
                        ?? LayerSummary(
                            designation: designation, title: index.designations[designation]?.title ?? designation,
                            layer: fact.layer, state: fact.state, certain: fact.certain, precision: fact.precision,
                            asOf: fact.asOf, basis: fact.basis, hits: [], why: fact.why)
                    if Self.rank(fact.state) > Self.rank(summary.state) { summary.state = fact.state }
                    summary.certain = summary.certain && fact.certain
                    summary.why = summary.why ?? fact.why
                    for hit in fact.hits where hit.isOverlap || (fact.state == .near && isNear(hit, fact)) {
                        summary.hits.append(
                            LayerSummary.Hit(
                                feature: hit.feature, name: hit.name, part: part.id, overlap: hit.overlap,
                                distanceMetres: hit.distanceMetres))
                    }
                    summaries[key] = summary
                }
            }
        }
        return summaries.sorted { $0.key < $1.key }.map { _, summary in
            var sorted = summary
            sorted.hits.sort { ($0.distanceMetres, $0.feature, $0.part) < ($1.distanceMetres, $1.feature, $1.part) }
            return sorted
        }
    }

    /// Designations that something in the house asks about for these activities, and those that are no policy.
    func designationsAskedAbout() -> Set<String> {
        var asked = index.designationsAlwaysAskedAbout
        for norm in index.norms(about: parts.flatMap(\.activities)) {
            asked.formUnion(index.designationsByNorm[norm.id] ?? [])
        }
        return asked
    }

    private func isNear(_ hit: FeatureHit, _ fact: LayerFact) -> Bool {
        hit.distanceMetres <= (fact.precision?.widthMetres ?? 0)
    }

    /// Which state of a part tells most about the whole: a failure is never hidden.
    private static func rank(_ state: LayerState) -> Int {
        switch state {
        case .failed: 5
        case .hit: 4
        case .near: 3
        case .noData: 2
        case .noLayer: 1
        case .none: 0
        }
    }
}
