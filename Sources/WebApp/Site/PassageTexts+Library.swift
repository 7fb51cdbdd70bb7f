public import Assessment
public import NormEngine
public import PolicyContent
import PolicyModel
public import Reporting

extension PassageTexts {
    /// The passages of all findings of a report, and a sentence for each document whose text cannot be shown.
    public init(of report: AssessmentReport, index: HouseIndex, from library: PassageLibrary) {
        self.init()
        guard library.isOpen else { return }
        var refused: Set<String> = []
        for finding in report.findings {
            guard let source = index.norms[finding.norm]?.source else { continue }
            switch library.reading(of: source) {
            case .found(let passage): texts[finding.id] = passage.text
            case .notInText: break
            case .refused(let refusal):
                guard refused.insert(source.document).inserted else { continue }
                let title = index.documentTitles[source.document] ?? source.document
                switch refusal {
                case .noText: refusals.append(Self.notFound(title))
                case .notReviewed(let file): refusals.append(Self.notReviewed(title, file: file))
                }
            }
        }
    }
}
