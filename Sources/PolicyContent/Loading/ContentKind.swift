/// The kinds of content: the top-level keys of a content file.
enum ContentKind: String, CaseIterable, Sendable {
    case house, documents, norms, designations, layers, activities, properties, functions, terms, goals, roles, frames
    case useRankings, placeLadders, labels, contradictions, agreements, contributions, inconsistencies, signposts
    case figures, issues, programmes, instruments, indicators, cycle

    /// One of a kind in words, for messages.
    var singular: String {
        switch self {
        case .house: "house"
        case .activities: "activity"
        case .properties: "property"
        case .useRankings: "use-ranking"
        case .placeLadders: "place-ladder"
        case .inconsistencies: "inconsistency"
        case .cycle: "cycle moment"
        default: String(rawValue.dropLast())
        }
    }

    /// Whether its records carry an id that is unique among their kind.
    var hasIds: Bool { self != .house && self != .labels && self != .contradictions }
}
