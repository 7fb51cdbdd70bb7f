import NormEngine
import PolicyModel

/// The same norm in several documents, each with its own force and status.
struct SameNorms: CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding] {
        index.groups.sorted { $0.key < $1.key }.compactMap { group, norms in
            guard norms.count > 1 else { return nil }
            let details = norms.map { norm in
                let status = index.status(ofDocument: norm.source.document, on: day)
                let force = index.force(of: norm, status: status)
                return
                    "\(norm.id): \(norm.effect.rawValue), \(index.label(effect: norm.effect, force: force, status: status)), "
                    + "\(index.title(ofDocument: norm.source.document)) (\(status?.rawValue ?? "unknown"), \(force.rawValue))"
            }
            return CorpusFinding(.same, about: norms.map(\.id), title: group, details: details)
        }
    }
}
