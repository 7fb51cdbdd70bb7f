public import Assessment
public import CanonicalJSON
public import Casework
public import PolicyModel
public import Reporting

/// A record of a weighing with everything that its outputs are made from: the one value behind page, PDF, JSON and archive.
///
/// ## Topics
/// - As pieces of a page: ``RecordFragments``
/// - As a document: ``RecordPage``, ``PDFMaker``
/// - As JSON that can be checked: ``PublishedJSON``, ``RecordCheck``
/// - As a dossier to keep: ``DossierArchive``
public struct RecordDocument: Sendable {
    public var record: PublicRecord
    /// The report of the assessment that was weighed, as it was kept; `nil` once erased.
    public var reportJSON: JSONValue?
    public var report: AssessmentReport?
    /// Gives the titles of what is named by id.
    public var house: PolicyHouse
    public var map: MapSketch?
    /// Who publishes.
    public var organisation: String
    /// The address of the record on the site, without a slash at the end; `nil` when the site has none.
    public var address: String?
    /// The number of the record that took its place.
    public var supersededBy: String?
    public var look = Look()

    /// - Throws: when the report cannot be read.
    public init(
        record: PublicRecord, report: JSONValue?, house: PolicyHouse, organisation: String, address: String? = nil,
        supersededBy: String? = nil
    ) throws(ReportUnreadable) {
        self.record = record
        self.house = house
        self.organisation = organisation
        self.address = address
        self.supersededBy = supersededBy
        reportJSON = report
        if let report { self.report = try AssessmentReport(json: report) }
    }

    /// The title for people; the place of the plan never stands in it.
    public var title: String { record.title?.text ?? "Afweging zonder titel" }

    /// `2026-0001`, or `nil` in a preview.
    public var number: String? { record.stamp?.number }
}
