import Foundation

/// A generator of random numbers that gives the same row for the same seed on every machine (Steele, Lea and Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True once in so many times.
    mutating func oneIn(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

    /// One of the values; the fallback when there are none.
    mutating func pick<Value>(_ values: [Value], else fallback: Value) -> Value {
        values.randomElement(using: &self) ?? fallback
    }
}

/// How property tests run: `KOMPAS_SEED` chooses the first seed, `KOMPAS_LONG=1` gives twenty times as many rounds.
enum PropertyRun {
    static let seed: UInt64 = ProcessInfo.processInfo.environment["KOMPAS_SEED"].flatMap { UInt64($0) } ?? 20_261_120
    static let isLong = ProcessInfo.processInfo.environment["KOMPAS_LONG"] == "1"

    /// Calls the body with a generator of its own for each round, and prints the first seed.
    ///
    /// A round that fails is repeated with `KOMPAS_SEED` set to the seed that stands in its message.
    static func rounds(_ count: Int, of name: String, _ body: (inout SplitMix64, String) throws -> Void) rethrows {
        let total = isLong ? count * 20 : count
        print("property test \(name): \(total) rounds, KOMPAS_SEED=\(seed)")
        for round in 0..<UInt64(total) {
            var generator = SplitMix64(seed: seed &+ round)
            try body(&generator, "KOMPAS_SEED=\(seed &+ round)")
        }
    }
}
