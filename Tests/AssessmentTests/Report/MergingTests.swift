@testable import Assessment
import NormEngine
import PolicyModel
import Testing

@Suite("Findings over the parts")
struct MergingTests {
    private let steiger = "oevers.steiger.vrije-vaarweg"

    private func ids(_ parts: [String], in house: PolicyHouse? = nil) throws -> [String: [String]] {
        let findings = try Meerstad.report(collection(parts), in: house).findings
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.id, $0.parts) })
    }

    @Test("What is the same for every part is one finding")
    func same() throws {
        let parts = [
            plan("steiger", Site.water, Site.shallow + #","phase":"gebruik""#),
            plan("steiger", square(203_000, 503_000, 20), Site.shallow + #","phase":"gebruik""#),
        ]
        #expect(try ids(parts) == [steiger: ["1", "2"]])
    }

    @Test("What differs is one finding for each part, named after it")
    func different() throws {
        let parts = [
            plan("steiger", Site.water, Site.shallow + #","phase":"gebruik""#),
            plan("steiger", Site.fairway, Site.shallow + #","phase":"gebruik""#, members: #""id":"b""#),
        ]
        #expect(try ids(parts) == [steiger + "#1": ["1"], steiger + "#b": ["b"]])
    }

    @Test("What is about one part only is named after it")
    func onePart() throws {
        let parts = [
            plan("varen", Site.water), plan("steiger", Site.water, Site.shallow + #","phase":"gebruik""#),
        ]
        #expect(try ids(parts) == [steiger + "#2": ["2"]])
    }

    @Test("A norm that applies to one part is not among those that do not apply")
    func notApplied() throws {
        let parts = [
            plan("botenloods", Site.bank, #""change":"nieuw""#), plan("botenloods", Site.land, #""change":"nieuw""#),
        ]
        let report = try Meerstad.report(collection(parts))
        #expect(report.findings.map(\.id) == ["oevers.loods.geen-nieuwe#1"])
        #expect(report.notApplied == [])
    }

    @Test("A merged finding keeps the trace of every part, each step once")
    func trace() throws {
        let parts = [
            plan("botenloods", Site.bank, #""change":"nieuw""#),
            plan("botenloods", square(206_060, 503_000, 80), #""change":"nieuw""#),
        ]
        let finding = try #require(Meerstad.report(collection(parts)).findings.first)
        #expect(
            finding.because.map(\.about) == [
                "document:waterplan", "activity:botenloods", "change", "in:oever", "in:oever",
            ])
        #expect(finding.because.suffix(2).map(\.value) == [.number(10_000), .number(6400)])
    }

    @Test("The same norm elsewhere is a source too, its own first")
    func sameAs() throws {
        let house = try Meerstad.house().changed { house in
            house.norms.append(
                try decode(
                    norm("andere.loods", #"["botenloods"]"#, "undesired", document: "havenbrief", #","sameAs":"loods""#)
                ))
            house.norms.append(
                try decode(
                    norm("derde.loods", #"["varen"]"#, "undesired", document: "havenbrief", #","sameAs":"loods""#)))
            let position = try #require(house.norms.firstIndex { $0.id == "oevers.loods.geen-nieuwe" })
            house.norms[position].sameAs = "loods"
        }
        let report = try Meerstad.report(plan("botenloods", Site.bank, #""change":"nieuw""#), in: house)
        let sources = Dictionary(uniqueKeysWithValues: report.findings.map { ($0.id, $0.sources.map(\.document)) })
        // The third norm is not found here, so it is no source here.
        #expect(
            sources == [
                "oevers.loods.geen-nieuwe": ["waterplan", "havenbrief"], "andere.loods": ["havenbrief", "waterplan"],
            ])
    }

    @Test("Findings are read by band of status, then by effect, then by id")
    func readingOrder() throws {
        let house = try Meerstad.house().changed { house in
            for (id, effect, document) in [
                ("z", "prohibited", "havenbrief"), ("b", "encouraged", "waterplan"), ("a", "encouraged", "waterplan"),
                ("y", "undesired", "waterplan"), ("x", "information", "waterplan"), ("w", "prohibited", "waterplan"),
            ] {
                house.norms.append(try decode(norm(id, #""any""#, effect, document: document)))
            }
        }
        let report = try Meerstad.report(plan("varen", Site.land), in: house)
        #expect(report.findings.map(\.id) == ["w", "y", "a", "b", "x", "z"])
        #expect(report.findings.filter { !$0.isGeneral } == [])
        #expect(report.counts == ["prohibited": 2, "undesired": 1, "encouraged": 2, "information": 1])
    }

    @Test("A norm about any activity somewhere is not general")
    func general() throws {
        let house = try Meerstad.house().changed { house in
            house.norms = [
                try decode(norm("overal", #""any""#, "information")),
                try decode(norm("ergens", #""any""#, "information", #","where":{"not":{"in":"plas"}}"#)),
                try decode(norm("diep", #""any""#, "information", #","depth":{"of":"use","relation":"overlaps"}"#)),
                try decode(norm("varen", #"["varen"]"#, "information")),
            ]
        }
        let report = try Meerstad.report(plan("varen", Site.land), in: house)
        #expect(report.findings.filter(\.isGeneral).map(\.id) == ["overal"])
        #expect(report.findings.count == 4)
    }
}
