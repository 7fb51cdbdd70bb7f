public import NormEngine
public import PolicyModel

/// One question to the corpus as a whole.
protocol CorpusCheck {
    static func findings(in index: HouseIndex, on day: PolicyDate) -> [CorpusFinding]
}

/// Everything that does not fit between the documents of a house on a day.
public struct CorpusReport: Sendable {
    /// By kind in the order of ``CorpusFinding/Kind``, then by id.
    public let findings: [CorpusFinding]

    public init(_ index: HouseIndex, on day: PolicyDate) {
        let checks: [any CorpusCheck.Type] = [
            Contradictions.self, FigureValues.self, NameVariants.self, TermMeanings.self, Staleness.self,
            SameNorms.self, KnownInconsistencies.self,
        ]
        let order = Dictionary(uniqueKeysWithValues: CorpusFinding.Kind.allCases.enumerated().map { ($1, $0) })
        findings = checks.flatMap { $0.findings(in: index, on: day) }
            .sorted { (order[$0.kind] ?? 0, $0.id) < (order[$1.kind] ?? 0, $1.id) }
    }

    public func count(_ kind: CorpusFinding.Kind) -> Int { findings.count { $0.kind == kind } }
}

extension HouseIndex {
    /// Inconsistencies of the house that are about all of these norms.
    func hasInconsistency(about norms: [String]) -> Bool {
        house.inconsistencies.contains { inconsistency in norms.allSatisfy(inconsistency.norms.contains) }
    }

    func title(ofDocument id: String) -> String { documents[id].map { $0.shortTitle ?? $0.title } ?? id }
}
