public import Assessment
import CanonicalJSON
import Casework

/// What comes of checking a published record: whether it is what was published, and whether the report that was weighed can be
/// made again.
public struct RecordCheck: Sendable, Hashable {
    /// The record gives the hash that was published.
    public var isRecordWhole: Bool
    /// Ids of texts that are not the ones that were published.
    public var changedTexts: [String]
    /// Texts that were erased lawfully; the record stays checkable without them.
    public var erasedTexts: Int
    /// The report is there, gives the hash that it carries, and that is the hash that the record names.
    public var isReportWhole: Bool
    public var replay: Replayed

    /// What came of making the report again.
    public enum Replayed: Sendable, Hashable {
        case outcome(ReplayOutcome)
        /// It could not be made again, for this reason in Dutch.
        case refused(String)
    }

    /// Record, texts and report are what was published.
    public var isUntouched: Bool { isRecordWhole && changedTexts.isEmpty && isReportWhole }

    /// Checks a record against a hash from elsewhere: the chain, or a copy that somebody kept.
    public init(_ publication: PublishedJSON, hash: String? = nil, replay: Replay) {
        let record = publication.record
        isRecordWhole = (try? record.recordHash) == (hash ?? publication.recordHash)
        let texts = record.texts
        changedTexts = texts.filter { !$0.isGenuine }.map(\.id)
        erasedTexts = texts.count { $0.text == nil }
        guard let report = publication.report else {
            isReportWhole = false
            self.replay = .refused("de bijlage is gewist")
            return
        }
        isReportWhole =
            report["receipt"]?["resultHash"]?.string == record.reportHash
            && (try? AssessmentReport.resultHash(of: report)) == record.reportHash
        do {
            self.replay = .outcome(try replay.compare(report))
        } catch let refused as ReplayRefused {
            self.replay = .refused(refused.message)
        } catch let refused as InputRefused {
            self.replay = .refused(refused.problems.map(\.message).joined(separator: "; "))
        } catch {
            self.replay = .refused("het rapport is niet te lezen")
        }
    }
}
