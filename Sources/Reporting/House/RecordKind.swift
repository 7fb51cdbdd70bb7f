/// What a record of a house is. The order is the order of reading.
public enum RecordKind: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    case norm, document, designation, layer, activity, property, function, term, goal, role, frame
    case useRanking = "use-ranking"
    case placeLadder = "place-ladder"
    case agreement, contribution, inconsistency, signpost
    case figure, issue, programme, instrument, indicator
    case cycleMoment = "cycle-moment"
    case openQuestion = "open-question"

    // Parts of records, which have an id inside their owner.
    case condition
    case principle
    case questionGroup = "question-group"
    case question, statement, criterion, outcome, trigger, step
    case edge, rung

    public var description: String { rawValue }

    /// Whether it stands inside another record.
    public var isPart: Bool {
        switch self {
        case .condition, .principle, .questionGroup, .question, .statement, .criterion, .outcome, .trigger, .step,
            .edge,
            .rung:
            true
        default: false
        }
    }
}
