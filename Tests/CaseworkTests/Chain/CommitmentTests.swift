import Foundation
import Testing

@testable import Casework

@Suite("Commitments, heads and moments")
struct CommitmentTests {
    @Test("a commitment is the SHA-256 of salt and text; the value is Python's hashlib's")
    func commitment() {
        #expect(
            Commitment.of("Het blijft stil.", salt: String(repeating: "0", count: 64))
                == "50a6d37f8204d95625ebc5d5c07b86e54483d1bca4fe2eac41703779338d48ba")
    }

    @Test("salts are 64 hexadecimal digits and never the same")
    func salts() {
        let salts = (0..<100).map { _ in Commitment.makeSalt() }
        #expect(Set(salts).count == 100)
        #expect(salts.allSatisfy { $0.count == 64 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test("a head reads back as it is written")
    func head() throws {
        let hash = String(repeating: "0123456789abcdef", count: 4)
        let head = try #require(ChainHead("\(hash)@12"))
        #expect(head == ChainHead(sequence: 12, hash: hash))
        #expect(head.description == "\(hash)@12")
    }

    @Test(
        "what is no head is not taken for one",
        arguments: [
            "", "@", "12", String(repeating: "a", count: 64), String(repeating: "a", count: 63) + "@1",
            String(repeating: "A", count: 64) + "@1", String(repeating: "g", count: 64) + "@1",
            String(repeating: "a", count: 64) + "@-1", String(repeating: "a", count: 64) + "@1@2",
            String(repeating: "a", count: 64) + "@x",
        ])
    func noHead(text: String) {
        #expect(ChainHead(text) == nil)
    }

    @Test("a moment is written to the millisecond in UTC and reads back as the same")
    func moments() {
        #expect(Instant.text(morning) == "2026-11-20T09:30:00.000Z")
        let fine = Date(timeIntervalSince1970: 1_795_167_000.123_456)
        #expect(Instant.text(fine) == "2026-11-20T09:30:00.123Z")
        #expect(Instant.date(Instant.text(fine)) == Instant.rounded(fine))
        for text in ["gisteren", "", "2026-11-20T09:30:00Z", "2026-13-20T09:30:00.000Z", "2026-11-20T09:30:00.00xZ"] {
            #expect(Instant.date(text) == nil, "\(text)")
        }
        #expect(Instant.text(Date(timeIntervalSince1970: -0.001)) == "1969-12-31T23:59:59.999Z")
    }

    @Test("every millisecond reads back as it was written")
    func milliseconds() {
        for step in stride(from: 0, to: 100_000, by: 37) {
            let date = Date(timeIntervalSince1970: 1_795_167_000 + Double(step) / 1000 + 0.000_3)
            #expect(Instant.date(Instant.text(date)) == Instant.rounded(date), "\(step)")
        }
    }
}
