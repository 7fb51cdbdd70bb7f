import Testing

@testable import PolicyContent

@Suite("The search for circles")
struct CycleSearchTests {
    @Test("finds none where all goes one way")
    func none() {
        #expect(CycleSearch.cycles(in: ["a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []]) == [])
    }

    @Test("finds what points at itself")
    func itself() {
        #expect(CycleSearch.cycles(in: ["a": ["a"]]) == [["a", "a"]])
    }

    @Test("gives the shortest circle from the smallest node, once per knot")
    func knots() {
        let edges: [String: Set<String>] = [
            "a": ["b"], "b": ["c"], "c": ["a", "b"], "x": ["y", "a"], "y": ["x"], "z": ["x"],
        ]
        #expect(CycleSearch.cycles(in: edges) == [["a", "b", "c", "a"], ["x", "y", "x"]])
    }
}
