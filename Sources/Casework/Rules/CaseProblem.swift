/// Why something cannot be done in casework: a value with an id. What it says to people is in ``CaseProblem/text``.
public enum CaseProblem: Error, Sendable, Hashable {
    // Who and when
    case notAllowed(CaseAction)
    case notNow(Dossier.State)
    // What was typed
    case missing(Field)
    case tooLong(Field, most: Int)
    case unreadable(Field)
    // What it is about
    case unknownCell(CellAddress)
    case unknownFinding(String)
    case unknownQuestion(String)
    case unknownOutcome(String)
    case unknownItem(String)
    case unknownTension(String)
    case unknownDocument(String)
    case notContested(String)
    case notAnswered(String)
    case nothingToUndo
    case notYourChange
    case futureDay
    // Before a second reader, and before publication
    case nothingWeighed
    case tickWithoutArgument(CellAddress, Tick)
    case argumentWithoutTick(CellAddress, Tick)
    case noOutcome
    case noDetails
    case deviationNotDeclared(document: String)
    case deviationNotPresented(document: String)
    case readerIsNoReader
    case readerIsAsker
    case readerEdited
    case readerOwnsPlan
    case editorsErased
    case interestNotDeclared
    // Publication
    case previewIsOld
    case recordUnknown(String)
    case recordSuperseded(String, by: String)
    // Opening
    case alreadyOpened
    case planChanged
    // Erasing
    case notFinished
    case unknownText(String)
    case alreadyErased(String)

    public enum Tick: String, Sendable, Hashable { case contributes, strains }

    /// Which text.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case contributesArgument, strainsArgument, text, who, when, reason, comment, argument
        case question, legalCharacter, decidedBy, mandate, remedies, note, day, ground, by
    }

    /// The field of a form that it belongs to; `nil` for the form as a whole.
    public var field: String? {
        switch self {
        case .missing(let field), .tooLong(let field, _), .unreadable(let field): field.rawValue
        case .unknownOutcome, .noOutcome: "outcome"
        case .unknownTension: "tension"
        case .futureDay: Field.day.rawValue
        case .readerIsNoReader, .readerIsAsker, .readerEdited, .readerOwnsPlan: "reader"
        case .interestNotDeclared: "noInterest"
        case .recordUnknown, .recordSuperseded: "supersedes"
        default: nil
        }
    }
}

/// All problems of one command at once; nothing was done.
public struct CaseRefused: Error, Sendable, Hashable {
    public var problems: [CaseProblem]

    public init(_ problems: [CaseProblem]) { self.problems = problems }
}

/// There is no such dossier, plan or record, or not for this person: the two are not told apart.
public struct CaseNotFound: Error, Sendable, Hashable {
    public init() {}
}
