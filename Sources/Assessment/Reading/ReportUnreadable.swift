/// Why JSON is not a report: the first thing that is not as it must be.
public struct ReportUnreadable: Error, Sendable, Hashable, CustomStringConvertible {
    /// JSON pointer (RFC 6901).
    public var pointer: String
    /// What was expected there: lower case, no final period.
    public var message: String

    public var description: String { "\(pointer): \(message)" }
}
