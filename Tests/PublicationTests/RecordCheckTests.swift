import Assessment
import CanonicalJSON
import Casework
import KompasTesting
import PolicyModel
import Testing

@testable import Publication

@Suite("Checking a published record")
struct RecordCheckTests {
    private let sample: SampleRecord
    private let publication: PublishedJSON

    init() throws {
        var sample = try SampleRecord()
        try sample.weigh()
        publication = try PublishedJSON(try sample.document(try sample.record()))
        self.sample = sample
    }

    private func check(_ publication: PublishedJSON, hash: String? = nil) -> RecordCheck {
        RecordCheck(publication, hash: hash, replay: Replay(assessor: sample.house.assessor))
    }

    @Test("JSON that was written and read is whole, and replays identically")
    func whole() throws {
        let read = try PublishedJSON(try JSONValue.parse(try publication.json.canonical()))
        #expect(read == publication)
        let check = check(read)
        #expect(check.isUntouched)
        #expect(check.erasedTexts == 0 && check.changedTexts == [])
        #expect(check.replay == .outcome(.identical))
        // The report is found in it by whoever replays reports.
        #expect(Replay.report(in: try publication.json) == sample.report.json)
    }

    @Test("a changed argument, a changed tick, a changed report and another hash are each seen")
    func changed() throws {
        let json = try publication.json
        func changed(_ old: String, _ new: String) throws -> RecordCheck {
            let text = try json.canonicalString
            #expect(text.contains(old))
            return check(try PublishedJSON(try JSONValue.parse(text.replacing(old, with: new))))
        }
        let argument = try changed("De vaarweg wordt smaller.", "De vaarweg blijft breed.")
        #expect(argument.changedTexts.count == 1 && argument.isRecordWhole && !argument.isUntouched)
        let tick = try changed(#""contributes":true"#, #""contributes":false"#)
        #expect(!tick.isRecordWhole && tick.changedTexts == [])
        // In the report and in the record.
        let report = try changed(#""effect":"yes-provided","force""#, #""effect":"permitted","force""#)
        #expect(!report.isReportWhole)
        #expect(!check(publication, hash: String(repeating: "0", count: 64)).isRecordWhole)
    }

    @Test("a lawful erasure leaves the record checkable")
    func erased() throws {
        var sample = sample
        sample.erase("strains")
        let publication = try PublishedJSON(try sample.document(try sample.record()))
        let check = check(try PublishedJSON(try publication.json), hash: self.publication.recordHash)
        #expect(check.isUntouched && check.erasedTexts == 2)
        #expect(try !publication.json.canonicalString.contains("De vaarweg wordt smaller."))
    }

    @Test("without its report the record is whole, and the report is missed")
    func withoutReport() throws {
        var publication = publication
        publication.report = nil
        let read = try PublishedJSON(try publication.json)
        let check = check(read)
        #expect(check.isRecordWhole && !check.isReportWhole)
        #expect(check.replay == .refused("de bijlage is gewist"))
    }

    @Test("what is no published record is refused", arguments: ["{}", "[]", #"{"schema":"kompas/publication/1"}"#])
    func unreadable(_ text: String) throws {
        #expect(throws: PublicationUnreadable.self) { try PublishedJSON(try JSONValue.parse(text)) }
    }

    @Test("differences are told in plain Dutch, causes first and each once")
    func words() throws {
        let words = DifferenceWords(report: sample.report.json)
        let title = sample.report.findings[0].title
        let layer = try #require(sample.report.layers.first { $0.layer != nil })
        #expect(
            words.sentences(for: [
                "/counts/prohibited", "/findings/0/label", "/findings/0/summary", "/receipt/engine",
                "/receipt/houseHash",
                "/receipt/layerHashes/\(layer.layer ?? "")", "/receipt/resultHash",
            ]) == [
                "De inhoud van het beleid is sinds de afweging veranderd.",
                "De kaartlaag ‘\(layer.title)’ is sinds de afweging veranderd.", "De aantallen zijn anders.",
                "De bevinding [1] ‘\(title)’ is anders.",
            ])
        let many = (0..<40).map { "/a\($0)" }
        #expect(words.sentences(for: many).count == 21)
        #expect(words.sentences(for: many).last == "En nog 20 andere verschillen.")
    }
}
