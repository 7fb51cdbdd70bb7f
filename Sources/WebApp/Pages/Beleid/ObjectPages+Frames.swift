import NormEngine
import PolicyModel
import Reporting

/// Frames of judgement and their principles.
extension ObjectPages {
    func sections(of frame: Frame) -> [ObjectSection] {
        var sections = [principles(of: frame)]
        if let applies = frame.appliesWhen {
            sections.insert(
                ObjectSection(
                    id: "wanneer", title: "Wanneer het kader meedoet",
                    blocks: [TestBlock(title: "Alleen als", node: TestNode(plain.plain(applies)))]), at: 0)
        }
        sections += [questions(of: frame), outcomes(of: frame), triggers(of: frame), steps(of: frame)].compactMap { $0 }
        return sections
    }

    private func principles(of frame: Frame) -> ObjectSection {
        ObjectSection(
            id: "principes", title: "Principes",
            steps: frame.principles.map { principle in
                let key = RecordKey(.principle, principle.id, owner: frame.id)
                let norms = book.links.to(key).count { $0.from.kind == .norm }
                let questions = frame.cells.count { $0.principle == principle.id }
                return StepView(
                    id: PolicyAddress.anchor(key), title: principle.title,
                    href: PolicyAddress.principle(principle.id, of: frame.id), text: principle.summary,
                    notes: [
                        "\(questions) \(questions == 1 ? "vraag" : "vragen"), \(norms) \(norms == 1 ? "norm" : "normen")"
                    ],
                    blocks: [])
            })
    }

    private func questions(of frame: Frame) -> ObjectSection? {
        guard !frame.questions.isEmpty else { return nil }
        let groups = Dictionary(frame.groups.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        return ObjectSection(
            id: "vragen", title: "Vragen",
            steps: frame.questions.map { question in
                let key = RecordKey(.question, question.id, owner: frame.id)
                let under = frame.cells.filter { $0.question == question.id }.compactMap { cell in
                    frame.principles.first { $0.id == cell.principle }?.title
                }
                let notes = [
                    question.group.flatMap { groups[$0] },
                    under.isEmpty ? nil : "Bij: " + under.joined(separator: ", "),
                ]
                return StepView(
                    id: PolicyAddress.anchor(key), title: question.text, notes: notes.compactMap { $0 }, blocks: [],
                    section: question.source.map(passageLine))
            })
    }

    private func outcomes(of frame: Frame) -> ObjectSection? {
        guard !frame.outcomes.isEmpty else { return nil }
        return ObjectSection(
            id: "uitkomsten", title: "Uitkomsten", intro: "Een mens kiest en motiveert de uitkomst; Kompas kiest niet.",
            steps: frame.outcomes.map {
                StepView(
                    id: PolicyAddress.anchor(RecordKey(.outcome, $0.id)), title: $0.title, notes: [], blocks: [],
                    section: $0.source.map(passageLine))
            })
    }

    private func triggers(of frame: Frame) -> ObjectSection? {
        guard !frame.triggers.isEmpty else { return nil }
        return ObjectSection(
            id: "aanleidingen", title: "Wanneer het kader wordt gebruikt",
            steps: frame.triggers.map { trigger in
                StepView(
                    id: PolicyAddress.anchor(RecordKey(.trigger, trigger.id)), title: trigger.title,
                    text: trigger.interpretation, notes: [trigger.obligatory ? "Verplicht" : "Niet verplicht"],
                    blocks: [TestBlock(title: "Als", node: TestNode(plain.plain(trigger.when)))],
                    section: trigger.source.map(passageLine))
            })
    }

    private func steps(of frame: Frame) -> ObjectSection? {
        guard !frame.steps.isEmpty else { return nil }
        return ObjectSection(
            id: "stappen", title: "Stappen",
            steps: frame.steps.enumerated().map { number, step in
                StepView(
                    id: PolicyAddress.anchor(RecordKey(.step, step.id)), title: "\(number + 1). \(step.title)",
                    notes: [], blocks: [], section: step.source.map(passageLine))
            })
    }

    /// The page of one principle: its questions, what the text says there, and the norms that bear on each.
    func page(_ principle: Frame.Principle, of frame: Frame) -> ObjectPage {
        let home = RecordKey(.frame, frame.id)
        var sections: [ObjectSection] = []
        if let applies = principle.appliesWhen {
            sections.append(
                ObjectSection(
                    id: "wanneer", title: "Wanneer dit principe meedoet",
                    blocks: [TestBlock(title: "Alleen als", node: TestNode(plain.plain(applies)))]))
        }
        let criteria = frame.criteria.filter { $0.principle == principle.id }
        if !criteria.isEmpty {
            sections.append(
                ObjectSection(
                    id: "criteria", title: "Criteria",
                    steps: criteria.map {
                        StepView(
                            id: PolicyAddress.anchor(RecordKey(.criterion, $0.id)), title: $0.text, notes: [],
                            blocks: [], section: $0.source.map(passageLine))
                    }))
        }
        sections += frame.cells.filter { $0.principle == principle.id }.map { cell($0, of: frame) }
        if let source = principle.source {
            sections.append(ObjectSection(id: "bron", title: "Bron", passages: [passages.view(source)]))
        }
        return ObjectPage(
            symbols: Mark.symbolsMarkup,
            crumbs: [
                Crumb(label: "Beleid", href: "/beleid"),
                Crumb(label: Words.capitalised(Words.kinds(.frame)), href: PolicyAddress.list(.frame)),
                Crumb(label: frame.title, href: PolicyAddress.page(home)),
            ],
            kind: "Principe", title: principle.title, lead: principle.summary, facts: [], sections: sections,
            contents: ObjectPage.contents(sections))
    }

    private func cell(_ cell: Norm.FrameCell, of frame: Frame) -> ObjectSection {
        let question = frame.questions.first { $0.id == cell.question }
        let said = frame.statements.filter { $0.principle == cell.principle && $0.question == cell.question }
        let keys = index.house.norms.filter { $0.frames[frame.id]?.contains(cell) == true }
            .map { RecordKey(.norm, $0.id) }
        let norms = lines.sorted(keys).compactMap { lines.line($0, showsDocument: true) }
        return ObjectSection(
            id: PolicyAddress.anchor(RecordKey(.question, cell.question)), title: question?.text ?? cell.question,
            intro: said.isEmpty && norms.isEmpty ? "Hier zegt de tekst niets, en geen norm gaat erover." : nil,
            steps: said.map {
                StepView(
                    id: PolicyAddress.anchor(RecordKey(.statement, $0.id)), title: $0.text, text: $0.limit, notes: [],
                    blocks: [], section: passageLine($0.source))
            },
            groups: norms.isEmpty
                ? [] : [RecordGroup(id: "normen-\(cell.question)", title: "Normen bij deze vraag", lines: norms)])
    }
}
