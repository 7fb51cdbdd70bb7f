import Assessment
import NormEngine
import PolicyModel
import Reporting

/// The sentence that somebody thinks is not right, looked up by its id: no text of an address gets on the page.
struct ReportedSentence {
    var text: String
    var source: String?

    /// Reads `norm:id`, `aanduiding:id` or `afspraak:id`.
    init?(_ key: String, index: HouseIndex) {
        let halves = key.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return nil }
        let found: (text: String, source: SourceReference?)?
        switch halves[0] {
        case "norm": found = index.norms[halves[1]].map { ($0.summary, $0.source) }
        case "aanduiding":
            found = index.designations[halves[1]].map { ("\($0.title). \($0.summary ?? "")", $0.source) }
        case "afspraak":
            found = index.house.agreements.first { $0.id == halves[1] }.map { ($0.summary, $0.source) }
        default: found = nil
        }
        guard let found else { return nil }
        text = found.text
        source = found.source.map { reference in
            let view = index.view(reference)
            return "\(view.title), \(SectionName.of(view.path))"
        }
    }
}
