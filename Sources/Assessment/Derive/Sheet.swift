import NormEngine
import PolicyModel

/// Fills the cells of the frames that join this assessment with findings and open questions.
struct SheetBuilder {
    let index: HouseIndex
    let initiative: InitiativeInput
    let findings: [ReportFinding]

    func frames() -> [FrameSheet] {
        // Findings per cell, looked up once: a finding is large to move about.
        var byCell: [ReportFinding.Cell: [Int]] = [:]
        for position in findings.indices {
            for cell in findings[position].frames { byCell[cell, default: []].append(position) }
        }
        return index.house.frames.compactMap { frame in
            if let source = frame.source, index.validity(ofDocument: source.document, on: initiative.asOf) == .no {
                return nil
            }
            guard joins(frame) else { return nil }
            let principles = Dictionary(
                frame.principles.map { ($0.id, joining($0)) }, uniquingKeysWith: { first, _ in first })
            return FrameSheet(
                frame: frame.id, title: frame.title, interpretation: frame.interpretation,
                cells: frame.cells.compactMap { pair in
                    let joining = principles[pair.principle] ?? .certain
                    return joining.truth == .no ? nil : cell(pair, of: frame, joining, byCell)
                })
        }
    }

    /// Whether a principle joins, and what could still decide that.
    private struct Joining {
        var truth: Truth
        var missing: [Unknown]
        var open: [ReportQuestion]

        static let certain = Joining(truth: .yes, missing: [], open: [])
    }

    /// A principle joins with its cells unless it certainly does not; one part for which it does is enough.
    private func joining(_ principle: Frame.Principle) -> Joining {
        guard let test = principle.appliesWhen else { return .certain }
        let outcomes = initiative.parts.map { part in
            TestEvaluator(index: index, initiative: initiative, part: part).evaluate(test, step: "when")
        }
        let truth = Truth.any(outcomes.map(\.truth))
        guard truth == .unknown else { return Joining(truth: truth, missing: [], open: []) }
        let missing = Set(outcomes.filter { $0.truth == .unknown }.flatMap(\.missing)).sorted()
        let open = test.openQuestions.filter { missing.contains(Unknown(cause: .openQuestion, ref: $0.question)) }
        return Joining(
            truth: truth, missing: missing,
            open: open.map { ReportQuestion(id: $0.question, question: principle.title, asks: $0.asks) })
    }

    /// A frame joins unless it certainly does not.
    private func joins(_ frame: Frame) -> Bool {
        guard let test = frame.appliesWhen else { return true }
        return initiative.parts.contains { part in
            TestEvaluator(index: index, initiative: initiative, part: part).evaluate(test, step: "when").truth != .no
        }
    }

    private func cell(
        _ pair: Norm.FrameCell, of frame: Frame, _ joining: Joining, _ byCell: [ReportFinding.Cell: [Int]]
    ) -> FrameSheet.Cell {
        let principle = frame.principles.first { $0.id == pair.principle }
        let question = frame.questions.first { $0.id == pair.question }
        let group = question?.group
        let address = ReportFinding.Cell(frame: frame.id, principle: pair.principle, question: pair.question)
        let here = byCell[address] ?? []
        let open = openQuestions(of: here, frame: question, joining: joining.open)
        let state: FrameSheet.State
        if joining.truth == .unknown || !open.isEmpty || here.contains(where: { findings[$0].state == .undecided }) {
            state = .open
        } else if !here.isEmpty {
            state = .hasFindings
        } else {
            state = hasNorms(address) ? .noFinding : .notExamined
        }
        return FrameSheet.Cell(
            principle: pair.principle, principleTitle: principle?.title ?? pair.principle, group: group,
            groupTitle: frame.groups.first { $0.id == group }?.title, question: pair.question,
            text: question?.text ?? pair.question, state: state, findings: here.map { findings[$0].id }, open: open,
            undecidedBecause: joining.missing,
            statements: frame.statements.filter { $0.principle == pair.principle && $0.question == pair.question }
                .map { statement in
                    FrameSheet.Statement(
                        id: statement.id, text: statement.text, limit: statement.limit,
                        source: index.view(statement.source))
                })
    }

    /// Without any norm about a cell the machine has had nothing to examine.
    private func hasNorms(_ cell: ReportFinding.Cell) -> Bool {
        index.cellsWithNorms.contains([cell.frame, cell.principle, cell.question])
    }

    private func openQuestions(
        of here: [Int], frame question: Frame.Question?, joining: [ReportQuestion]
    ) -> [ReportQuestion] {
        var questions = joining
        if let open = question?.open, initiative.answers[open.question] == nil {
            questions.append(ReportQuestion(id: open.question, question: question?.text ?? "", asks: open.asks))
        }
        for position in here {
            questions += index.openQuestions(of: findings[position])
            questions += findings[position].conditions.filter { $0.state == .open }.compactMap(\.question)
        }
        var seen: Set<String> = []
        return questions.filter { seen.insert($0.id).inserted }
    }
}

extension HouseIndex {
    /// The questions whose answers would decide a finding.
    func openQuestions(of finding: ReportFinding) -> [ReportQuestion] {
        finding.undecidedBecause.filter { $0.cause == .openQuestion }.map { unknown in
            ReportQuestion(
                id: unknown.ref, question: finding.title, asks: questionTexts[unknown.ref] ?? unknown.ref)
        }
    }
}
