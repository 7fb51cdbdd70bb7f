/// The account of one document: how many passages became something, became nothing for a reason, or are open.
public struct LedgerAccount: Sendable, Hashable {
    public var document: String
    /// Smallest passages: sentences, undivided items, cells, legend entries.
    public var passages = 0
    /// A record points at the passage, or the ledger says which records it became.
    public var linked = 0
    /// Passages that became nothing, by reason.
    public var nothing: [LedgerEntry.Reason: Int] = [:]
    public var open: [OpenPassage] = []
    /// Passages with a normative cue.
    public var withCue = 0

    public struct OpenPassage: Sendable, Hashable {
        public enum Cause: String, Sendable, Hashable {
            /// Nobody has said anything about it.
            case undecided
            /// It has a normative cue and became nothing, without a reason of its own.
            case cueWithoutReason = "cue-without-reason"
            /// It has a normative cue and only the item around it is linked.
            case cueInItem = "cue-in-item"
        }
        public var cause: Cause
        /// Line of the text file, from 1.
        public var line: Int
        public var path: [String]
        public var beginning: String
    }

    /// From 0 to 1.
    public var shareAccountedFor: Double {
        passages == 0 ? 1 : Double(passages - open.count) / Double(passages)
    }

    /// One line for people.
    public var summary: String {
        let reasons = LedgerEntry.Reason.allCases.compactMap { reason in
            nothing[reason].map { "\(reason.rawValue) \($0)" }
        }
        let total = nothing.values.reduce(0, +)
        let percent = open.isEmpty ? "100" : String((shareAccountedFor * 1000).rounded(.down) / 10)
        return
            "\(document): \(passages) passages, \(linked) linked, \(total) not normative"
            + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))")
            + ", \(open.count) open, \(percent) % accounted for"
    }
}
