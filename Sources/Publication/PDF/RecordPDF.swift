public import Assessment
internal import Casework
internal import CanonicalJSON
public import Foundation
public import Reporting

/// The PDF of a record: the page, with the record and the report as JSON inside.
public enum RecordPDF {
    public static func make(_ document: RecordDocument, with maker: PDFMaker) async throws -> Data {
        let json = Data(try PublishedJSON(document).json.canonical())
        let moment = document.record.stamp.flatMap { Instant.date($0.publishedAt) } ?? Date(timeIntervalSince1970: 0)
        return try await maker.make(
            RecordPage(document).render(), moment: moment,
            attachments: [
                PDFAttachment(
                    name: "verslag.json",
                    description: "Het verslag en het rapport als gegevens, om na te gaan of opnieuw te maken",
                    type: "application/json", relationship: .source, content: json)
            ])
    }
}

/// The PDF of a report that stands alone.
public enum ReportPDF {
    public static func make(_ page: HTMLReport, report: AssessmentReport, with maker: PDFMaker) async throws -> Data {
        // The day of the policy, so that the same report gives the same bytes.
        let moment = try Date("\(report.asOf)T00:00:00Z", strategy: .iso8601)
        return try await maker.make(
            page.render(with: [.pdf]), moment: moment,
            attachments: [
                PDFAttachment(
                    name: "rapport.json", description: "Het rapport als gegevens, om opnieuw te maken",
                    type: "application/json", relationship: .source, content: Data(report.canonicalJSON))
            ])
    }
}
