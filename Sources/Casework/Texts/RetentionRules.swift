/// How long each kind of text is kept. An organisation sets them by its own selection list.
public struct RetentionRules: Sendable, Hashable, Codable {
    private var rules: [String: Retention]

    public init(_ rules: [TextKind: Retention] = [:]) {
        self.rules = Dictionary(uniqueKeysWithValues: rules.map { ($0.key.rawValue, $0.value) })
    }

    public subscript(kind: TextKind) -> Retention {
        get { rules[kind.rawValue] ?? Self.usual(kind) }
        set { rules[kind.rawValue] = newValue }
    }

    /// What holds until the organisation says otherwise: the weighing itself is kept for good, who took part for ten
    /// years, and what colleagues said among themselves for five.
    private static func usual(_ kind: TextKind) -> Retention {
        switch kind {
        case .person:
            Retention(category: "betrokkenen", years: 10, ground: "verantwoording van de taak van algemeen belang")
        case .comment:
            Retention(category: "intern overleg", years: 5, ground: "verantwoording van de taak van algemeen belang")
        case .title, .report, .argument, .dilemma, .condition, .outcome, .contest, .answer, .deviation, .details:
            Retention(category: "afweging", years: nil, ground: "archivering in het algemeen belang")
        }
    }
}
