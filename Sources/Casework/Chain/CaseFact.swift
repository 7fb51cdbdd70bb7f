/// What an event says in public terms: ids, states, versions, booleans and hashes, never a name or a free text.
public enum CaseFact: Sendable, Hashable {
    case dossierOpened(DossierOpened)
    case assessmentMade(AssessmentMade)
    case cellSaved(CellSaved)
    case cellUndone(CellUndone)
    case itemSaved(ItemSaved)
    case findingContested(FindingContested)
    case contestWithdrawn(ContestWithdrawn)
    case questionAnswered(QuestionAnswered)
    case answerWithdrawn(AnswerWithdrawn)
    case commentAdded
    case outcomeSaved(OutcomeSaved)
    case detailsSaved(DetailsSaved)
    case deviationDeclared(DeviationDeclared)
    case deviationPresented(DeviationPresented)
    case readingRequested
    case readingApproved(ReadingDone)
    case readingRefused(ReadingDone)
    case takenBack
    case published(Published)
    case superseded(Superseded)
    case closed
    case reopened
    case textsErased(TextsErased)

    /// The word for it in the chain. A word that has been released keeps its meaning.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case dossierOpened = "dossier-opened"
        case assessmentMade = "assessment-made"
        case cellSaved = "cell-saved"
        case cellUndone = "cell-undone"
        case itemSaved = "item-saved"
        case findingContested = "finding-contested"
        case contestWithdrawn = "contest-withdrawn"
        case questionAnswered = "question-answered"
        case answerWithdrawn = "answer-withdrawn"
        case commentAdded = "comment-added"
        case outcomeSaved = "outcome-saved"
        case detailsSaved = "details-saved"
        case deviationDeclared = "deviation-declared"
        case deviationPresented = "deviation-presented"
        case readingRequested = "reading-requested"
        case readingApproved = "reading-approved"
        case readingRefused = "reading-refused"
        case takenBack = "taken-back"
        case published, superseded, closed, reopened
        case textsErased = "texts-erased"
    }
}

extension CaseFact {
    /// Text `title`.
    public struct DossierOpened: Sendable, Hashable, Codable {
        /// The version of the plan that was taken.
        public var planVersion: Int
        /// The day whose policy is applied, `YYYY-MM-DD`.
        public var day: String
        public var isDemonstration: Bool
        /// The organisation that weighs is the initiator itself.
        public var isOwnInitiative: Bool

        public init(planVersion: Int, day: String, isDemonstration: Bool, isOwnInitiative: Bool) {
            self.planVersion = planVersion
            self.day = day
            self.isDemonstration = isDemonstration
            self.isOwnInitiative = isOwnInitiative
        }
    }

    /// Text `report`.
    public struct AssessmentMade: Sendable, Hashable, Codable {
        public enum Cause: String, Sendable, Hashable, Codable { case opening, answer, contest, renewal }
        public var cause: Cause
        public var resultHash: String
        public var inputHash: String
        public var house: String
        public var houseHash: String
    }

    /// Texts `contributes` and `strains`, as far as there is an argument.
    public struct CellSaved: Sendable, Hashable, Codable {
        public var cell: CellAddress
        public var version: Int
        public var contributes: Bool
        public var strains: Bool
    }

    /// The cell has again what it had in an earlier version.
    public struct CellUndone: Sendable, Hashable, Codable {
        public var cell: CellAddress
        public var version: Int
        public var restores: Int
    }

    /// A dilemma or a condition, new or changed. Texts `text`, `who`, `when`.
    public struct ItemSaved: Sendable, Hashable, Codable {
        public var item: String
        public var kind: ListedItem.Kind
        public var version: Int
        public var tension: String?
        public var isRemoved: Bool
    }

    /// Text `reason`.
    public struct FindingContested: Sendable, Hashable, Codable {
        public var finding: String
        /// The initiator contested it with the plan.
        public var isGivenWithPlan: Bool
    }

    public struct ContestWithdrawn: Sendable, Hashable, Codable {
        public var finding: String
    }

    /// Text `reason`.
    public struct QuestionAnswered: Sendable, Hashable, Codable {
        public var question: String
        public var value: Bool
        /// The initiator gave this answer with the plan.
        public var isGivenWithPlan: Bool
    }

    public struct AnswerWithdrawn: Sendable, Hashable, Codable {
        public var question: String
    }

    /// Text `argument`.
    public struct OutcomeSaved: Sendable, Hashable, Codable {
        public var frame: String
        public var outcome: String
        public var version: Int
    }

    /// Texts `question`, `legalCharacter`, `decidedBy`, `mandate`, `remedies`.
    public struct DetailsSaved: Sendable, Hashable, Codable {
        public var version: Int
        /// The record that this one takes the place of.
        public var supersedes: String?
    }

    /// Text `reason`.
    public struct DeviationDeclared: Sendable, Hashable, Codable {
        public var document: String
        public var deviates: Bool
        public var version: Int
    }

    /// The step that the document asks of who deviates from it has been taken. Text `note`.
    public struct DeviationPresented: Sendable, Hashable, Codable {
        public var document: String
        /// `YYYY-MM-DD`.
        public var day: String
    }

    /// Text `comment`, obligatory with a refusal.
    public struct ReadingDone: Sendable, Hashable, Codable {
        public var declaresNoInterest: Bool
    }

    public struct Published: Sendable, Hashable, Codable {
        public var number: String
        public var recordHash: String
        public var reportHash: String
        public var supersedes: String?
    }

    public struct Superseded: Sendable, Hashable, Codable {
        public var number: String
        public var by: String
    }

    /// Texts of this dossier that are no longer there.
    public struct TextsErased: Sendable, Hashable, Codable {
        public var texts: [String]
        public var ground: String
        public var by: String
    }
}
