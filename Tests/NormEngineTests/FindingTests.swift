import NormEngine
import PolicyModel
import Testing

/// What a finding tells beside its truth.
struct FindingTests {
    /// Two designations that are only hit within the width inside their lines, one that is hit for sure.
    private func scene(_ norm: String) -> Scene {
        var scene = Scene(
            layer(.hit, of: "rand", certain: false), layer(.hit, of: "kust", certain: false), layer(.hit, of: "kern"),
            layer(.near, of: "bij"), layer(.none, of: "ver"))
        scene.house.norm("n", norm)
        return scene
    }

    @Test("A finding that rests on an indicative line says so and names the designations once, sorted")
    func uncertain() throws {
        let finding = try #require(
            try scene(
                #"{"where": {"all": [{"in": "rand"}, {"in": "kern"}]}, "when": {"all": [{"in": "kust"}, {"in": "rand"}]}}"#
            )
            .finding("n"))
        #expect(finding.truth == .yes)
        #expect(!finding.certain)
        #expect(finding.uncertainDesignations == ["kust", "rand"])
    }

    @Test("A finding that holds without the indicative line is certain")
    func certain() throws {
        let finding = try #require(try scene(#"{"where": {"any": [{"in": "rand"}, {"in": "kern"}]}}"#).finding("n"))
        #expect(finding.certain)
        #expect(finding.uncertainDesignations.isEmpty)
    }

    @Test("An undecided finding keeps what an earlier step left uncertain")
    func undecided() throws {
        let finding = try #require(try scene(#"{"where": {"in": "rand"}, "when": {"in": "bij"}}"#).finding("n"))
        #expect(finding.truth == .unknown)
        #expect(finding.uncertainDesignations == ["rand"])
        #expect(finding.missing == [Unknown(cause: .near, ref: "bij")])
    }

    @Test("The steps of the trace stand in their fixed order")
    func trace() throws {
        var scene = scene(
            """
            {"when": {"in": "kern"}, "where": {"in": "rand"}, "phase": ["gebruik"], "change": ["nieuw"],
             "depth": {"of": "use", "relation": "overlaps"}, "yields-to": ["m"]}
            """)
        scene.house.norm("m", #"{"where": {"in": "ver"}}"#)
        scene.part.change = .nieuw
        #expect(
            try scene.finding("n")?.trace.map { "\($0.step) \($0.about) \($0.result.word)" } == [
                "validity document:beleid yes", "activity activity:doen yes", "change change yes", "phase phase yes",
                "depth depth:use yes", "where in:rand yes", "when in:kern yes", "exception norm:m yes",
            ])
    }

    @Test("A norm is refused at its first step that says no, in the fixed order")
    func firstNo() throws {
        var scene = scene(#"{"phase": ["nagebruik"], "where": {"in": "ver"}, "when": {"in": "ver"}}"#)
        #expect(try scene.refusal("n")?.because == .where)
        #expect(try scene.refusal("n")?.detail == "in:ver")
        scene.part.phase = .gebruik
        #expect(try scene.refusal("n")?.because == .phase)
        #expect(try scene.refusal("n")?.detail == "phase")
    }

    @Test("Each norm about the activity is either found or refused, in the order of the house, and carries the part")
    func partition() throws {
        var scene = Scene(layer(.none))
        scene.house.norm("c", "{}")
        scene.house.norm("b", #"{"where": {"in": "vlak"}}"#)
        scene.house.norm("a", #"{"where": {"in": "elders"}}"#)
        scene.house.norm("d", #"{"activities": ["anders"]}"#)
        let evaluation = try scene.evaluation()
        #expect(evaluation.part == "deel")
        #expect(evaluation.findings.map(\.norm.id) == ["c", "a"])
        #expect(evaluation.findings.map(\.truth) == [.yes, .unknown])
        #expect(evaluation.findings.allSatisfy { $0.part == "deel" })
        #expect(evaluation.notApplied.map(\.norm) == ["b"])
    }

    @Test("Each part is judged by its own facts")
    func parts() throws {
        var scene = Scene(layer(.hit))
        scene.house.norm("n", #"{"where": {"in": "vlak"}}"#)
        let other = PartInput(
            id: "ander", activities: ["doen"], facts: SpatialFacts(layers: ["vlak": [layer(.none)]]))
        scene.others = [other]
        let evaluator = NormEvaluator(index: try scene.house.index(), initiative: try scene.initiative())
        #expect(evaluator.evaluate(scene.part).findings.map(\.norm.id) == ["n"])
        #expect(evaluator.evaluate(other).notApplied.map(\.part) == ["ander"])
    }
}
