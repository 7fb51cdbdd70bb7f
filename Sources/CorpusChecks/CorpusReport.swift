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
        self.init(index, on: day, of: CorpusFinding.Kind.allCases)
    }

    /// Only findings of these kinds: a check that finds no other is not made.
    public init(_ index: HouseIndex, on day: PolicyDate, of kinds: [CorpusFinding.Kind]) {
        let checks = CorpusFinding.Kind.allCases.filter(kinds.contains).map(Self.check)
        let order = Dictionary(uniqueKeysWithValues: CorpusFinding.Kind.allCases.enumerated().map { ($1, $0) })
        findings = checks.flatMap { $0.findings(in: index, on: day) }
            .sorted { (order[$0.kind] ?? 0, $0.id) < (order[$1.kind] ?? 0, $1.id) }
    }

    private static func check(_ kind: CorpusFinding.Kind) -> any CorpusCheck.Type {
        switch kind {
        case .contradiction: Contradictions.self
        case .figure: FigureValues.self
        case .name: NameVariants.self
        case .term: TermMeanings.self
        case .stale: Staleness.self
        case .same: SameNorms.self
        case .known: KnownInconsistencies.self
        }
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
