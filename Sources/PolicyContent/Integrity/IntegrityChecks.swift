internal import PolicyModel

/// One demand on the house as a whole.
protocol IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport)
}

/// All demands on the house as a whole.
struct IntegrityChecks {
    static var all: [any IntegrityCheck.Type] {
        [
            ActivityTaxonomy.self, ChoiceOfComparison.self, DanglingReferences.self, DuplicateIds.self,
            EffectSources.self,
            Exceptions.self, FeatureNames.self, FrameCells.self, GoalTree.self, LabelTable.self, LayerFiles.self,
            LayerLicences.self,
            QuestionTexts.self, RankingOrder.self, RequiredTargets.self, UnitCodes.self, UnreachableNorms.self,
            VerifiedPassages.self,
        ]
    }

    static func run(on content: LoadedContent) -> [ContentFinding] {
        let indexed = IndexedContent(content)
        var report = IntegrityReport(content: content)
        for check in all { check.check(indexed, &report) }
        return report.findings
    }
}

/// Collects what integrity checks find, each with its line.
struct IntegrityReport {
    let content: LoadedContent
    private(set) var findings: [ContentFinding] = []

    init(content: LoadedContent) { self.content = content }

    mutating func error(_ message: String, at place: ContentPlace, help: String? = nil) {
        add(.error, message, at: place, help: help)
    }

    mutating func warning(_ message: String, at place: ContentPlace, help: String? = nil) {
        add(.warning, message, at: place, help: help)
    }

    /// `file:line:column` of a place, for a help that names another one.
    func words(for place: ContentPlace) -> String {
        let (file, mark) = content.location(of: place)
        return "\(file):\(mark.line):\(mark.column)"
    }

    private mutating func add(
        _ severity: ContentFinding.Severity, _ message: String, at place: ContentPlace, help: String?
    ) {
        let (file, mark) = content.location(of: place)
        findings.append(
            ContentFinding(
                severity, file: file, line: mark.line, column: mark.column, message: message, help: help))
    }
}
