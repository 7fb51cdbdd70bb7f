import Casework
import PolicyModel

/// The page of a weighing: every question with what was found and what people wrote, and all that comes after it.
struct DeliberationPage {
    var head: CaseHead
    var csrf: String
    var canWrite: Bool
    /// Why nothing can be written here, for who might expect to.
    var closedBecause: String?
    var paths: PathsModel
    var progress: [Progress]
    /// What must still be done before a second reader, all at once.
    var missing: [OpenPoint]
    var hasMissing: Bool
    var isReady: Bool
    var frames: [FrameSection]
    var weighing: WeighingRest
    var rest: DeliberationRest
    var errors: [FieldError]
    var newComment: FormField
    var unsaved: UnsavedList

    /// How far a part is, in a few words.
    struct Progress {
        var label: String
        var value: String
        var href: String
    }

    /// Addresses that the template links to.
    struct PathsModel {
        var outcome: String
        var details: String
        var asking: String
        var closing: String
        var renewing: String
        var history: String
        var reading: String
        var publishing: String
        var superseding: String
        var newDilemma: String
        var newCondition: String
        var comment: String
    }

    init(
        _ opened: OpenCase, house: PolicyHouse,
        points: (beforeReading: [CaseProblem], beforePublication: [CaseProblem]),
        earlier: [EarlierCase], unsaved: UnsavedList, comment: String, errors: [FieldError], csrf: String
    ) {
        self.unsaved = unsaved
        let paths = CasePaths(opened.id)
        head = CaseHead(opened, .weighing)
        self.csrf = csrf
        canWrite = opened.canWrite
        closedBecause = opened.dossier.state == .deliberation ? nil : Self.closed(opened.dossier.state)
        self.paths = PathsModel(
            outcome: paths.outcome, details: paths.details, asking: paths.asking, closing: paths.closing,
            renewing: paths.renewing, history: paths.history, reading: paths.reading, publishing: paths.publishing,
            superseding: paths.superseding, newDilemma: paths.newItem(.dilemma),
            newCondition: paths.newItem(.condition),
            comment: paths.weighing + "/opmerking")
        missing = points.beforeReading.map { OpenPoint($0, opened) }
        hasMissing = !missing.isEmpty
        isReady = missing.isEmpty && opened.dossier.state == .deliberation
        frames = opened.report.frames.map { FrameSection($0, opened) }
        weighing = WeighingRest(opened, house: house)
        rest = DeliberationRest(opened, earlier: earlier, house: house)
        progress = Self.progress(opened)
        self.errors = errors
        newComment = FormField("comment", "Nieuwe opmerking", value: comment, errors: errors, rows: 3)
    }

    private static func closed(_ state: Dossier.State) -> String {
        switch state {
        case .deliberation: ""
        case .review: "Het dossier ligt bij de tweede lezer. Er kan nu niets worden gewijzigd."
        case .approved: "De tweede lezer is akkoord. Wie nog iets wil wijzigen, neemt het dossier eerst terug."
        case .published: "Deze afweging is gepubliceerd en verandert niet meer. Een nieuwe afweging kan haar vervangen."
        case .superseded: "Deze afweging is vervangen door een latere en verandert niet meer."
        case .closed: "Dit dossier is gesloten zonder publicatie."
        }
    }

    private static func progress(_ opened: OpenCase) -> [Progress] {
        let dossier = opened.dossier
        let frames = opened.report.frames.map { frame in
            Progress(
                label: frame.title, value: "\(opened.written(in: frame)) van \(frame.cells.count) vragen",
                href: "#kader-\(frame.id)")
        }
        let questions = opened.report.questions.count
        let outcome = dossier.outcome.flatMap { kept in
            opened.context.outcomes.first { $0.frame == kept.content.frame && $0.outcome == kept.content.outcome }
        }
        return frames + [
            Progress(
                label: "Dilemma's", value: "\(dossier.dilemmas.count)", href: "#dilemmas"),
            Progress(label: "Voorwaarden", value: "\(dossier.conditions.count)", href: "#voorwaarden"),
            Progress(label: "Open vragen", value: "\(questions)", href: "#open-vragen"),
            Progress(label: "Betwist", value: "\(dossier.contests.count)", href: "#betwist"),
            Progress(label: "Uitkomst", value: outcome?.title ?? "nog niet gekozen", href: "#uitkomst"),
        ]
    }
}

/// A frame with its questions, under their principles.
struct FrameSection {
    var id: String
    var title: String
    var interpretation: String?
    /// For example "3 van 12 vragen beschreven".
    var written: String
    /// Nobody wrote here, and the outcome is not chosen in the words of this frame.
    var isFolded: Bool
    var principles: [PrincipleSection]

    init(_ frame: CaseReport.Frame, _ opened: OpenCase) {
        let count = opened.written(in: frame)
        written = "\(count) van \(frame.cells.count) vragen beschreven"
        isFolded = count == 0 && !opened.context.outcomes.contains { $0.frame == frame.id }
        id = frame.id
        title = frame.title
        interpretation = frame.interpretation
        var sections: [PrincipleSection] = []
        var lastGroup: String?
        for (place, cell) in frame.cells.enumerated() {
            let line = CellLine(cell, number: place + 1, opened)
            if sections.last?.id == cell.address.principle, cell.group == lastGroup {
                sections[sections.count - 1].cells.append(line)
            } else {
                sections.append(PrincipleSection(cell, group: cell.group == lastGroup ? nil : cell.group, first: line))
            }
            lastGroup = cell.group
        }
        principles = sections
    }
}

struct PrincipleSection {
    var id: String
    var title: String
    /// The group of questions, when it begins here.
    var group: String?
    var summary: String?
    var criteria: [String]
    var hasCriteria: Bool
    var cells: [CellLine]

    init(_ cell: CaseReport.Cell, group: String?, first: CellLine) {
        id = cell.address.principle
        title = cell.principle
        self.group = group
        summary = cell.principleSummary
        criteria = cell.criteria
        hasCriteria = !criteria.isEmpty
        cells = [first]
    }
}

/// A question with what was found and what people wrote.
struct CellLine {
    /// Findings with the same sign and words.
    struct Found {
        var mark: String
        var label: String
        var findings: [Reference]
    }

    struct Reference {
        var number: Int
        var href: String
        var title: String
        var isContested: Bool
    }

    var anchor: String
    var number: Int
    var question: String
    var href: String
    var found: [Found]
    /// What to say when nothing was found.
    var nothing: String?
    var openCount: String?
    var written: WrittenCell?
    var signature: String?
    var action: String?

    init(_ cell: CaseReport.Cell, number: Int, _ opened: OpenCase) {
        let paths = CasePaths(opened.id)
        let kept = opened.dossier.cells[cell.address]
        anchor = CasePaths.anchor(cell.address)
        self.number = number
        question = cell.question
        href = paths.cell(cell.address)
        found = Self.grouped(cell.findings, paths)
        nothing = cell.findings.isEmpty ? CellWords.state(cell) : nil
        openCount = cell.open.isEmpty ? nil : CaseWords.count(cell.open.count, "open vraag", "open vragen")
        written = kept.flatMap { WrittenCell($0.current) }
        signature = kept.map { CaseWords.signature($0.current.by, $0.current.at) }
        action = opened.canWrite ? (written == nil ? "Schrijf hier" : "Wijzig") : nil
    }

    private static func grouped(_ findings: [CaseReport.Finding], _ paths: CasePaths) -> [Found] {
        var groups: [Found] = []
        for finding in findings {
            let label = finding.isUndecided ? "Nog niet te beslissen" : finding.label
            let reference = Reference(
                number: finding.number, href: paths.finding(finding.id), title: finding.title,
                isContested: finding.isContested)
            if let place = groups.firstIndex(where: { $0.mark == finding.mark && $0.label == label }) {
                groups[place].findings.append(reference)
            } else {
                groups.append(Found(mark: finding.mark, label: label, findings: [reference]))
            }
        }
        return groups
    }
}

extension OpenCase {
    /// In how many cells of a frame people wrote.
    func written(in frame: CaseReport.Frame) -> Int {
        frame.cells.count { dossier.cells[$0.address].map { !$0.content.isEmpty } ?? false }
    }
}
