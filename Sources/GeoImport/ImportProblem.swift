/// Why a source was refused: what is wrong, where, and how to mend it, in plain Dutch.
public struct ImportProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong: lower case, no final period.
    public var what: String
    /// The file, layer or feature; `nil` when the whole source is meant.
    public var place: String?
    /// How to mend it.
    public var help: String?

    public init(_ what: String, in place: String? = nil, help: String? = nil) {
        self.what = what
        self.place = place
        self.help = help
    }

    public var description: String {
        [place.map { "\($0): \(what)" } ?? what, help].compactMap { $0 }.joined(separator: "; ")
    }
}
