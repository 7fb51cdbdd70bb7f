import NormEngine
import PolicyModel

/// An initiative in a small house: what is done where, by whom, and what people answered.
struct Scene {
    var house = TestHouse()
    /// The part that is looked at; it does `doen` where no layer is bound.
    var part = PartInput(id: "deel", activities: ["doen"], facts: .nothing)
    var others: [PartInput] = []
    var role: String?
    var answers: [String: Bool] = [:]
    var asOf = "2026-11-20"

    init() {}

    /// A scene in which the only layers are these.
    init(_ layers: LayerFact...) { place(layers) }

    mutating func place(_ layers: [LayerFact]) {
        part.facts.layers = Dictionary(grouping: layers, by: \.designation)
    }

    func initiative() throws -> InitiativeInput {
        guard let day = PolicyDate(asOf) else { throw SceneProblem.noSuchDay(asOf) }
        return InitiativeInput(
            parts: [part] + others, initiatorRole: role, answers: answers.mapValues { Answer(value: $0) }, asOf: day)
    }

    /// The outcome of a test written as JSON, with `proef` as the step of the trace.
    func outcome(_ json: String, collision: CollisionState = .notExamined) throws -> TestOutcome {
        let evaluator = TestEvaluator(
            index: try house.index(), initiative: try initiative(), part: part, collision: collision)
        return evaluator.evaluate(try decode(Test.self, json), step: "proef")
    }

    func truth(_ json: String) throws -> Truth { try outcome(json).truth }

    func evaluation() throws -> PartEvaluation {
        NormEvaluator(index: try house.index(), initiative: try initiative()).evaluate(part)
    }

    func finding(_ norm: String) throws -> Finding? { try evaluation().findings.first { $0.norm.id == norm } }

    func refusal(_ norm: String) throws -> NotApplied? { try evaluation().notApplied.first { $0.norm == norm } }

    /// Whether the norm applies: no when it stands among those not applied, nil when it is not about this at all.
    func applies(_ norm: String) throws -> Truth? {
        let evaluation = try evaluation()
        if let finding = evaluation.findings.first(where: { $0.norm.id == norm }) { return finding.truth }
        return evaluation.notApplied.contains { $0.norm == norm } ? .no : nil
    }

    func orders() throws -> OrderEvaluator {
        OrderEvaluator(index: try house.index(), initiative: try initiative(), part: part)
    }
}

enum SceneProblem: Error { case noSuchDay(String) }

/// A source reference to the only passage of document `beleid`, or of another one.
func source(_ document: String) -> String {
    #"{"document": "\#(document)", "path": ["1"], "passage": {"unit": "sentence", "starts": "Een zin"}}"#
}
