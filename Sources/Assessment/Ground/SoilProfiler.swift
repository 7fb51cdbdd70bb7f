import NormEngine
import PolicyModel

/// Gathers what norms, features and orders say of the ground below one place.
struct SoilProfiler {
    let index: HouseIndex
    let part: PartInput
    let asked: InitiativeInput
    let strata: [String: Stratum]
    private let tests: TestEvaluator

    init(index: HouseIndex, part: PartInput, asked: InitiativeInput, strata: [String: Stratum]) {
        self.index = index
        self.part = part
        self.asked = asked
        self.strata = strata
        tests = TestEvaluator(index: index, initiative: asked, part: part.atAnyDepth)
    }

    func profile() -> SoilProfile {
        let (features, unplaced) = features()
        return SoilProfile(
            bands: (rules() + features).sorted {
                ($0.interval.from, $0.interval.to ?? .infinity, $0.id)
                    < ($1.interval.from, $1.interval.to ?? .infinity, $1.id)
            }, unplaced: unplaced, orders: orders())
    }

    // MARK: - Rules

    private struct Zone: Hashable {
        var designations: Set<String>
        var interval: DepthInterval
    }

    /// Norms that hold at a depth; those on the same designation and depth are one band.
    private func rules() -> [SoilProfile.Band] {
        var bands: [Zone: SoilProfile.Band] = [:]
        for norm in index.house.norms {
            guard let interval = Self.zone(norm), !isOver(norm.source) else { continue }
            let truth = norm.where.map { tests.evaluate($0, step: "where").truth } ?? .yes
            guard truth != .no else { continue }
            let zone = Zone(designations: index.designationsByNorm[norm.id] ?? [], interval: interval)
            if var band = bands[zone], !zone.designations.isEmpty {
                if !band.effects.contains(norm.effect) {
                    band.effects.append(norm.effect)
                    band.labels.append(label(norm))
                }
                band.norms.append(norm.id)
                bands[zone] = band
                continue
            }
            let designation = zone.designations.count == 1 ? zone.designations.first : nil
            let key = zone.designations.isEmpty ? Zone(designations: [norm.id], interval: interval) : zone
            bands[key] = SoilProfile.Band(
                id: norm.id, title: norm.title, summary: norm.summary, interval: interval, effects: [norm.effect],
                labels: [label(norm)],
                norms: [norm.id], designation: designation, isCertain: truth == .yes, source: index.view(norm.source))
        }
        return Array(bands.values)
    }

    /// The depths that a norm is about. A norm on what is wholly deeper, without an end, is about what is drilled through
    /// and names no zone of its own.
    private static func zone(_ norm: Norm) -> DepthInterval? {
        guard let depth = norm.depth, depth.open == nil else { return nil }
        if depth.relation == .within, depth.to == nil { return nil }
        return depth.interval
    }

    private func label(_ norm: Norm) -> String {
        let status = index.status(ofDocument: norm.source.document, on: asked.asOf)
        return index.label(effect: norm.effect, force: index.force(of: norm, status: status), status: status)
    }

    private func isOver(_ source: SourceReference) -> Bool {
        index.validity(ofDocument: source.document, on: asked.asOf) == .no
    }

    // MARK: - Features

    private func features() -> ([SoilProfile.Band], [SoilProfile.Unplaced]) {
        var bands: [SoilProfile.Band] = []
        var unplaced: [SoilProfile.Unplaced] = []
        for designation in index.house.designations {
            var names: [String] = []
            var isCertain = false
            for fact in part.facts.layers[designation.id] ?? [] where fact.state == .hit {
                for hit in fact.hits where hit.isOverlap {
                    let title = [designation.title, hit.name].compactMap { $0 }.joined(separator: ": ")
                    if let depth = hit.depth {
                        bands.append(
                            SoilProfile.Band(
                                id: "\(designation.id)/\(fact.layer ?? "")/\(hit.feature)", title: title,
                                summary: designation.summary, interval: depth,
                                isEndKnown: hit.baseIsKnown && depth.to != nil, designation: designation.id,
                                isCertain: hit.certain, source: designation.source.map(index.view)))
                    } else {
                        names += [hit.name].compactMap { $0 }
                        isCertain = isCertain || hit.certain
                    }
                }
            }
            let isHit = !names.isEmpty || (part.facts.layers[designation.id] ?? []).contains { $0.state == .hit }
            guard isHit, strata[designation.id] == .underground,
                !bands.contains(where: { $0.designation == designation.id }),
                !isZone(designation.id)
            else { continue }
            unplaced.append(
                SoilProfile.Unplaced(
                    designation: designation.id, title: designation.title, names: Array(Set(names)).sorted(),
                    isCertain: isCertain, source: designation.source.map(index.view)))
        }
        return (bands, unplaced.sorted { $0.designation < $1.designation })
    }

    /// Norms on the designation say at which depth it holds.
    private func isZone(_ designation: String) -> Bool {
        index.house.norms.contains {
            Self.zone($0) != nil && index.designationsByNorm[$0.id] == [designation]
        }
    }

    // MARK: - Orders

    private func orders() -> [SoilProfile.Order] {
        index.house.useRankings.flatMap { ranking in
            ranking.edges.compactMap { edge -> SoilProfile.Order? in
                guard edge.prefer.allSatisfy({ index.isBelowGround(activity: $0) }), !isOver(edge.source) else {
                    return nil
                }
                let place = edge.where.map { tests.evaluate($0, step: "where").truth } ?? .yes
                let claim = edge.claim.map { tests.evaluate($0, step: "claim").truth } ?? .unknown
                let when = edge.when.map { tests.evaluate($0, step: "when").truth } ?? .yes
                // Only where something lies that the preferred use needs.
                guard place != .no, when != .no, claim == .yes else { return nil }
                return SoilProfile.Order(
                    edge: edge.id, ranking: ranking.id, title: ranking.title, prefer: edge.prefer.map(index.named),
                    over: edge.over.map(index.named), why: edge.why, isCertain: place == .yes && when == .yes,
                    source: index.view(edge.source))
            }
        }
    }
}
