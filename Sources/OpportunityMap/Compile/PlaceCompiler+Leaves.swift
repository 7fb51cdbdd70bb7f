import MapLayers
import NormEngine
import PolicyModel

/// The single tests.
extension PlaceCompiler {
    /// What a test says when one feature alone is hit, for every feature: where one says yes the whole does, and else where
    /// one is unknown.
    private mutating func hits(_ probe: LayerProbe, _ test: Test) -> [(node: Node, truth: PlacedTruth)] {
        var groups: [PlacedTruth: [Int]] = [:]
        for (number, feature) in probe.features.enumerated() {
            let fact = Self.fact(probe, .hit, hits: [Self.hit(feature)], share: 1, nearest: 0)
            groups[constant(outcome(test, fact)), default: []].append(number)
        }
        let unknown = PlacedTruth(certainly: .no, possibly: .yes)
        let lacking = PlacedTruth(certainly: .no, possibly: .yes, dataMissing: .yes)
        var cases: [(node: Node, truth: PlacedTruth)] = []
        for truth in [PlacedTruth.yes, lacking, unknown] {
            guard let features = groups[truth] else { continue }
            cases.append((hit(probe, features), truth))
        }
        return cases
    }

    mutating func features(_ probe: LayerProbe, _ test: Test) -> PlacedTruth {
        var cases = hits(probe, test)
        cases.append((near(probe), constant(outcome(test, Self.fact(probe, .near, nearest: probe.widthMetres / 2)))))
        cases.append((noData(probe), constant(outcome(test, Self.fact(probe, .noData)))))
        // What is hit and said no to is as good as not there.
        return select(cases, otherwise: constant(outcome(test, Self.fact(probe, .none, share: 0))))
    }

    mutating func named(_ probe: LayerProbe, _ test: Test) -> PlacedTruth {
        let named = probe.features.indices.filter { number in
            let hit = Self.hit(probe.features[number], depth: false)
            return outcome(test, Self.fact(probe, .hit, hits: [hit], share: 1, nearest: 0)).truth == .yes
        }
        var cases = hits(probe, test)
        if let first = named.first, probe.widthMetres > 0 {
            let distance = probe.widthMetres / 2
            let hit = Self.hit(probe.features[first], overlaps: false, distance: distance)
            let truth = constant(outcome(test, Self.fact(probe, .near, hits: [hit], nearest: distance)))
            let reached = plane(
                .within(
                    layer: probe.description.id, features: named.count == probe.features.count ? nil : Array(named),
                    metres: probe.widthMetres, strictly: true))
            let met = self.hit(probe, Array(named))
            // One that is met at another depth is not near.
            cases.append((graph.and(reached, graph.not(met)), truth))
        }
        cases.append((noData(probe), constant(outcome(test, Self.fact(probe, .noData)))))
        return select(cases, otherwise: constant(outcome(test, Self.fact(probe, .none, share: 0))))
    }

    mutating func distance(_ probe: LayerProbe, _ test: Test, _ metres: Double) -> PlacedTruth {
        let search = searchMetres[probe.description.designation] ?? 0
        let layer = probe.description.id
        let width = probe.widthMetres
        func said(_ nearest: Double?, covered: Bool) -> PlacedTruth {
            constant(outcome(test, Self.fact(probe, .none, nearest: nearest, searched: search, covered: covered)))
        }
        var cases: [(node: Node, truth: PlacedTruth)] = [
            (
                plane(.within(layer: layer, features: nil, metres: metres, strictly: false)),
                said(metres, covered: true)
            )
        ]
        if width > 0 {
            cases.append(
                (
                    plane(.within(layer: layer, features: nil, metres: metres + width, strictly: false)),
                    said(metres + width / 2, covered: true)
                ))
        }
        let (covered, uncovered) = (said(nil, covered: true), said(nil, covered: false))
        if covered != uncovered { cases.append((plane(.searchCovered(layer: layer)), covered)) }
        return select(cases, otherwise: uncovered)
    }

    mutating func share(
        _ probe: LayerProbe, _ test: Test, _ comparison: Comparison, _ value: Double
    ) -> PlacedTruth {
        let holds = plane(.share(layer: probe.description.id, comparison: comparison, value: value))
        let cases: [(node: Node, truth: PlacedTruth)] = [
            (holds, .yes), (plane(.hit(layer: probe.description.id, features: nil)), .no),
            (near(probe), constant(outcome(test, Self.fact(probe, .near, nearest: probe.widthMetres / 2)))),
            (noData(probe), constant(outcome(test, Self.fact(probe, .noData)))),
        ]
        return select(cases, otherwise: constant(outcome(test, Self.fact(probe, .none, share: 0))))
    }

    mutating func towards(_ key: TowardsKey, _ test: Test) -> PlacedTruth {
        func said(_ truth: Truth) -> PlacedTruth {
            constant(evaluator(SpatialFacts(layers: [:], towards: [key: truth])).evaluate(test, step: "where"))
        }
        return select(
            [
                (plane(.towards(key, possibly: false)), said(.yes)),
                (plane(.towards(key, possibly: true)), said(.unknown)),
            ], otherwise: said(.no))
    }

    /// Whether the activity results in another primary function than the place has; joined as the evaluator joins it.
    mutating func functionChange() -> PlacedTruth {
        let resulting = evaluator().resultingFunctions
        guard !resulting.isEmpty else { return .no }
        var others: [PlacedTruth] = []
        var hit = Node.no
        for designation in index.functionDesignations {
            let place = truth(of: .inside(designation: designation.id))
            guard let function = designation.primaryFunction else { continue }
            hit = graph.or(hit, place.certainly)
            if !resulting.contains(function) { others.append(place) }
        }
        var result = graph.any(others)
        // A place whose primary function nobody knows may well get another one.
        let unknown = graph.and(graph.not(result.possibly), graph.not(hit))
        result.possibly = graph.or(result.possibly, unknown)
        result.dataMissing = graph.or(result.dataMissing, unknown)
        return result
    }

    /// The kind of change as it was declared, and as the document wants it read where its own rule for that applies.
    mutating func change(_ kinds: [ChangeKind], _ readings: Readings) -> PlacedTruth {
        let declared = constant(evaluator().evaluate(.change(kinds), step: "change"))
        let read = readings.filter { kinds.contains($0.kind) }.map(\.truth)
        if declared == .yes || read.isEmpty { return declared }
        return PlacedTruth(
            certainly: graph.any(read.map(\.certainly)),
            possibly: question.part.change == nil ? .yes : graph.any(read.map(\.possibly)))
    }
}
