import PolicyModel
import Testing

/// The truth tables of strong Kleene logic, written out by hand (Kleene 1952, section 64).
struct TruthTests {
    @Test("Not turns yes and no around and leaves unknown unknown")
    func negation() {
        #expect(!Truth.yes == .no)
        #expect(!Truth.unknown == .unknown)
        #expect(!Truth.no == .yes)
    }

    private static let and: [(Truth, Truth, Truth)] = [
        (.yes, .yes, .yes), (.yes, .unknown, .unknown), (.yes, .no, .no),
        (.unknown, .yes, .unknown), (.unknown, .unknown, .unknown), (.unknown, .no, .no),
        (.no, .yes, .no), (.no, .unknown, .no), (.no, .no, .no),
    ]
    private static let or: [(Truth, Truth, Truth)] = [
        (.yes, .yes, .yes), (.yes, .unknown, .yes), (.yes, .no, .yes),
        (.unknown, .yes, .yes), (.unknown, .unknown, .unknown), (.unknown, .no, .unknown),
        (.no, .yes, .yes), (.no, .unknown, .unknown), (.no, .no, .no),
    ]

    @Test("And of two truths is as in the table", arguments: and)
    func conjunction(left: Truth, right: Truth, expected: Truth) {
        #expect((left && right) == expected)
        #expect(Truth.all([left, right]) == expected)
    }

    @Test("Or of two truths is as in the table", arguments: or)
    func disjunction(left: Truth, right: Truth, expected: Truth) {
        #expect((left || right) == expected)
        #expect(Truth.any([left, right]) == expected)
    }

    @Test("All and any of three truths follow from the tables for two")
    func three() {
        let and = Dictionary(uniqueKeysWithValues: Self.and.map { ([$0.0, $0.1], $0.2) })
        let or = Dictionary(uniqueKeysWithValues: Self.or.map { ([$0.0, $0.1], $0.2) })
        for first in Truth.allCases {
            for second in Truth.allCases {
                for third in Truth.allCases {
                    let row = [first, second, third]
                    #expect(Truth.all(row) == and[[first, second]].flatMap { and[[$0, third]] }, "\(row)")
                    #expect(Truth.any(row) == or[[first, second]].flatMap { or[[$0, third]] }, "\(row)")
                }
            }
        }
    }

    @Test("All of one is that one, and so is any of one", arguments: Truth.allCases)
    func one(truth: Truth) {
        #expect(Truth.all([truth]) == truth)
        #expect(Truth.any([truth]) == truth)
    }

    @Test("All of nothing is yes and any of nothing is no")
    func empty() {
        #expect(Truth.all([]) == .yes)
        #expect(Truth.any([]) == .no)
    }

    @Test("A boolean becomes yes or no, and each truth has a word")
    func words() {
        #expect(Truth(true) == .yes)
        #expect(Truth(false) == .no)
        #expect(Truth.allCases.map(\.word) == ["no", "unknown", "yes"])
        #expect(Truth.allCases == [.no, .unknown, .yes])
    }
}
