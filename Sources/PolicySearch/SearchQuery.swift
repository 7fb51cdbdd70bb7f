public import PolicyModel
public import Reporting

/// What somebody looks for.
public struct SearchQuery: Sendable, Hashable {
    /// As typed. Words between double quotes must stand next to each other; nothing else in it has a meaning of its own.
    public var text: String
    /// Only these kinds; all when empty.
    public var kinds: Set<RecordKind>
    /// Only what stands in this document.
    public var document: String?
    /// Only what stands in a document with this status on ``day``.
    public var status: DocumentStatus?
    /// The day on which ``status`` is asked.
    public var day: PolicyDate
    /// How many results to skip, and how many to give.
    public var offset: Int
    public var limit: Int

    public init(
        _ text: String, on day: PolicyDate, kinds: Set<RecordKind> = [], document: String? = nil,
        status: DocumentStatus? = nil, offset: Int = 0, limit: Int = 20
    ) {
        self.text = text
        self.day = day
        self.kinds = kinds
        self.document = document
        self.status = status
        self.offset = max(0, offset)
        self.limit = min(max(0, limit), 200)
    }
}
