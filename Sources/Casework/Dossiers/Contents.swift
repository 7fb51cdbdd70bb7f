/// Which cell of which frame.
public struct CellAddress: Sendable, Hashable, Codable, Comparable {
    public var frame: String
    public var principle: String
    public var question: String

    public init(frame: String, principle: String, question: String) {
        self.frame = frame
        self.principle = principle
        self.question = question
    }

    public static func < (left: CellAddress, right: CellAddress) -> Bool {
        (left.frame, left.principle, left.question) < (right.frame, right.principle, right.question)
    }
}

/// What people say in a cell. Both ticks may be set; each has its own argument.
public struct CellContent: Sendable, Hashable {
    public var contributes: Bool
    public var contributesArgument: String
    public var strains: Bool
    public var strainsArgument: String

    public init(
        contributes: Bool = false, contributesArgument: String = "", strains: Bool = false,
        strainsArgument: String = ""
    ) {
        self.contributes = contributes
        self.contributesArgument = contributesArgument
        self.strains = strains
        self.strainsArgument = strainsArgument
    }

    public var isEmpty: Bool { self == CellContent() }
}

/// A dilemma, or a condition with who must see to it and when.
public struct ItemContent: Sendable, Hashable {
    public var text: String
    /// Conditions only.
    public var who: String
    /// Conditions only.
    public var when: String
    /// The tension of the report that a dilemma is about.
    public var tension: String?
    public var isRemoved: Bool

    public init(text: String, who: String = "", when: String = "", tension: String? = nil, isRemoved: Bool = false) {
        self.text = text
        self.who = who
        self.when = when
        self.tension = tension
        self.isRemoved = isRemoved
    }
}

/// The outcome that a person chose, with the argument.
public struct OutcomeContent: Sendable, Hashable {
    public var frame: String
    public var outcome: String
    public var argument: String

    public init(frame: String, outcome: String, argument: String) {
        self.frame = frame
        self.outcome = outcome
        self.argument = argument
    }
}

/// What the public record says of itself.
public struct DetailsContent: Sendable, Hashable {
    /// The question that was weighed, in one or two sentences.
    public var question: String
    /// What the record is in law, and what it is not.
    public var legalCharacter: String
    /// Who decided, as a function or body; never a name.
    public var decidedBy: String
    /// On what mandate.
    public var mandate: String
    /// What somebody can do who does not agree.
    public var remedies: String
    /// The number of the record that this one takes the place of.
    public var supersedes: String?

    public init(
        question: String, legalCharacter: String, decidedBy: String, mandate: String, remedies: String,
        supersedes: String? = nil
    ) {
        self.question = question
        self.legalCharacter = legalCharacter
        self.decidedBy = decidedBy
        self.mandate = mandate
        self.remedies = remedies
        self.supersedes = supersedes
    }
}

/// Whether the outcome deviates from a document, and why.
public struct DeviationContent: Sendable, Hashable {
    public var deviates: Bool
    public var reason: String

    public init(deviates: Bool, reason: String) {
        self.deviates = deviates
        self.reason = reason
    }
}
