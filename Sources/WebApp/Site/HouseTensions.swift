import CorpusChecks
import NormEngine
import PolicyModel

/// Pairs of norms that may pull against each other.
struct HouseTensions: Sendable {
    struct Pair: Sendable, Hashable {
        var left: String
        var right: String
        /// People have written down that these contradict each other.
        var isKnown: Bool
    }

    /// In the order of ids.
    let pairs: [Pair]
    private let byNorm: [String: [String]]

    init(_ index: HouseIndex, on day: PolicyDate) {
        let pairs = CorpusReport(index, on: day, of: [.contradiction]).findings.compactMap { finding in
            finding.about.count == 2
                ? Pair(left: finding.about[0], right: finding.about[1], isKnown: finding.isKnown) : nil
        }
        var byNorm: [String: [String]] = [:]
        for pair in pairs {
            byNorm[pair.left, default: []].append(pair.right)
            byNorm[pair.right, default: []].append(pair.left)
        }
        self.pairs = pairs
        self.byNorm = byNorm
    }

    /// The norms that may pull against a norm.
    func against(_ norm: String) -> [String] { byNorm[norm] ?? [] }
}
