import CanonicalJSON
import Foundation
import Testing

@testable import PolicyContent

@Suite("The compact form of a snapshot")
struct CompactTreeTests {
    private struct Sample: Codable, Hashable {
        var text: String
        var numbers: [Double]
        var whole: Int
        var flag: Bool
        var nothing: String?
        var nested: [String: [String]]
        var deep: [Sample]
    }

    private func roundTrip(_ sample: Sample) throws -> Sample {
        let bytes = CompactTree.bytes(of: try JSONValue.parse(try JSONEncoder().encode(sample)))
        let tree = try #require(bytes.withUnsafeBytes { CompactTree(bytes: $0) })
        return try CompactDecoder.decode(Sample.self, from: tree)
    }

    private let sample = Sample(
        text: "Meerstadveën 🌍 \"\n", numbers: [0, -1, 0.1, 1e300, 127, 128, 4_294_967_295, 4_294_967_296], whole: 300,
        flag: true, nothing: nil, nested: ["a": ["x", "x"], "": []],
        deep: [
            Sample(text: "", numbers: [], whole: -7, flag: false, nothing: "iets", nested: [:], deep: [])
        ])

    @Test("gives back what was put in")
    func backAndForth() throws {
        #expect(try roundTrip(sample) == sample)
    }

    @Test("stores a text once")
    func bytes() {
        // Two texts, then a list (6) of two items: text (5) 0 and a mapping (7) of one member: key 1, text (5) 0.
        let expected: [UInt8] = [2, 1, 0x61, 2, 0x62, 0x63, 6, 2, 5, 0, 7, 1, 1, 5, 0]
        #expect(CompactTree.bytes(of: ["a", ["bc": "a"]]) == expected)
    }

    @Test("cut off anywhere is nothing")
    func cutOff() throws {
        let bytes = CompactTree.bytes(of: try JSONValue.parse(try JSONEncoder().encode(sample)))
        for length in 0..<bytes.count {
            let isNothing = bytes.prefix(length).withUnsafeBytes { CompactTree(bytes: $0) == nil }
            #expect(isNothing, "cut off at \(length)")
        }
    }

    @Test("that was changed anywhere never stops the program")
    func changed() throws {
        let bytes = CompactTree.bytes(of: try JSONValue.parse(try JSONEncoder().encode(sample)))
        for place in bytes.indices {
            for value: UInt8 in [0, 7, 0x7F, 0xFF] {
                var changed = bytes
                changed[place] = value
                let tree = changed.withUnsafeBytes { CompactTree(bytes: $0) }
                _ = try? tree.map { try CompactDecoder.decode(Sample.self, from: $0) }
            }
        }
    }
}
