/// What became of all source references, per document.
public struct VerificationReport: Sendable, Hashable {
    /// In the order of their ids.
    public var documents: [DocumentVerification]

    /// Whether every reference was verified in the text that was reviewed.
    public var isSuccess: Bool { documents.allSatisfy(\.isSuccess) }

    /// All findings, in the order of file, line and column.
    public var findings: [SourceFinding] {
        documents.flatMap(\.findings).sorted {
            ($0.reference.file, $0.reference.line, $0.reference.column)
                < ($1.reference.file, $1.reference.line, $1.reference.column)
        }
    }
}

/// What became of the source references to one document.
public struct DocumentVerification: Sendable, Hashable {
    public var document: String
    /// The name of the text file; empty without an outline.
    public var file = ""
    /// SHA-256 of the text that was read; `nil` when none was.
    public var fileSha256: String?
    /// SHA-256 of the text that the outline was reviewed for.
    public var reviewedSha256: String?
    /// What is wrong with the outline or with reading the text.
    public var faults: [String] = []
    public var references = 0
    /// References whose passage was found and has the hash they claim, or claim none.
    public var verified: [Verified] = []
    public var findings: [SourceFinding] = []

    /// A reference with the passage that was found.
    public struct Verified: Sendable, Hashable {
        public var reference: LocatedReference
        public var passage: Passage
    }

    /// Hashes of the verified passages, sorted, each once.
    public var hashes: [String] { Set(verified.map(\.passage.sha256)).sorted() }

    /// Whether the text that was read is the one that was reviewed.
    public var isReviewedText: Bool { fileSha256 != nil && fileSha256 == reviewedSha256 }

    public var missing: Int {
        count { problem in
            switch problem {
            case .missing, .unknownPath, .malformed, .noOutline, .unreadable: true
            case .ambiguous, .changed: false
            }
        }
    }
    public var changed: Int { count { if case .changed = $0 { true } else { false } } }
    public var ambiguous: Int { count { if case .ambiguous = $0 { true } else { false } } }

    public var isSuccess: Bool { findings.isEmpty && faults.isEmpty && (isReviewedText || references == 0) }

    /// One line for people, with a second one when the text is another than was reviewed.
    public var summary: String {
        var line = "\(document): \(references) references, \(verified.count) verified, \(missing) missing, "
        line += "\(changed) changed, \(ambiguous) ambiguous"
        if let fileSha256, let reviewedSha256, fileSha256 != reviewedSha256 {
            line +=
                "\n    `\(file)` is not the text that was reviewed: it has \(fileSha256), the outline \(reviewedSha256)"
        }
        return line
    }

    private func count(_ includes: (SourceProblem) -> Bool) -> Int { findings.count { includes($0.problem) } }
}
