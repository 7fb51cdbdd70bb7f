import Assessment
import CanonicalJSON
import Testing

@Suite("Reading a report from JSON")
struct ReadingTests {
    private let json = plan("steiger", Site.fairway, Site.shallow + #","phase":"aanleg""#)

    @Test("A value that is not as it must be is told with its place")
    func faults() throws {
        let report = try Meerstad.report(json).json
        func fault(_ pointer: String, _ value: JSONValue) throws -> String {
            let changed = report.with(pointer, value)
            return try #require(throws: ReportUnreadable.self) { try AssessmentReport(json: changed) }.description
        }
        #expect(try fault("/schema", "iets/1") == "/schema: `iets/1` is not kompas/assessment/1")
        #expect(try fault("/asOf", "gisteren") == "/asOf: expected a day, found a string")
        #expect(try fault("/findings/0/effect", "misschien") == "/findings/0/effect: `misschien` is not known here")
        #expect(try fault("/layers", "geen") == "/layers: expected an array, found a string")
        #expect(try fault("/place/nearby", .null) == "/place/nearby: expected an array, found null")
        let fault = try #require(throws: ReportUnreadable.self) {
            try AssessmentReport(json: ["schema": "kompas/assessment/1"])
        }
        #expect(fault.description == "/receipt: is missing")
    }
}
