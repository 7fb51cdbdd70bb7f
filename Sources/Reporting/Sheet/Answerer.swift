public import NormEngine

/// Who can tell what is missing.
public enum Answerer: String, Sendable, Hashable, CaseIterable {
    case initiator, judge, line, document, maps

    public init(_ cause: Unknown.Cause) {
        switch cause {
        case .missingProperty, .missingDepth: self = .initiator
        case .openQuestion, .exception: self = .judge
        case .near: self = .line
        case .statusUncertain: self = .document
        case .noData, .noLayer, .failed: self = .maps
        }
    }

    /// What is the matter, as a headline.
    public var title: String {
        switch self {
        case .initiator: "Dit kan de initiatiefnemer vertellen"
        case .judge: "Dit moet iemand beoordelen"
        case .line: "De plek ligt vlak bij een lijn die niet precies is"
        case .document: "Het is niet zeker of het document nog geldt"
        case .maps: "De kaarten zeggen hier te weinig"
        }
    }

    /// Who it is, and what then happens.
    public var advice: String {
        switch self {
        case .initiator: "Vul dit aan bij de details van het plan; dan is te zeggen of deze regels gelden."
        case .judge: "Wie het plan beoordeelt, kan deze vragen beantwoorden, met een reden."
        case .line: "Wie de precieze lijn kent, kan zeggen of het plan erin ligt."
        case .document: "Wie het document vaststelde, kan zeggen of het nog geldt."
        case .maps: "Wie de kaarten beheert, kan dit oplossen. Tot dan is niet te zeggen of deze regels gelden."
        }
    }
}
