public import CanonicalJSON
public import PolicyModel

/// What the assessment and the house offer to weigh with: which cells, findings, tensions, questions and outcomes there
/// are. Made from the report that the dossier holds, so that later content changes nothing about it.
public struct CaseContext: Sendable, Hashable {
    public var cells: [CellAddress]
    /// Findings and the norms that they come from: either may be contested.
    public var findings: Set<String>
    public var tensions: Set<String>
    public var questions: Set<String>
    public var outcomes: [OutcomeOption]
    public var deviations: [DeviationOption]
    public var initiatorRole: String?

    /// An outcome that a frame offers.
    public struct OutcomeOption: Sendable, Hashable {
        public var frame: String
        public var frameTitle: String
        public var outcome: String
        public var title: String
    }

    /// A document that leaves room to deviate from it, and that says something here that holds back.
    public struct DeviationOption: Sendable, Hashable {
        public var document: String
        public var title: String
        /// Who may deviate.
        public var who: String
        /// What the document then asks.
        public var how: String
        public var findings: [String]
    }

}

extension CaseContext {
    public init(report: JSONValue, house: PolicyHouse) {
        let frames = report["frames"]?.array ?? []
        cells = frames.flatMap { frame in
            (frame["cells"]?.array ?? []).compactMap { cell in
                guard let id = frame["frame"]?.string, let principle = cell["principle"]?.string,
                    let question = cell["question"]?.string
                else { return nil }
                return CellAddress(frame: id, principle: principle, question: question)
            }
        }
        let all = report["findings"]?.array ?? []
        findings = Set(all.flatMap { [$0["id"]?.string, $0["norm"]?.string].compactMap(\.self) })
        tensions = Set((report["tensions"]?.array ?? []).compactMap { $0["id"]?.string })
        questions = Set(house.openQuestions.map(\.question))
        let joined = Set(frames.compactMap { $0["frame"]?.string })
        outcomes = house.frames.filter { joined.contains($0.id) }.flatMap { frame in
            frame.outcomes.map {
                OutcomeOption(frame: frame.id, frameTitle: frame.title, outcome: $0.id, title: $0.title)
            }
        }
        deviations = house.documents.compactMap { document in
            guard let room = document.mayDeviate else { return nil }
            let against = all.filter { Self.holdsBack($0, document: document.id) }.compactMap { $0["id"]?.string }
            guard !against.isEmpty else { return nil }
            return DeviationOption(
                document: document.id, title: document.shortTitle ?? document.title, who: room.who, how: room.how,
                findings: against)
        }
        initiatorRole =
            report["request"]?["input"]?["initiator"]?["role"]?.string
            ?? report["request"]?["input"]?["properties"]?["initiator"]?["role"]?.string
    }

    /// Whether a finding of a document applies, stands uncontested and holds the plan back.
    private static func holdsBack(_ finding: JSONValue, document: String) -> Bool {
        guard finding["source"]?["document"]?.string == document, finding["state"]?.string == "applies",
            finding["contested"]?.bool != true, let effect = finding["effect"]?.string.flatMap(Effect.init)
        else { return false }
        switch effect {
        case .prohibited, .noUnless, .restrained, .undesired, .reserved, .phaseOut: return true
        case .yesProvided, .yesAnd: return finding["conditionsState"]?.string == "someNotMet"
        case .permitted, .encouraged, .sitingPreference, .priority, .duty, .competence, .procedure, .goal, .commitment,
            .intention, .noStatus, .regulatedElsewhere, .assessAs, .information:
            return false
        }
    }
}
