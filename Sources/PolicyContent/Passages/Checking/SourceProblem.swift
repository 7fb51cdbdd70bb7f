/// Why a source reference could not be verified.
public enum SourceProblem: Sendable, Hashable {
    /// No passage begins so.
    case missing([PassageNearMiss])
    /// No section has the path.
    case unknownPath([[String]])
    /// Several passages begin so.
    case ambiguous([Passage])
    /// The passage was found and has another hash than the reference says.
    case changed(Passage)
    /// `unit` is no unit or `starts` is empty.
    case malformed
    /// There is no outline for the document.
    case noOutline
    /// The outline or the text could not be read.
    case unreadable
}

/// A source reference that could not be verified.
public struct SourceFinding: Sendable, Hashable {
    public var reference: LocatedReference
    public var problem: SourceProblem
}

extension SourceFinding: CustomStringConvertible {
    /// What is wrong, as one line for people: place and message.
    public var message: String {
        let at = "\(reference.place): "
        let what = "\(reference.unit) `\(reference.starts)` in \(reference.path.shownAsPath) of `\(reference.document)`"
        switch problem {
        case .missing: return at + "no \(what)"
        case .unknownPath: return at + "no section \(reference.path.shownAsPath) in `\(reference.document)`"
        case .ambiguous(let passages): return at + "\(passages.count) passages match \(what)"
        case .changed: return at + "the passage has changed: \(what)"
        case .malformed: return at + "unit `\(reference.unit)` with starts `\(reference.starts)` is no passage"
        case .noOutline: return at + "no outline for document `\(reference.document)`"
        case .unreadable: return at + "the text of `\(reference.document)` could not be read"
        }
    }

    /// What may help, one line each.
    public var help: [String] {
        switch problem {
        case .missing(let nearMisses): return nearMisses.map(\.description)
        case .unknownPath(let paths):
            return paths.isEmpty ? [] : ["paths there: " + paths.map(\.shownAsPath).joined(separator: ", ")]
        case .ambiguous(let passages):
            return passages.prefix(6).enumerated().map { index, passage in
                "nth \(index + 1): line \(passage.lines.lowerBound) in \(passage.path.shownAsPath): \(passage.beginning)"
            }
        case .changed(let passage): return ["its hash is now \(passage.sha256); read it again, then stamp"]
        case .malformed, .noOutline, .unreadable: return []
        }
    }

    public var description: String { ([message] + help.map { "    " + $0 }).joined(separator: "\n") }
}
