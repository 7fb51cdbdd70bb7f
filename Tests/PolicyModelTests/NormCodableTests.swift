import PolicyModel
import Testing

struct NormCodableTests {
    private let passage = #"{"document": "d", "path": ["1"], "passage": {"unit": "item", "starts": "Geen"}}"#

    @Test("A norm that leaves out what it does not use has empty lists and no tests")
    func bare() throws {
        let norm = try decode(
            Norm.self,
            """
            {"id": "n", "title": "N", "summary": "S", "source": \(passage), "activities": "any", "effect": "no-unless",
             "change": null}
            """)
        #expect(norm.effect == .noUnless)
        #expect(norm.activities == .any(except: []))
        #expect(norm.change.isEmpty && norm.phase.isEmpty && norm.conditions.isEmpty && norm.yieldsTo.isEmpty)
        #expect(norm.advances.isEmpty && norm.frames.isEmpty)
        #expect(norm.where == nil && norm.when == nil && norm.depth == nil && norm.valid == nil && norm.force == nil)
        #expect(try thereAndBack(norm) == norm)
    }

    @Test("A norm that uses everything survives being written")
    func full() throws {
        let norm = try decode(
            Norm.self,
            """
            {"id": "n", "title": "N", "summary": "S", "source": \(passage), "sameAs": "groep", "activities": ["a"],
             "change": ["nieuw"], "phase": ["gebruik"], "where": {"in": "v"}, "when": {"activity": ["a"]},
             "depth": {"of": "use", "relation": "overlaps", "from": 500}, "effect": "assess-as",
             "conditions": [{"id": "c", "text": "T", "kind": "open", "question": "q", "asks": "Zo?"}],
             "bearer": "initiatiefnemer", "binds": "provincie", "competentAuthority": "rijk", "force": "none",
             "advances": ["doel"], "frames": {"kader": [{"principle": "p", "question": "q"}]}, "yields-to": ["m"],
             "valid": {"from": "2020-01-01", "until": "2030-01-01"}, "target": {"document": "e", "chapter": "3"},
             "assess-as": "uitbreiding", "note": "let op"}
            """)
        #expect(norm.yieldsTo == ["m"])
        #expect(norm.assessAs == .uitbreiding)
        #expect(norm.depth?.interval == DepthInterval(from: 500, to: nil))
        #expect(norm.force == BindingForce.none)
        #expect(norm.valid?.until == PolicyDate("2030-01-01"))
        #expect(norm.conditions.first?.openQuestion?.asks == "Zo?")
        #expect(try thereAndBack(norm) == norm)
    }

    @Test("A condition without a question of its own has none to ask; without words for it, its text asks")
    func conditionQuestion() throws {
        let measurable = try decode(NormCondition.self, #"{"id": "c", "text": "T", "kind": "measurable"}"#)
        #expect(measurable.openQuestion == nil)
        let open = try decode(NormCondition.self, #"{"id": "c", "text": "T", "kind": "open", "question": "q"}"#)
        #expect(open.openQuestion?.question == "q")
        #expect(open.openQuestion?.asks == "T")
    }

    @Test("Every effect is written in lower case with hyphens")
    func effects() {
        #expect(
            Effect.allCases.map(\.rawValue) == [
                "prohibited", "no-unless", "restrained", "undesired", "yes-provided", "yes-and", "permitted",
                "encouraged",
                "siting-preference", "reserved", "priority", "phase-out", "duty", "competence", "procedure", "goal",
                "commitment", "intention", "no-status", "regulated-elsewhere", "assess-as", "information",
            ])
    }
}
