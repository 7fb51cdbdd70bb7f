/// How far a document binds.
public enum BindingForce: String, Sendable, Hashable, Codable, CaseIterable {
    /// Binds everyone.
    case binding
    /// Binds the body that adopted it.
    case selfBinding = "self-binding"
    /// Gives direction.
    case guiding
    /// Binds who signed it.
    case agreed
    /// Binds nobody.
    case none
}

/// Where a document stands in its life.
public enum DocumentStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case draft, adopted
    case inForce = "in-force"
    case withdrawn, superseded, expired
    /// It holds at least until a moment that has come; whether it still does must be asked.
    case dueForReview = "due-for-review"
}

/// One step in the life of a document.
public struct StatusStep: Sendable, Hashable, Codable {
    public var status: DocumentStatus
    /// First day of this status; `nil` when the day is not known and the status has held as long as anyone asks.
    public var from: PolicyDate?
    public var source: SourceReference?
    public var note: String?
}

/// Who may deviate from a document, and how.
public struct Deviation: Sendable, Hashable, Codable {
    public var who: String
    public var how: String
    public var source: SourceReference
}

/// How one document relates to another.
public struct DocumentRelation: Sendable, Hashable, Codable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case confirms
        case workedOutIn = "worked-out-in"
        case supersedes, withdraws
        case refersTo = "refers-to"
    }
    public var kind: Kind
    public var document: String
    public var source: SourceReference?
}

/// A policy document, loaded or only referred to.
public struct PolicyDocument: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    /// Official title.
    public var title: String
    public var shortTitle: String?
    /// What it is in the field's words (omgevingsvisie, strategie, arrangement, verordening, ...).
    public var kind: String
    public var adoptedBy: String?
    /// Whether its content is part of this house. A document that is not loaded is named, never consulted.
    public var loaded: Bool
    /// File name of the plain text, and its SHA-256.
    public var file: TextFile?
    public var forceWhenAdopted: BindingForce
    /// Who is bound by default when a norm does not say.
    public var binds: String?
    @OrEmpty public var statusHistory: [StatusStep]
    /// After this day the status is uncertain, and a report says so.
    public var statusCheckedOn: PolicyDate?
    /// Where the legally valid version is.
    public var authenticVersion: String?
    public var mayDeviate: Deviation?
    @OrEmpty public var relations: [DocumentRelation]
    /// Named in every report as not consulted, whatever the initiative.
    public var alwaysNamed: Bool?
    /// The period that the document itself names.
    public var period: Period?
    public var note: String?

    /// The period that a document says it is about. Its end is no proof that it has lost its force.
    public struct Period: Sendable, Hashable, Codable {
        public var from: PolicyDate?
        /// First day after the period.
        public var until: PolicyDate?
        public var source: SourceReference?
    }

    public struct TextFile: Sendable, Hashable, Codable {
        public var name: String
        public var sha256: String
    }

    /// The status on a day; see ``StatusStep/status(on:in:)``.
    public func status(on day: PolicyDate) -> DocumentStatus? { StatusStep.status(on: day, in: statusHistory) }
}

extension StatusStep {
    /// The status on a day: the last step that has begun; `nil` when the document had none yet.
    public static func status(on day: PolicyDate, in history: [StatusStep]) -> DocumentStatus? {
        var found: StatusStep?
        for step in history {
            guard let from = step.from else {
                if found == nil { found = step }
                continue
            }
            guard from <= day else { continue }
            if let best = found?.from, best > from { continue }
            found = step
        }
        return found?.status
    }
}
