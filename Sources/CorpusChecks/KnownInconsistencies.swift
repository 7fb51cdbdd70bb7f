import NormEngine
import PolicyModel

/// What people found and wrote down, with its passages.
struct KnownInconsistencies: CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding] {
        index.house.inconsistencies.map { inconsistency in
            let sources = inconsistency.sources.map { source in
                "\(index.title(ofDocument: source.document)) \(source.path.joined(separator: " / ")): \(source.passage.starts)"
            }
            let norms = inconsistency.norms.isEmpty ? [] : ["raakt: " + inconsistency.norms.joined(separator: ", ")]
            return CorpusFinding(
                .known, about: [inconsistency.id], title: inconsistency.summary, details: sources + norms, isKnown: true
            )
        }
    }
}
