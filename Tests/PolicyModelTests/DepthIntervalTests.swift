import PolicyModel
import Testing

struct DepthIntervalTests {
    private static func depth(_ from: Double, _ to: Double?) -> DepthInterval { DepthInterval(from: from, to: to) }

    private static let overlaps: [(DepthInterval, DepthInterval, Bool)] = [
        (depth(0, 25), depth(10, 20), true),
        (depth(0, 25), depth(20, 30), true),
        (depth(0, 25), depth(0, 25), true),
        // Half-open: 25 belongs to what begins there, not to what ends there.
        (depth(0, 25), depth(25, 500), false),
        (depth(0, 25), depth(24.9, 500), true),
        (depth(0, 25), depth(30, nil), false),
        (depth(500, nil), depth(0, 500), false),
        (depth(500, nil), depth(0, 501), true),
        (depth(500, nil), depth(1000, nil), true),
        // No thickness: the depth it stands at.
        (depth(10, 10), depth(0, 25), true),
        (depth(0, 0), depth(0, 25), true),
        (depth(25, 25), depth(0, 25), false),
        (depth(25, 25), depth(25, 500), true),
        (depth(25, 25), depth(0, nil), true),
        (depth(10, 10), depth(11, 11), false),
    ]

    @Test("Intervals share depth or do not, from both sides", arguments: overlaps)
    func sharing(left: DepthInterval, right: DepthInterval, expected: Bool) {
        #expect(left.overlaps(right) == expected)
        #expect(right.overlaps(left) == expected)
    }

    private static let within: [(DepthInterval, DepthInterval, Bool)] = [
        (depth(10, 20), depth(0, 25), true),
        (depth(0, 25), depth(0, 25), true),
        (depth(0, 25.1), depth(0, 25), false),
        (depth(20, 30), depth(0, 25), false),
        (depth(0, 25), depth(10, 20), false),
        (depth(0, nil), depth(0, 25), false),
        (depth(500, nil), depth(0, nil), true),
        (depth(0, nil), depth(0, nil), true),
        (depth(100, 200), depth(50, nil), true),
        (depth(10, 10), depth(0, 25), true),
        (depth(0, 0), depth(0, 25), true),
        (depth(26, 26), depth(0, 25), false),
    ]

    @Test("An interval lies wholly inside another or does not", arguments: within)
    func lyingWithin(left: DepthInterval, right: DepthInterval, expected: Bool) {
        #expect(left.isWithin(right) == expected)
    }

    @Test("Two intervals of no thickness at one depth share that depth")
    func samePoint() {
        #expect(Self.depth(10, 10).overlaps(Self.depth(10, 10)))
        #expect(Self.depth(10, 10).isWithin(Self.depth(10, 10)))
    }

    @Test("What stands at the depth where an interval ends is not within it")
    func pointAtTheEnd() {
        #expect(!Self.depth(25, 25).isWithin(Self.depth(0, 25)))
    }

    @Test("What is within an interval overlaps it, for every pair of small intervals")
    func withinImpliesOverlap() {
        let ends: [Double?] = [0, 1, 2, 3, nil]
        let all = (0...3).flatMap { from in
            ends.filter { ($0 ?? .infinity) >= Double(from) }.map { Self.depth(Double(from), $0) }
        }
        #expect(all.count == 14)
        for left in all {
            #expect(left.overlaps(left) && left.isWithin(left), "\(left)")
            for right in all {
                #expect(left.overlaps(right) == right.overlaps(left), "\(left) \(right)")
                if left.isWithin(right) { #expect(left.overlaps(right), "\(left) \(right)") }
            }
        }
    }

    @Test("A condition without bounds is about every depth")
    func condition() throws {
        let bare = try decode(DepthCondition.self, #"{"of": "use", "relation": "overlaps"}"#)
        #expect(bare.interval == Self.depth(0, nil))
        let bound = try decode(DepthCondition.self, #"{"of": "reach", "relation": "within", "from": 25, "to": 500}"#)
        #expect(bound.interval == Self.depth(25, 500))
        #expect(bound.of == .reach && bound.relation == .within)
        #expect(try thereAndBack(bound) == bound)
    }
}
