import PolicyModel
import Testing

struct NearMissTests {
    private static let distances: [(String, String, Int)] = [
        ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "abd", 1), ("abc", "ab", 1),
        ("abc", "abcd", 1), ("abcd", "abdc", 1), ("wnidpark", "windpark", 1), ("kitten", "sitting", 3), ("ab", "cd", 2),
    ]

    @Test("The distance counts insertions, deletions, substitutions and swaps of neighbours", arguments: distances)
    func distance(left: String, right: String, expected: Int) {
        #expect(editDistance(Array(left), Array(right), atMost: 9) == expected)
        #expect(editDistance(Array(right), Array(left), atMost: 9) == expected)
    }

    @Test("A distance over the limit is the limit and one")
    func limit() {
        #expect(editDistance(Array("kitten"), Array("sitting"), atMost: 1) == 2)
    }

    @Test("Candidates within a third of the length are named, nearest first, then by name, at most three")
    func candidates() {
        let known = ["windpark", "windparken", "zonnepark", "winpark", "windperk", "landbouw"]
        // Allowed: 8 / 3 = 2. windpark 1, winpark 2 (swap and deletion), windperk 2, windparken 3: too far.
        #expect(nearMisses(of: "wnidpark", in: known) == ["windpark", "windperk", "winpark"])
        #expect(nearMisses(of: "wnidpark", in: known, atMost: 1) == ["windpark"])
        #expect(nearMisses(of: "WINDPARK", in: known).first == "windpark")
        #expect(nearMisses(of: "xyz", in: known).isEmpty)
        #expect(nearMisses(of: "", in: []).isEmpty)
    }
}
