/// Something that the loader has to say about a content file, with the place where it stands.
///
/// Reads like a message of a compiler; see ``description``. Messages are lower case, have no final period and put what
/// the author wrote in backticks. What to do about it is apart, in ``help``.
public struct ContentFinding: Sendable, Hashable, Codable {
    public enum Severity: String, Sendable, Hashable, Codable, Comparable {
        case error, warning

        public static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
    }

    public var severity: Severity
    /// Path of the file relative to the house, with `/` between its parts.
    public var file: String
    /// From 1.
    public var line: Int
    /// In characters, from 1.
    public var column: Int
    public var message: String
    public var help: String?

    public init(
        _ severity: Severity, file: String, line: Int, column: Int, message: String, help: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.help = help
    }
}

extension ContentFinding: CustomStringConvertible {
    /// `norms/energy.yaml:12:5: error: unknown key `sumary``, and on a second line the help.
    public var description: String {
        let first = "\(file):\(line):\(column): \(severity.rawValue): \(message)"
        guard let help else { return first }
        return "\(first)\n  help: \(help)"
    }
}

extension ContentFinding: Comparable {
    /// By file, line, column, then errors before warnings.
    public static func < (left: ContentFinding, right: ContentFinding) -> Bool {
        (left.file, left.line, left.column, left.severity, left.message)
            < (right.file, right.line, right.column, right.severity, right.message)
    }
}
