@testable import Assessment
import CanonicalJSON
import Crypto
import KompasTesting
import NormEngine
import PolicyModel
import Testing

@Suite("The same input gives the same report")
struct SameInputTests {
    private static let parts = [
        plan("steiger", Site.fairway, Site.shallow, members: #""id":"a""#),
        plan("botenloods", Site.bank, #""change":"nieuw""#, members: #""id":"b""#),
        plan("drijvende-tuin", Site.farWater, Site.shallow, members: #""id":"c""#),
        plan("boren", Site.water, #""depth":{"use":[10,15]}"#, members: #""id":"d""#),
        plan("steiger", Site.land, #""phase":"gebruik""#, members: #""id":"e""#),
    ]

    @Test("The same input twice gives the same bytes")
    func sameBytes() throws {
        let json = collection(Self.parts)
        let first = try Meerstad.report(json).json.canonical()
        #expect(try Meerstad.report(json).json.canonical() == first)
        let assessor = try Meerstad.assessor()
        for _ in 0..<2 {
            let again = try assessor.assess(Meerstad.request(json), on: Meerstad.date(Meerstad.day))
            #expect(try again.json.canonical() == first)
        }
    }

    @Test("The hash of the result is over the report without it")
    func resultHash() throws { try expectHash(of: collection(Self.parts)) }

    @Test("A request that holds what looks like the place of the hash changes nothing of that")
    func resultHashInRequest() throws {
        let zeros = String(repeating: "0", count: 64)
        let decoy = #""a":1,"resultHash":"\#(zeros)""#
        let json = plan("steiger", Site.fairway, Site.shallow, members: decoy)
        try expectHash(of: json)
        let request = try Meerstad.report(json).json["request"]
        #expect(request?["input"]?["resultHash"] == .string(zeros))
    }

    private func expectHash(of json: String) throws {
        let report = try Meerstad.report(json)
        #expect(try report.json.canonical() == report.canonicalJSON)
        var without = report
        without.receipt.resultHash = nil
        let hash = SHA256.hash(data: try without.json.canonical()).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        #expect(report.receipt.resultHash == hash.joined())
        #expect(report.receipt.resultHash?.count == 64)
        #expect(without.json["receipt"]?["resultHash"] == nil)
    }

    @Test("The hash of the input is over what was asked and the day")
    func inputHash() throws {
        let json = collection(Self.parts)
        let first = try Meerstad.report(json).receipt.inputHash
        #expect(try Meerstad.report(json, on: "2026-11-21").receipt.inputHash != first)
        #expect(try Meerstad.report(json + " ").receipt.inputHash == first)
        #expect(try Meerstad.report(collection(Self.parts.reversed())).receipt.inputHash != first)
    }

    @Test("The text that is kept with the report is that of its JSON")
    func canonicalText() throws {
        let report = try Meerstad.report(collection(Self.parts))
        #expect(try report.canonicalJSON == report.json.canonical())
    }

    /// What was found, without the place of the parts in the list.
    private func found(_ report: AssessmentReport) -> [JSONValue] {
        let traces = report.findings.map { finding in
            var sorted = finding
            sorted.parts.sort()
            sorted.because.sort { "\($0)" < "\($1)" }
            return sorted.json
        }
        let rest = [
            JSONValue.array(report.tensions.map(\.json)), .array(report.goals.map(\.json)),
            .array(report.roles.map(\.json)), .array(report.useRankings.map(\.json)),
            .array(report.placeLadders.map(\.json)), .array(report.agreements.map(\.json)),
            .array(report.frames.map(\.json)), .array(report.notApplied.map(\.json)), report.place.json,
        ]
        return traces + rest
    }

    @Test("Parts in another order give the same findings", arguments: 1...8)
    func orderOfParts(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let shuffled = Self.parts.shuffled(using: &generator)
        #expect(
            try found(Meerstad.report(collection(shuffled))) == found(Meerstad.report(collection(Self.parts))),
            "seed \(seed)")
    }

    @Test("Records of the house in another order give the same findings", arguments: 1...8)
    func orderOfRecords(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let house = try Meerstad.house().changed { house in
            house.norms.shuffle(using: &generator)
            house.documents.shuffle(using: &generator)
            house.designations.shuffle(using: &generator)
            house.layers.shuffle(using: &generator)
            house.activities.shuffle(using: &generator)
            house.goals.shuffle(using: &generator)
            house.agreements.shuffle(using: &generator)
        }
        let json = collection(Self.parts)
        #expect(try found(Meerstad.report(json, in: house)) == found(Meerstad.report(json)), "seed \(seed)")
    }
}
