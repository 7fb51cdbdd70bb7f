public import MapLayers
public import NormEngine
import PolicyModel

/// Compiles what a house says about an activity. Everything that does not depend on the place is decided here, by the
/// evaluators of assessments; what is left are expressions over planes.
public struct ActivityCompiler {
    private let index: HouseIndex
    private let layers: MapLayers

    public init(index: HouseIndex, layers: MapLayers) {
        self.index = index
        self.layers = layers
    }

    /// - Parameter before: what was compiled earlier. When nothing but norms has changed since then, only those are compiled.
    public func compile(_ question: OpportunityQuestion, since before: CompiledActivity? = nil) -> CompiledActivity {
        let reuse = before.flatMap { CompiledReuse($0, index: index, layers: layers, question: question) }
        let place =
            reuse?.before.place.continued(with: index)
            ?? PlaceCompiler(index: index, layers: layers, question: question)
        var norms = NormCompiler(place: place, reuse: reuse)
        let compiled = norms.all()
        var orders = OrderCompiler(place: norms.place)
        let ordered = reuse?.before.ordered ?? orders.outputs()
        var graph = orders.place.graph
        var outputs: [(kind: OpportunityClass, node: Node)] = []
        var missing: [Node] = []
        for effect in effects(of: compiled) {
            let ones = compiled.filter { $0.norm.effect == effect }.map(\.truth)
            let placed = ones.filter { !$0.isEverywhereTheSame }
            outputs.append((.applies(effect), graph.any(ones.map(\.certainly))))
            let open = placed.map { graph.unknown($0) }
            outputs.append((.undecided(effect), graph.any(open)))
            missing += placed.map(\.dataMissing)
        }
        outputs.append((.noData, graph.any(missing)))
        outputs += ordered
        orders.place.graph = graph
        return CompiledActivity(
            question: question, norms: compiled, place: orders.place, ordered: ordered,
            family: reuse?.before.family ?? CompiledActivity.Family(),
            outputs: outputs.filter { $0.node != .no || $0.kind == .noData })
    }

    /// The effects of norms about the activity, in the reading order of the house.
    private func effects(of norms: [CompiledActivity.CompiledNorm]) -> [Effect] {
        let found = Set(norms.map(\.norm.effect))
        let order = index.house.readingOrder.effects
        return order.filter(found.contains) + Effect.allCases.filter { found.contains($0) && !order.contains($0) }
    }
}

/// Compiles norms: the conjunction of their steps, as an assessment takes them.
struct NormCompiler {
    var place: PlaceCompiler
    private var index: HouseIndex { place.index }
    private let steps: NormEvaluator
    private let tests: TestEvaluator
    private let reuse: CompiledReuse?

    init(place: PlaceCompiler, reuse: CompiledReuse? = nil) {
        self.place = place
        self.reuse = reuse
        steps = NormEvaluator(
            index: place.index, initiative: place.question.initiative(facts: SpatialFacts(layers: [:])))
        tests = place.evaluator()
    }

    mutating func all() -> [CompiledActivity.CompiledNorm] {
        let norms = index.norms(about: place.question.part.activities)
        var readings: [String: PlaceCompiler.Readings] = [:]
        for norm in norms where norm.effect == .assessAs {
            guard let kind = norm.assessAs else { continue }
            readings[norm.source.document, default: []].append((kind, truth(of: norm, readings: [], yielding: [])))
        }
        var compiled: [CompiledActivity.CompiledNorm] = []
        for norm in norms {
            if let known = reuse?.truth(of: norm) {
                compiled.append(CompiledActivity.CompiledNorm(norm: norm, truth: known))
                continue
            }
            let own = norm.effect == .assessAs ? [] : readings[norm.source.document] ?? []
            compiled.append(
                CompiledActivity.CompiledNorm(norm: norm, truth: truth(of: norm, readings: own, yielding: [])))
        }
        return compiled
    }

    private mutating func truth(
        of norm: Norm, readings: PlaceCompiler.Readings, yielding: Set<String>
    ) -> PlacedTruth {
        var truths: [PlacedTruth] = []
        for outcome in steps.stepsWithoutPlace(of: norm, tests: tests) {
            let truth = place.constant(outcome)
            if truth == .no { return .no }
            truths.append(truth)
        }
        if !norm.change.isEmpty { truths.append(place.change(norm.change, readings)) }
        if let location = norm.where { truths.append(place.truth(of: location, readings: readings)) }
        if let when = norm.when { truths.append(place.truth(of: when, readings: readings)) }
        for id in norm.yieldsTo {
            truths.append(exception(id, readings, yielding.union([norm.id])))
        }
        return place.graph.all(truths)
    }

    /// Yes where a norm that goes before does not apply; not knowing that is no lack of data of this norm.
    private mutating func exception(
        _ id: String, _ readings: PlaceCompiler.Readings, _ yielding: Set<String>
    ) -> PlacedTruth {
        guard let other = index.norms[id], !yielding.contains(id),
            index.scope(other.activities, covers: place.question.part.activities)
        else { return .yes }
        var result = place.graph.not(truth(of: other, readings: readings, yielding: yielding))
        result.dataMissing = .no
        return result
    }
}

/// Compiles orders of use, place ladders and primary functions.
struct OrderCompiler {
    var place: PlaceCompiler
    private var index: HouseIndex { place.index }
    private var question: OpportunityQuestion { place.question }

    init(place: PlaceCompiler) { self.place = place }

    mutating func outputs() -> [(kind: OpportunityClass, node: Node)] {
        var outputs: [(kind: OpportunityClass, node: Node)] = []
        for ranking in index.house.useRankings { outputs += self.outputs(ranking) }
        for ladder in index.house.placeLadders { outputs += self.outputs(ladder) }
        var functions: [String: Node] = [:]
        for designation in index.functionDesignations {
            guard let function = designation.primaryFunction else { continue }
            let truth = place.truth(of: .inside(designation: designation.id))
            functions[function] = place.graph.or(functions[function] ?? .no, truth.certainly)
        }
        outputs += functions.sorted { $0.key < $1.key }.map { (.function($0.key), $0.value) }
        return outputs
    }

    private mutating func truth(of test: Test?) -> PlacedTruth {
        guard let test else { return .yes }
        return place.truth(of: test)
    }

    private mutating func outputs(_ ranking: UseRanking) -> [(kind: OpportunityClass, node: Node)] {
        var (yields, first, unknown) = (Node.no, Node.no, Node.no)
        let activities = question.part.activities
        for edge in ranking.edges {
            let validity = index.validity(ofDocument: edge.source.document, on: question.asOf)
            guard validity != .no else { continue }
            let goesFirst = index.anyOf(activities, isWithin: edge.prefer)
            let isOver = activities.contains {
                index.anyOf([$0], isWithin: edge.over) && !index.anyOf([$0], isWithin: edge.except)
            }
            guard goesFirst != isOver else { continue }
            let certain = PlacedTruth(certainly: Node(validity == .yes), possibly: .yes)
            let (location, when) = (truth(of: edge.where), truth(of: edge.when))
            let holds = place.graph.all([certain, location, when])
            if goesFirst {
                first = place.graph.or(first, holds.certainly)
            } else {
                let claim = edge.claim.map { place.truth(of: $0) } ?? PlacedTruth(certainly: .no, possibly: .yes)
                let both = place.graph.all([holds, claim])
                yields = place.graph.or(yields, both.certainly)
                unknown = place.graph.or(unknown, place.graph.unknown(both))
            }
        }
        return [
            (.yields(ranking: ranking.id), yields), (.goesFirst(ranking: ranking.id), first),
            (.claimsUnknown(ranking: ranking.id), unknown),
        ]
    }

    private mutating func outputs(_ ladder: PlaceLadder) -> [(kind: OpportunityClass, node: Node)] {
        guard index.anyOf(question.part.activities, isWithin: ladder.activities) else { return [] }
        let source = ladder.source ?? ladder.rungs.compactMap(\.source).first
        if let source, index.validity(ofDocument: source.document, on: question.asOf) == .no { return [] }
        // A place stands on a rung when nothing is open on the way to it.
        var reached = truth(of: ladder.when).certainly
        var outputs: [(kind: OpportunityClass, node: Node)] = []
        for rung in ladder.rungs {
            let truth = place.truth(of: rung.where)
            outputs.append(
                (.rung(ladder: ladder.id, rung: rung.id), place.graph.and(reached, truth.certainly)))
            reached = place.graph.and(reached, place.graph.not(truth.possibly))
        }
        return outputs
    }
}
