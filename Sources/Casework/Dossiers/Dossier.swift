public import Foundation
public import PolicyModel

/// A plan that is being weighed, as the events of its chain tell it.
///
/// ## Topics
/// - Weighing: ``cells``, ``items``, ``contests``, ``answers``, ``outcome``, ``deviations``
/// - Reading and publishing: ``readings``, ``details``, ``publication``
/// - What happened: ``history``
public struct Dossier: Sendable, Hashable, Identifiable {
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// Arguments are gathered.
        case deliberation
        /// With the second reader.
        case review
        /// The second reader let it pass.
        case approved
        /// In public, for good.
        case published
        /// In public, and another record took its place.
        case superseded
        /// Ended without publication.
        case closed
    }

    /// The same as that of the plan.
    public var id: String
    public var state: State
    /// How many events it has; any change raises it.
    public var version: Int
    public var openedAt: Date
    public var changedAt: Date
    /// When it was published or closed; from then on terms of retention run.
    public var finishedAt: Date?
    public var opener: Person
    public var title: RecordedText?
    /// The day whose policy is applied.
    public var day: PolicyDate?
    public var isDemonstration: Bool
    public var isOwnInitiative: Bool
    /// Oldest first; the last one counts.
    public var assessments: [Assessed]
    public var cells: [CellAddress: Versions<CellContent>]
    /// Dilemmas and conditions in the order in which they were added, removed ones too.
    public var items: [ListedItem]
    public var contests: [Contest]
    public var answers: [GivenAnswer]
    public var deviations: [DeclaredDeviation]
    public var comments: [Comment]
    public var outcome: Versions<OutcomeContent>?
    public var details: Versions<DetailsContent>?
    /// The rounds with a second reader, oldest first.
    public var readings: [Reading]
    public var publication: Publication?
    /// Accounts of those who changed what is weighed: none of them can be the second reader.
    public var editors: Set<String>
    /// Everything that happened, oldest first.
    public var history: [HistoryLine]
}

extension Dossier {
    /// One assessment that was made for the dossier.
    public struct Assessed: Sendable, Hashable {
        public var cause: CaseFact.AssessmentMade.Cause
        public var at: Date
        public var by: Person
        /// The id of the text that holds the report.
        public var reportID: String
        public var resultHash: String
        public var house: String
        public var houseHash: String
    }

    /// A finding that somebody disputes.
    public struct Contest: Sendable, Hashable {
        public var finding: String
        public var reason: RecordedText
        public var by: Person
        public var at: Date
        /// The initiator contested it with the plan.
        public var isGivenWithPlan: Bool
    }

    /// A person's answer to an open question.
    public struct GivenAnswer: Sendable, Hashable {
        public var question: String
        public var value: Bool
        public var reason: RecordedText?
        public var by: Person
        public var at: Date
        /// The initiator gave it with the plan.
        public var isGivenWithPlan: Bool
    }

    /// Whether the outcome deviates from a document that leaves room for it, and the step that it then asks for.
    public struct DeclaredDeviation: Sendable, Hashable {
        public var document: String
        public var declared: Versions<DeviationContent>
        public var presented: Presented?

        public struct Presented: Sendable, Hashable {
            public var day: PolicyDate?
            public var note: RecordedText?
            public var by: Person
            public var at: Date
        }
    }

    public struct Comment: Sendable, Hashable {
        public var text: RecordedText
        public var by: Person
        public var at: Date
    }

    /// One round with a second reader.
    public struct Reading: Sendable, Hashable {
        public enum Result: String, Sendable, Hashable { case open, approved, refused, takenBack }
        public var reader: Person
        public var askedBy: Person
        public var askedAt: Date
        public var result: Result
        public var comment: RecordedText?
        public var endedAt: Date?
    }

    public struct Publication: Sendable, Hashable {
        public var number: String
        public var at: Date
        public var by: Person
        public var recordHash: String
        public var supersedes: String?
        public var supersededBy: String?
    }

    /// One thing that happened.
    public struct HistoryLine: Sendable, Hashable {
        public var sequence: Int
        public var at: Date
        public var by: Person
        public var fact: CaseFact
        public var hash: String
        /// What was written, by its name within the event; of reports only the commitment.
        public var texts: [String: RecordedText]
    }

    /// The assessment that counts.
    public var assessment: Assessed? { assessments.last }
    public var dilemmas: [ListedItem] { items.filter { $0.kind == .dilemma && !$0.content.isRemoved } }
    public var conditions: [ListedItem] { items.filter { $0.kind == .condition && !$0.content.isRemoved } }
    /// The second reader who has it now, or who let it pass.
    public var reading: Reading? { readings.last }

    /// The version of a cell; 0 when nobody has written in it.
    public func version(of cell: CellAddress) -> Int { cells[cell]?.number ?? 0 }
}

/// A dilemma or a condition with all its versions.
public struct ListedItem: Sendable, Hashable, Identifiable {
    public enum Kind: String, Sendable, Hashable, Codable { case dilemma, condition }
    /// Within the dossier: `d1`, `c1`, ...
    public var id: String
    public var kind: Kind
    public var versions: Versions<ItemContent>

    public var content: ItemContent { versions.content }
}

/// What overviews show of a dossier; kept beside the chain and always to be had from it.
public struct DossierSummary: Sendable, Hashable, Identifiable {
    public var id: String
    public var state: Dossier.State
    public var version: Int
    /// Empty when it was erased.
    public var title: String
    public var openedAt: Date
    public var changedAt: Date
    public var finishedAt: Date?
    public var outcome: String?
    public var number: String?
    /// The number of the record that took the place of this one's.
    public var supersededBy: String?
    public var isOwnInitiative: Bool
    public var isDemonstration: Bool

    public init(
        id: String, state: Dossier.State, version: Int, title: String, openedAt: Date, changedAt: Date,
        finishedAt: Date?, outcome: String?, number: String?, supersededBy: String?, isOwnInitiative: Bool,
        isDemonstration: Bool
    ) {
        self.id = id
        self.state = state
        self.version = version
        self.title = title
        self.openedAt = openedAt
        self.changedAt = changedAt
        self.finishedAt = finishedAt
        self.outcome = outcome
        self.number = number
        self.supersededBy = supersededBy
        self.isOwnInitiative = isOwnInitiative
        self.isDemonstration = isDemonstration
    }
}

extension Dossier {
    public var summary: DossierSummary {
        DossierSummary(
            id: id, state: state, version: version, title: title?.text ?? "", openedAt: openedAt, changedAt: changedAt,
            finishedAt: finishedAt, outcome: outcome?.content.outcome, number: publication?.number,
            supersededBy: publication?.supersededBy, isOwnInitiative: isOwnInitiative, isDemonstration: isDemonstration)
    }
}
