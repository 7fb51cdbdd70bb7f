import NormEngine
import PolicyModel
import Testing

/// Conditions attached to a norm.
struct ConditionTests {
    private let warm = #"{"id": "warm", "text": "Warm", "kind": "measurable", "test": {"in": "vlak"}}"#
    private let asked = #"{"id": "vraag", "text": "Zo?", "kind": "open", "question": "q", "asks": "Zo?"}"#
    private let external = #"{"id": "elders", "text": "Elders", "kind": "external", "question": "x"}"#

    private func finding(
        _ conditions: String..., state: LayerState = .hit, answers: [String: Bool] = [:]
    ) throws -> Finding {
        var scene = Scene(layer(state))
        scene.answers = answers
        scene.house.norm("n", #"{"effect": "yes-provided", "conditions": [\#(conditions.joined(separator: ","))]}"#)
        return try #require(try scene.finding("n"))
    }

    @Test("A measurable condition is met, not met or open as its test says")
    func measurable() throws {
        let met = try finding(warm, state: .hit)
        #expect(met.conditions.map(\.state) == [.met])
        #expect(met.conditions.map(\.basis) == [.computed])
        let notMet = try finding(warm, state: .none)
        #expect(notMet.conditions.map(\.state) == [.notMet])
        #expect(notMet.conditions.map(\.basis) == [.computed])
        let open = try finding(warm, state: .near)
        #expect(open.conditions.map(\.state) == [.open])
        #expect(open.conditions.map(\.basis) == [nil])
    }

    @Test("An open condition waits for a person, whose answer decides it", arguments: ["open", "external"])
    func open(kind: String) throws {
        let condition = #"{"id": "c", "text": "Zo", "kind": "\#(kind)", "question": "q"}"#
        #expect(try finding(condition).conditions.map(\.state) == [.open])
        #expect(try finding(condition).conditions.map(\.basis) == [nil])
        #expect(try finding(condition, answers: ["q": true]).conditions.map(\.state) == [.met])
        #expect(try finding(condition, answers: ["q": false]).conditions.map(\.state) == [.notMet])
        #expect(try finding(condition, answers: ["q": false]).conditions.map(\.basis) == [.human])
    }

    @Test("A measurable condition that asks a person is decided by the answer before its test")
    func measurableWithQuestion() throws {
        let both = #"{"id": "c", "text": "", "kind": "measurable", "test": {"in": "vlak"}, "question": "q"}"#
        #expect(try finding(both, state: .hit).conditions.map(\.basis) == [.computed])
        let answered = try finding(both, state: .hit, answers: ["q": false])
        #expect(answered.conditions.map(\.state) == [.notMet])
        #expect(answered.conditions.map(\.basis) == [.human])
    }

    @Test("A measurable condition without a test stays open")
    func withoutTest() throws {
        #expect(try finding(#"{"id": "c", "text": "", "kind": "measurable"}"#).conditions.map(\.state) == [.open])
    }

    @Test("Together they are all met, one not met, or open; a norm without conditions has none")
    func together() throws {
        #expect(try finding().conditionsState == ConditionsState.none)
        #expect(try finding(warm).conditionsState == .allMet)
        #expect(try finding(warm, asked).conditionsState == .open)
        #expect(try finding(warm, asked, answers: ["q": true]).conditionsState == .allMet)
        #expect(try finding(warm, asked, answers: ["q": false]).conditionsState == .someNotMet)
        #expect(try finding(warm, asked, state: .none).conditionsState == .someNotMet)
        #expect(try finding(warm, external, state: .none).conditionsState == .someNotMet)
    }

    @Test("Conditions stand in the order of the norm and never decide whether it applies")
    func orderAndTruth() throws {
        let finding = try finding(asked, warm, external, state: .none)
        #expect(finding.conditions.map(\.condition.id) == ["vraag", "warm", "elders"])
        #expect(finding.truth == .yes)
        #expect(finding.missing.isEmpty)
    }
}
