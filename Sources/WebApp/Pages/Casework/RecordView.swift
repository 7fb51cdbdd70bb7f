import Casework
import PolicyModel

/// Everything that becomes public of a dossier, as somebody reads it beforehand.
struct RecordView {
    struct Pair {
        var label: String
        var text: String
    }

    struct Policy {
        var mark: String
        var label: String
        var title: String
        var summary: String
        var source: String
        var isContested: Bool
    }

    struct Cell {
        var number: Int
        var principle: String
        var question: String
        var written: Bool
        var contributes: String?
        var strains: String?
    }

    struct Frame {
        var title: String
        var cells: [Cell]
        /// Questions about which nobody wrote.
        var silent: String?
    }

    struct Condition {
        var text: String
        var who: String
        var when: String
    }

    struct Contest {
        var title: String
        var by: String
        var reason: String?
    }

    struct Answer {
        var asks: String
        var value: String
        var by: String
        var reason: String?
    }

    struct Deviation {
        var title: String
        var deviates: String
        var reason: String?
        var how: String
        var presented: String?
    }

    var title: String
    var isDemonstration: Bool
    var isOwnInitiative: Bool
    var details: [Pair]
    var facts: [Pair]
    var applying: [Policy]
    var applyingCount: String
    var undecided: [Policy]
    var undecidedCount: String?
    var tensions: [String]
    var hasTensions: Bool
    var frames: [Frame]
    var dilemmas: [String]
    var hasDilemmas: Bool
    var outcome: String?
    var argument: String?
    var conditions: [Condition]
    var hasConditions: Bool
    var contests: [Contest]
    var hasContests: Bool
    var answers: [Answer]
    var hasAnswers: Bool
    var deviations: [Deviation]
    var hasDeviations: Bool
    var reportHash: String

    init(_ record: PublicRecord, report: CaseReport) {
        title = CaseWords.title(CaseWords.text(record.title))
        isDemonstration = record.isDemonstration
        isOwnInitiative = record.isOwnInitiative
        details = Self.details(record.details)
        facts = Self.facts(record)
        let policy = record.policy.map { ($0.state == "undecided", Policy($0, report: report)) }
        applying = policy.filter { !$0.0 }.map(\.1)
        applyingCount = CaseWords.count(applying.count, "uitspraak geldt", "uitspraken gelden")
        undecided = policy.filter(\.0).map(\.1)
        undecidedCount =
            undecided.isEmpty
            ? nil
            : CaseWords.count(
                undecided.count, "uitspraak waarvan nog niet te zeggen is of ze geldt",
                "uitspraken waarvan nog niet te zeggen is of ze gelden")
        tensions = record.tensions.map(\.about)
        hasTensions = !tensions.isEmpty
        let order = Dictionary(
            report.frames.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        frames = record.weighing.sorted { (order[$0.frame] ?? 99) < (order[$1.frame] ?? 99) }.map { Frame($0) }
        dilemmas = record.dilemmas.compactMap { CaseWords.text($0.text) }
        hasDilemmas = !dilemmas.isEmpty
        outcome = record.outcome?.title
        argument = CaseWords.text(record.outcome?.argument)
        conditions = record.conditions.map { line in
            Condition(
                text: CaseWords.text(line.text) ?? "", who: CaseWords.text(line.who) ?? "",
                when: CaseWords.text(line.when) ?? "")
        }
        hasConditions = !conditions.isEmpty
        contests = record.contests.map { line in
            Contest(
                title: report.finding(line.finding)?.title ?? line.finding, by: line.by,
                reason: CaseWords.text(line.reason))
        }
        hasContests = !contests.isEmpty
        answers = record.answers.map { line in
            Answer(
                asks: line.asks, value: line.value ? "Ja" : "Nee", by: line.by, reason: CaseWords.text(line.reason))
        }
        hasAnswers = !answers.isEmpty
        deviations = record.deviations.map { line in
            Deviation(
                title: line.title,
                deviates: line.deviates ? "De uitkomst wijkt af." : "De uitkomst wijkt niet af.",
                reason: CaseWords.text(line.reason), how: line.how,
                presented: [
                    line.presentedOn.flatMap { PolicyDate($0) }.map(DutchTime.text), CaseWords.text(line.presented),
                ].compactMap(\.self).joined(separator: ": ").nilIfEmpty)
        }
        hasDeviations = !deviations.isEmpty
        reportHash = record.reportHash
    }

    private static func details(_ details: PublicRecord.Details) -> [Pair] {
        let texts: [(String, PublicText?)] = [
            ("De vraag", details.question), ("Juridische aard", details.legalCharacter),
            ("Wie beslist", details.decidedBy), ("Op grond waarvan", details.mandate),
            ("Niet mee eens", details.remedies),
        ]
        let supersedes = details.supersedes.map { Pair(label: "Vervangt", text: "Afweging \($0)") }
        return texts.compactMap { label, text in CaseWords.text(text).map { Pair(label: label, text: $0) } }
            + [supersedes].compactMap(\.self)
    }

    private static func facts(_ record: PublicRecord) -> [Pair] {
        let place = record.place
        let names = (place.settlements + place.municipalities).map(\.name)
        let pairs: [(String, String?)] = [
            ("Wat", record.activities.map(\.label).joined(separator: ", ").nilIfEmpty),
            ("Waar", names.joined(separator: ", ").nilIfEmpty),
            ("Ligt in", place.designations.map(\.label).joined(separator: "; ").nilIfEmpty),
            ("Beleid van", record.day.map(DutchTime.text)),
        ]
        return pairs.compactMap { label, text in text.map { Pair(label: label, text: $0) } }
    }
}

extension RecordView.Policy {
    fileprivate init(_ line: PublicRecord.PolicyLine, report: CaseReport) {
        let finding = report.finding(line.finding)
        self.init(
            mark: finding?.mark ?? "unknown", label: line.label, title: line.title, summary: line.summary,
            source: finding?.source ?? line.source.title, isContested: line.isContested)
    }
}

extension RecordView.Frame {
    fileprivate init(_ frame: PublicRecord.FrameLine) {
        title = frame.title
        let all = frame.cells.enumerated().map { place, cell in
            let contributes = CaseWords.text(cell.contributesArgument) ?? (cell.contributes ? "Zonder argument." : nil)
            let strains = CaseWords.text(cell.strainsArgument) ?? (cell.strains ? "Zonder argument." : nil)
            return RecordView.Cell(
                number: place + 1, principle: cell.principleTitle, question: cell.text,
                written: contributes != nil || strains != nil, contributes: contributes, strains: strains)
        }
        cells = all.filter(\.written)
        let rest = all.filter { !$0.written }
        silent = rest.isEmpty ? nil : rest.map { "\($0.number). \($0.question)" }.joined(separator: " ")
    }
}

extension String {
    /// The text itself; `nil` when there is none.
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
