import MapLayers
import NormEngine
import PolicyModel

/// Turns tests on the place into expressions over planes.
///
/// It knows no meaning of its own: what a test says of a fact, it asks of the evaluator of assessments, with a fact made up
/// for each state that a layer can be in and for each feature that can be hit.
struct PlaceCompiler {
    private(set) var index: HouseIndex
    let layers: MapLayers
    let question: OpportunityQuestion
    let searchMetres: [String: Double]
    var graph = BooleanGraph()
    private var known: [Test: PlacedTruth] = [:]

    init(index: HouseIndex, layers: MapLayers, question: OpportunityQuestion) {
        self.index = index
        self.layers = layers
        self.question = question
        searchMetres = index.house.factNeeds.searchMetres
    }

    /// Goes on with a house that differs in norms alone: what single tests say stays as it is.
    func continued(with index: HouseIndex) -> PlaceCompiler {
        var place = self
        place.index = index
        return place
    }

    /// As which other kinds of change a document wants the plan assessed, and where.
    typealias Readings = [(kind: ChangeKind, truth: PlacedTruth)]

    func evaluator(_ facts: SpatialFacts = SpatialFacts(layers: [:])) -> TestEvaluator {
        let initiative = question.initiative(facts: facts)
        return TestEvaluator(index: index, initiative: initiative, part: initiative.parts.first ?? question.part)
    }

    mutating func truth(of test: Test, readings: Readings = []) -> PlacedTruth {
        switch test {
        case .all(let tests):
            var truths: [PlacedTruth] = []
            for test in tests { truths.append(truth(of: test, readings: readings)) }
            return graph.all(truths)
        case .any(let tests):
            var truths: [PlacedTruth] = []
            for test in tests { truths.append(truth(of: test, readings: readings)) }
            return graph.any(truths)
        case .not(let inner):
            let truth = truth(of: inner, readings: readings)
            return graph.not(truth)
        case .change(let kinds): return change(kinds, readings)
        default: break
        }
        if let known = known[test] { return known }
        let truth = leaf(test)
        known[test] = truth
        return truth
    }

    private mutating func leaf(_ test: Test) -> PlacedTruth {
        switch test {
        case .inside(let designation), .attribute(let designation, _, _, _):
            return over(designation, test) { $0.features($1, test) }
        case .feature(let designation, _): return over(designation, test) { $0.named($1, test) }
        case .within(let designation, let metres):
            return over(designation, test) { $0.distance($1, test, metres) }
        case .share(let designation, let comparison, let value):
            // At most so much must hold in every layer: that is how the evaluator joins them.
            let isUpperBound = [.less, .lessOrEqual, .notEqual].contains(comparison)
            return over(designation, test, everyLayer: isUpperBound) { $0.share($1, test, comparison, value) }
        case .towards(let settlement, let designation, let metres):
            return towards(TowardsKey(settlement: settlement, designation: designation, metres: metres), test)
        case .functionChange: return functionChange()
        default: return constant(evaluator().evaluate(test, step: "where"))
        }
    }

    /// A truth that does not depend on the place.
    func constant(_ outcome: TestOutcome) -> PlacedTruth {
        PlacedTruth(
            certainly: Node(outcome.truth == .yes), possibly: Node(outcome.truth != .no),
            dataMissing: Node(outcome.truth == .unknown && Self.lacksData(outcome)))
    }

    private static func lacksData(_ outcome: TestOutcome) -> Bool {
        outcome.missing.contains { [.noData, .noLayer, .failed].contains($0.cause) }
    }

    // MARK: Layers

    private mutating func over(
        _ designation: String, _ test: Test, everyLayer: Bool = false,
        _ body: (inout PlaceCompiler, LayerProbe) -> PlacedTruth
    ) -> PlacedTruth {
        let probes = layers.probes(of: designation)
        if probes.isEmpty { return constant(evaluator().evaluate(test, step: "where")) }
        var truths: [PlacedTruth] = []
        for probe in probes {
            guard probe.failure == nil else {
                truths.append(constant(outcome(test, Self.fact(probe, .failed))))
                continue
            }
            truths.append(body(&self, probe))
        }
        return everyLayer ? graph.all(truths) : graph.any(truths)
    }

    /// What the evaluator says of a made-up fact.
    func outcome(_ test: Test, _ fact: LayerFact) -> TestOutcome {
        evaluator(SpatialFacts(layers: [fact.designation: [fact]])).evaluate(test, step: "where")
    }

    static func fact(
        _ probe: LayerProbe, _ state: LayerState, hits: [FeatureHit] = [], share: Double? = nil, nearest: Double? = nil,
        searched: Double = 0, covered: Bool = true
    ) -> LayerFact {
        LayerFact(
            designation: probe.description.designation, layer: probe.description.id, state: state,
            precision: probe.description.precision, hits: hits, overlapShare: share, nearestMetres: nearest,
            searchMetres: searched, searchIsCovered: covered)
    }

    static func hit(_ feature: LayerFeature, depth: Bool = true, overlaps: Bool = true, distance: Double = 0)
        -> FeatureHit
    {
        FeatureHit(
            feature: feature.id, name: feature.name, aliases: feature.aliases, attributes: feature.attributes,
            overlap: OverlapMeasure(kind: .point, value: nil, share: overlaps ? 1 : 0), distanceMetres: distance,
            depth: depth ? feature.depth : nil, baseIsKnown: feature.baseMetres != nil, isOverlap: overlaps)
    }

    /// Several situations, each with what the evaluator says then. Earlier ones go before later ones; the last is what
    /// holds otherwise.
    mutating func select(_ cases: [(node: Node, truth: PlacedTruth)], otherwise: PlacedTruth) -> PlacedTruth {
        var result = otherwise
        for (node, truth) in cases.reversed() where node != .no {
            let rest = graph.not(node)
            result = PlacedTruth(
                certainly: choose(node, truth.certainly, rest, result.certainly),
                possibly: choose(node, truth.possibly, rest, result.possibly),
                dataMissing: choose(node, truth.dataMissing, rest, result.dataMissing))
        }
        return result
    }

    private mutating func choose(_ node: Node, _ then: Node, _ rest: Node, _ otherwise: Node) -> Node {
        if then == otherwise { return then }
        if then == .yes { return graph.or(node, otherwise) }
        if otherwise == .no { return graph.and(node, then) }
        if then == .no { return graph.and(rest, otherwise) }
        return graph.or(graph.and(node, then), graph.and(rest, otherwise))
    }

    mutating func plane(_ source: PlaneSource) -> Node { graph.plane(source) }

    mutating func near(_ probe: LayerProbe) -> Node {
        probe.widthMetres > 0 ? plane(.near(layer: probe.description.id)) : .no
    }

    mutating func noData(_ probe: LayerProbe) -> Node {
        probe.isOutline ? .no : plane(.noData(layer: probe.description.id))
    }

    /// The plane of some features; of none it is nowhere.
    mutating func hit(_ probe: LayerProbe, _ features: [Int]) -> Node {
        if features.isEmpty { return .no }
        let isAll = features.count == probe.features.count
        return plane(.hit(layer: probe.description.id, features: isAll ? nil : features))
    }
}
