import Foundation
import KompasTesting

extension SeededGenerator {
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
    static func rounds(_ count: Int, of name: String, _ body: (inout SeededGenerator, String) throws -> Void) rethrows {
        let total = isLong ? count * 20 : count
        print("property test \(name): \(total) rounds, KOMPAS_SEED=\(seed)")
        for round in 0..<UInt64(total) {
            var generator = SeededGenerator(seed: seed &+ round)
            try body(&generator, "KOMPAS_SEED=\(seed &+ round)")
        }
    }
}
