import Casework

/// The page of one cell: what to look at, what was found, and what people write.
struct CellPage {
    private static let mostFindings = 7

    struct Version {
        var number: Int
        var signature: String
        var restores: Int?
        var contributes: String?
        var strains: String?
    }

    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var frameTitle: String
    var number: Int
    var principle: String
    var principleSummary: String?
    var question: String
    var criteria: [String]
    var hasCriteria: Bool
    var statements: [String]
    var hasStatements: Bool
    var state: String
    /// What applies: the first, and those that are folded away.
    var telling: [FindingLine]
    var moreTelling: [FindingLine]
    var moreCount: String?
    /// What is not decided yet.
    var undecided: [FindingLine]
    var undecidedCount: String?
    var questions: [QuestionLine]
    var hasQuestions: Bool
    var isContributing: Bool
    var contributesArgument: FormField
    var isStraining: Bool
    var strainsArgument: FormField
    /// What is kept, for who reads without writing.
    var written: WrittenCell?
    var signature: String?
    /// The last change is one's own, and can be taken back.
    var undo: String?
    var versions: [Version]
    var hasVersions: Bool
    var previous: String?
    var next: String?
    var back: String

    init?(_ editing: Editing<CellEditor>) {
        let opened = editing.opened
        guard let cell = opened.report.cell(editing.subject),
            let frame = opened.report.frames.first(where: { $0.id == editing.subject.frame })
        else { return nil }
        let paths = CasePaths(opened.id)
        head = CaseHead(opened, .weighing, here: cell.question)
        form = editing.frame
        errors = editing.errors
        frameTitle = frame.title
        number = (frame.cells.firstIndex { $0.address == cell.address } ?? 0) + 1
        principle = cell.principle
        principleSummary = cell.principleSummary
        question = cell.question
        criteria = cell.criteria
        hasCriteria = !criteria.isEmpty
        statements = cell.statements
        hasStatements = !statements.isEmpty
        state = CellWords.state(cell)
        let applying = cell.findings.filter { !$0.isUndecided }.map { FindingLine($0, opened) }
        telling = Array(applying.prefix(Self.mostFindings))
        moreTelling = Array(applying.dropFirst(Self.mostFindings))
        moreCount = moreTelling.isEmpty ? nil : CaseWords.count(moreTelling.count, "bevinding", "bevindingen")
        undecided = cell.findings.filter(\.isUndecided).map { FindingLine($0, opened) }
        undecidedCount = undecided.isEmpty ? nil : CaseWords.count(undecided.count, "bevinding", "bevindingen")
        questions = cell.open.map { QuestionLine($0, opened) }
        hasQuestions = !questions.isEmpty
        isContributing = editing.content.contributes
        contributesArgument = FormField(
            "contributesArgument", "Waarom het plan bijdraagt", value: editing.content.contributesArgument,
            errors: editing.errors, rows: 8)
        isStraining = editing.content.strains
        strainsArgument = FormField(
            "strainsArgument", "Waarom het plan spanning geeft", value: editing.content.strainsArgument,
            errors: editing.errors, rows: 8)
        written = editing.kept.flatMap { WrittenCell($0.current) }
        signature = editing.kept.map { CaseWords.signature($0.current.by, $0.current.at) }
        let isOwn = editing.kept.map { opened.isMine($0.current.by) } ?? false
        undo = editing.canWrite && isOwn ? paths.cell(cell.address) + "/terug" : nil
        versions = (editing.kept?.earlier ?? []).reversed().map { version in
            let written = WrittenCell(version)
            return Version(
                number: version.number, signature: CaseWords.signature(version.by, version.at),
                restores: version.restores, contributes: written?.contributes, strains: written?.strains)
        }
        hasVersions = !versions.isEmpty
        let around = opened.report.neighbours(of: cell.address)
        previous = around.previous.map(paths.cell)
        next = around.next.map(paths.cell)
        back = paths.place(of: cell.address)
    }
}

/// What people wrote in a cell, to read; `nil` when they wrote nothing.
struct WrittenCell {
    /// The argument, or that there is none; `nil` when this was not ticked.
    var contributes: String?
    var strains: String?

    init?(_ version: Version<CellContent>) {
        let content = version.content
        contributes = Self.words(content.contributes, version.texts["contributes"])
        strains = Self.words(content.strains, version.texts["strains"])
        if contributes == nil, strains == nil { return nil }
    }

    private static func words(_ isTicked: Bool, _ text: RecordedText?) -> String? {
        if let words = CaseWords.text(text), !words.isEmpty {
            return isTicked ? words : words + "\n(nog niet aangevinkt)"
        }
        return isTicked ? "Nog zonder argument." : nil
    }
}

/// A finding as a line beside what people write.
struct FindingLine {
    var number: Int
    var mark: String
    var label: String
    var title: String
    var summary: String
    var source: String
    var status: String
    var isContested: Bool
    var href: String
    /// Where to contest it; `nil` for who cannot, or when it is contested already.
    var contest: String?

    init(_ finding: CaseReport.Finding, _ opened: OpenCase) {
        let paths = CasePaths(opened.id)
        number = finding.number
        mark = finding.mark
        label = finding.isUndecided ? "Nog niet te beslissen" : finding.label
        title = finding.title
        summary = finding.summary
        source = finding.source
        status = finding.status
        isContested = finding.isContested
        href = paths.finding(finding.id)
        contest = opened.canWrite && !finding.isContested ? paths.contest(finding.id) : nil
    }
}

/// A question that only people can answer.
struct QuestionLine {
    var asks: String
    /// Where to answer it; `nil` for who cannot.
    var href: String?

    init(_ question: CaseReport.Question, _ opened: OpenCase) {
        asks = question.asks
        href = opened.canWrite ? CasePaths(opened.id).question(question.id) : nil
    }
}

enum CellWords {
    /// What the machine found, in words.
    static func state(_ cell: CaseReport.Cell) -> String {
        switch cell.state {
        case "not-examined": "Niet onderzocht: het geladen beleid zegt hier niets over."
        case "no-finding": "Geen bevinding: het geladen beleid zegt hier niets over dit plan."
        default: "\(CaseWords.count(cell.findings.count, "bevinding", "bevindingen"))"
        }
    }
}
