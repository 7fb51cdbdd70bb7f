import Casework
import Hummingbird

/// Choosing an outcome, in the words of the frame, and saying why. Nothing is chosen beforehand.
struct OutcomeEditor: CaseEditor {
    let site: Site

    func subject(_: KompasRequestContext, _: OpenCase) {}

    func name(of _: Void, _: OpenCase) -> String { "De uitkomst" }

    func kept(_: Void, _ opened: OpenCase) -> Versions<OutcomeContent>? { opened.dossier.outcome }

    func empty(_: Void, _: OpenCase) -> OutcomeContent { OutcomeContent(frame: "", outcome: "", argument: "") }

    func content(_ form: Form, _: Void, _: OpenCase) -> OutcomeContent {
        let chosen = OutcomeChoice(form["outcome"] ?? "")
        return OutcomeContent(frame: chosen.frame, outcome: chosen.outcome, argument: form.text("argument"))
    }

    func save(
        _ content: OutcomeContent, _: Void, basedOn: Int, _ desk: CaseDesk, _ opened: OpenCase
    ) async throws {
        _ = try await desk.service.saveOutcome(content, basedOn: basedOn, in: opened.id, by: desk.actor)
    }

    func page(_ editing: Editing<OutcomeEditor>) -> PageSpec {
        PageSpec("deliberation/outcome", title: "Uitkomst", model: OutcomePage(editing))
            .with(styles: ["css/casework.css"], scripts: ["js/autosave.js"], isPrivate: true)
    }

    func fields(base: OutcomeContent?, mine: OutcomeContent, theirs: OutcomeContent, _ opened: OpenCase)
        -> [MergePage.Field]
    {
        [
            .choice(
                "outcome", "De uitkomst", base: base.map { OutcomeChoice($0).value }, mine: OutcomeChoice(mine).value,
                theirs: OutcomeChoice(theirs).value,
                options: opened.context.outcomes.map { (OutcomeChoice($0).value, $0.title) }),
            .text(
                "argument", "Waarom deze uitkomst", base: base?.argument, mine: mine.argument, theirs: theirs.argument),
        ]
    }

    func next(_: Form, _: Void, _ opened: OpenCase) -> String { CasePaths(opened.id).weighing + "#uitkomst" }
}

/// An outcome as a form names it: `frame.outcome`.
struct OutcomeChoice: Sendable, Hashable {
    var frame: String
    var outcome: String

    init(_ value: String) {
        let halves = value.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        frame = halves.first ?? ""
        outcome = halves.count > 1 ? halves[1] : ""
    }

    init(_ content: OutcomeContent) {
        frame = content.frame
        outcome = content.outcome
    }

    init(_ option: CaseContext.OutcomeOption) {
        frame = option.frame
        outcome = option.outcome
    }

    var value: String { frame.isEmpty && outcome.isEmpty ? "" : "\(frame).\(outcome)" }
}

struct OutcomePage {
    struct Group {
        var title: String
        var choices: [FormChoice]
    }

    var head: CaseHead
    var form: EditFrame
    var errors: [FieldError]
    var groups: [Group]
    var choiceError: String?
    var argument: FormField
    /// Cells in which people saw a strain, to look at once more.
    var strains: [WeighingLine]
    var contributions: [WeighingLine]
    var hasWeighing: Bool
    var signature: String?
    var back: String

    init(_ editing: Editing<OutcomeEditor>) {
        let opened = editing.opened
        head = CaseHead(opened, .weighing, here: "Uitkomst")
        form = editing.frame
        errors = editing.errors
        let chosen = OutcomeChoice(editing.content).value
        var order: [String] = []
        var byFrame: [String: Group] = [:]
        for option in opened.context.outcomes {
            let value = OutcomeChoice(option).value
            if byFrame[option.frame] == nil { order.append(option.frame) }
            let isFirst = order.count == 1 && byFrame[option.frame] == nil
            byFrame[option.frame, default: Group(title: option.frameTitle, choices: [])].choices.append(
                FormChoice(
                    id: isFirst ? "outcome" : "outcome-\(value)", name: "outcome", value: value, label: option.title,
                    isChosen: value == chosen))
        }
        groups = order.compactMap { byFrame[$0] }
        choiceError = errors.text(for: "outcome")
        argument = FormField(
            "argument", "Waarom deze uitkomst",
            hint: "Zeg wat de doorslag gaf, en wat er dan met de spanningen gebeurt.", value: editing.content.argument,
            errors: errors, rows: 10)
        strains = WeighingLine.all(opened) { $0.strains }
        contributions = WeighingLine.all(opened) { $0.contributes }
        hasWeighing = !strains.isEmpty || !contributions.isEmpty
        signature = editing.kept.map { CaseWords.signature($0.current.by, $0.current.at) }
        back = CasePaths(opened.id).weighing + "#uitkomst"
    }
}

/// A cell in which something was ticked, by its question.
struct WeighingLine {
    var question: String
    var href: String

    static func all(_ opened: OpenCase, where isTicked: (CellContent) -> Bool) -> [WeighingLine] {
        opened.report.cells.filter { opened.dossier.cells[$0.address].map { isTicked($0.content) } ?? false }
            .map { WeighingLine(question: $0.question, href: CasePaths(opened.id).place(of: $0.address)) }
    }
}
