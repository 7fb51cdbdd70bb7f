import NormEngine
public import PolicyModel

/// All that a house says about an activity, as expressions over planes. Made once per question.
public struct CompiledActivity: Sendable {
    /// A norm about the activity, and where it applies.
    public struct CompiledNorm: Sendable {
        public let norm: Norm
        let truth: PlacedTruth
    }

    /// A norm that says the same in every place.
    public struct Everywhere: Sendable, Hashable {
        public var norm: String
        public var effect: Effect
        /// Applies; otherwise it is undecided.
        public var applies: Bool
    }

    public let question: OpportunityQuestion
    public let norms: [CompiledNorm]
    var graph: BooleanGraph { place.graph }
    /// What was found out on the way; another compilation may go on with it.
    let place: PlaceCompiler
    /// Outputs of orders of use, place ladders and functions.
    let ordered: [(kind: OpportunityClass, node: Node)]
    /// Shared with compilations that went on with this one: in all of them a node stands for the same expression.
    let family: Family
    /// What is asked of every cell: classes with the expression of each.
    let outputs: [(kind: OpportunityClass, node: Node)]

    final class Family: Sendable {}

    /// Norms that apply or are undecided whatever the place.
    public var everywhere: [Everywhere] {
        norms.compactMap { item in
            guard item.truth.isEverywhereTheSame, item.truth.possibly == .yes else { return nil }
            return Everywhere(
                norm: item.norm.id, effect: item.norm.effect, applies: item.truth.certainly == .yes)
        }
    }

    /// The planes that the map needs.
    public var sources: Set<PlaneSource> { graph.sources(of: outputs.map(\.node)) }

    /// The planes that tell of one norm.
    public func sources(of norm: CompiledNorm) -> Set<PlaneSource> {
        graph.sources(of: [norm.truth.certainly, norm.truth.possibly])
    }

    /// What a norm says where the planes have these values: the map's own answer, to be held against an assessment.
    public func truth(of norm: CompiledNorm, planes: (PlaneSource) -> Bool) -> Truth {
        if graph.value(norm.truth.certainly, planes: planes) { return .yes }
        return graph.value(norm.truth.possibly, planes: planes) ? .unknown : .no
    }

    var program: PlaneProgram { program(of: outputs.map(\.node)) }

    func program(of nodes: [Node]) -> PlaneProgram { PlaneProgram(graph, outputs: nodes) }

    /// The program in words, with what each norm became.
    public func explanation() -> String {
        let program = program
        let head = [
            "activities: \(question.part.activities.joined(separator: ", "))", "norms: \(norms.count)",
            "planes: \(program.sources.count)", "instructions: \(program.instructions.count)",
            "registers: \(program.registerCount)", "",
        ]
        return head.joined(separator: "\n") + "\n" + program.text(outputNames: outputs.map(\.kind.id)) + "\n\n"
            + norms.map { line($0) }.joined(separator: "\n") + "\n"
    }

    private func line(_ item: CompiledNorm) -> String {
        "\(item.norm.id) [\(item.norm.effect.rawValue)]: certainly \(text(item.truth.certainly)); possibly "
            + text(item.truth.possibly)
    }

    private func text(_ node: Node, depth: Int = 0) -> String {
        if depth > 40 { return "..." }
        switch graph[node] {
        case .no: return "nowhere"
        case .yes: return "everywhere"
        case .plane(let source): return "\(source)"
        case .not(let inner): return "not \(text(inner, depth: depth + 1))"
        case .and(let left, let right):
            return "(\(text(left, depth: depth + 1)) and \(text(right, depth: depth + 1)))"
        case .or(let left, let right):
            return "(\(text(left, depth: depth + 1)) or \(text(right, depth: depth + 1)))"
        }
    }
}

/// What a cell may be.
public enum OpportunityClass: Sendable, Hashable {
    /// A norm with this effect applies.
    case applies(Effect)
    /// Of a norm with this effect it is undecided here whether it applies, and that differs from place to place.
    case undecided(Effect)
    /// Some norm is undecided here because a layer tells nothing.
    case noData
    /// Uses go before this one here; it goes before others; whether others go before it is not known.
    case yields(ranking: String)
    case goesFirst(ranking: String)
    case claimsUnknown(ranking: String)
    /// The place stands on this rung of a place ladder.
    case rung(ladder: String, rung: String)
    /// The primary function of the place.
    case function(String)

    /// A name for files and programs.
    public var id: String {
        switch self {
        case .applies(let effect): effect.rawValue
        case .undecided(let effect): effect.rawValue + "?"
        case .noData: "no-data"
        case .yields(let ranking): "yields:" + ranking
        case .goesFirst(let ranking): "goes-first:" + ranking
        case .claimsUnknown(let ranking): "claims-unknown:" + ranking
        case .rung(let ladder, let rung): "rung:\(ladder)/\(rung)"
        case .function(let function): "function:" + function
        }
    }
}
