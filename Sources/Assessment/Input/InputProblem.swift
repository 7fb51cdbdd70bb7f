/// Something wrong with an initiative: where, what, and how to mend it. Texts are in Dutch; people read them.
public struct InputProblem: Error, Sendable, Hashable {
    /// Which rule was broken; stable, for programs.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case syntax, wrongType, missing, unknownActivity, unknownPlace, invalidGeometry, outsideHouse, depthUpsideDown,
            unit
        case tooManyVertices, unknownValue
    }
    public var kind: Kind
    /// JSON pointer (RFC 6901) into the input; empty for the whole.
    public var pointer: String
    public var message: String
    public var help: String?

    public init(_ kind: Kind, at pointer: String, _ message: String, help: String? = nil) {
        self.kind = kind
        self.pointer = pointer
        self.message = message
        self.help = help
    }

    /// One line: place, message, help.
    public var line: String {
        (pointer.isEmpty ? "" : pointer + ": ") + message + (help.map { " (" + $0 + ")" } ?? "")
    }
}

/// All problems of one input.
public struct InputRefused: Error, Sendable, Hashable {
    public var problems: [InputProblem]

    public init(_ problems: [InputProblem]) { self.problems = problems }
}
