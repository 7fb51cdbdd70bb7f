public import Assessment
public import NormEngine
import PolicyModel
public import PolicyContent
public import Reporting

extension PassageTexts {
    /// The passages of all findings of a report, and a sentence for each document whose text cannot be shown.
    public init(of report: AssessmentReport, index: HouseIndex, from shelf: PassageShelf) {
        self.init()
        guard shelf.isOpen else { return }
        var documents: Set<String> = []
        for finding in report.findings {
            guard let source = index.norms[finding.norm]?.source else { continue }
            texts[finding.id] = shelf.text(of: source)
            guard documents.insert(source.document).inserted, let refusal = shelf.refusal(of: source.document) else {
                continue
            }
            let title = index.documentTitles[source.document] ?? source.document
            switch refusal {
            case .notFound: refusals.append(Self.notFound(title))
            case .notReviewed(let file): refusals.append(Self.notReviewed(title, file: file))
            }
        }
    }
}
