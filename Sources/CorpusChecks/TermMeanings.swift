import NormEngine
import PolicyModel

/// Terms with the same label and more than one meaning.
struct TermMeanings: CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding] {
        let groups = Dictionary(grouping: index.house.terms) { $0.label.lowercased() }
        return groups.values.compactMap { terms in
            guard terms.count > 1 else { return nil }
            let details = terms.sorted { $0.id < $1.id }.map { term in
                let document = term.source.map { index.title(ofDocument: $0.document) } ?? "geen bron"
                return "\(term.id) (\(document)): \(term.definition)"
            }
            return CorpusFinding(.term, about: terms.map(\.id), title: terms[0].label, details: details)
        }
    }
}
