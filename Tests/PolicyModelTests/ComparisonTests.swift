import PolicyModel
import Testing

struct ComparisonTests {
    /// Each comparison with whether it holds for a value below, at and above the bound.
    private static let table: [(Comparison, below: Bool, at: Bool, above: Bool)] = [
        (.less, true, false, false),
        (.lessOrEqual, true, true, false),
        (.equal, false, true, false),
        (.oneOf, false, true, false),
        (.notEqual, true, false, true),
        (.greaterOrEqual, false, true, true),
        (.greater, false, false, true),
    ]

    @Test("Each comparison holds below, at and above the bound as its sign says", arguments: table)
    func signs(comparison: Comparison, below: Bool, at: Bool, above: Bool) {
        #expect(comparison.holds(29.0, 30.0) == below)
        #expect(comparison.holds(30.0, 30.0) == at)
        #expect(comparison.holds(31.0, 30.0) == above)
        #expect(comparison.truth(29, 30, fuzzy: 0) == Truth(below))
        #expect(comparison.truth(30, 30, fuzzy: 0) == Truth(at))
        #expect(comparison.truth(31, 30, fuzzy: 0) == Truth(above))
    }

    @Test("Circa leaves the answer open strictly inside the band and decides on its edges", arguments: table)
    func fuzzy(comparison: Comparison, below: Bool, at: Bool, above: Bool) {
        #expect(comparison.truth(25, 30, fuzzy: 5) == Truth(below))
        #expect(comparison.truth(25.5, 30, fuzzy: 5) == .unknown)
        #expect(comparison.truth(30, 30, fuzzy: 5) == .unknown)
        #expect(comparison.truth(34.5, 30, fuzzy: 5) == .unknown)
        #expect(comparison.truth(35, 30, fuzzy: 5) == Truth(above))
    }

    @Test("A comparison is written with its sign")
    func signsInContent() throws {
        let all = try decode([Comparison].self, #"["<", "<=", "==", "!=", ">=", ">", "in"]"#)
        #expect(all == Comparison.allCases)
        #expect(throws: DecodingError.self) { try decode([Comparison].self, #"["="]"#) }
    }
}
