import NormEngine
import PolicyModel
import Reporting

/// Documents, and what people agreed or brought in.
extension ObjectPages {
    func sections(of document: PolicyDocument) -> [ObjectSection] {
        [life(document), deviation(document), held(document)].compactMap { $0 }
    }

    private func life(_ document: PolicyDocument) -> ObjectSection? {
        var steps = document.statusHistory.map { step in
            StepView(
                title: Words.capitalised(Words.status(step.status.rawValue)), text: step.note,
                notes: [step.from.map { "vanaf \(DutchTime.text($0))" }].compactMap { $0 }, blocks: [],
                section: step.source.map(passageLine))
        }
        if let period = document.period {
            let days = Words.validity(from: period.from, until: period.until)
            steps.append(
                StepView(
                    title: "De periode die het document zelf noemt", text: days,
                    notes: ["Het einde daarvan bewijst niet dat het niet meer geldt."], blocks: [],
                    section: period.source.map(passageLine)))
        }
        guard !steps.isEmpty else { return nil }
        return ObjectSection(id: "levensloop", title: "Levensloop", steps: steps)
    }

    private func deviation(_ document: PolicyDocument) -> ObjectSection? {
        guard let deviation = document.mayDeviate else { return nil }
        return ObjectSection(
            id: "afwijken", title: "Wie mag afwijken",
            steps: [
                StepView(
                    title: Words.capitalised(deviation.who), text: deviation.how, notes: [], blocks: [],
                    section: passageLine(deviation.source))
            ])
    }

    /// What stands in it, per kind; norms per chapter.
    private func held(_ document: PolicyDocument) -> ObjectSection? {
        let key = RecordKey(.document, document.id)
        let held = book.links.to(key).filter { $0.relation == .source }.map(\.from)
        guard !held.isEmpty else { return nil }
        var groups: [RecordGroup] = []
        for kind in RecordKind.allCases {
            let records = held.filter { $0.kind == kind }.compactMap { book.records[$0] }
            guard !records.isEmpty else { continue }
            let title = Words.capitalised(Words.kinds(kind))
            guard kind == .norm else {
                groups.append(
                    RecordGroup(
                        id: "in-\(kind.rawValue)", title: title, lines: records.map { lines.line($0) }, isClosed: true))
                continue
            }
            groups += ChapterGroups(house: house, day: day).groups(records, of: document.id, prefix: "\(title): ")
        }
        return ObjectSection(
            id: "in-kompas", title: "Wat hieruit in Kompas staat",
            intro: document.loaded
                ? nil : "Dit document zelf is niet geladen; dit staat er volgens andere documenten in.", groups: groups)
    }

    func sections(of agreement: Agreement) -> [ObjectSection] {
        let table = PartyTable(caption: "Wie wat doet, vraagt en bespreekt", of: agreement.parties)
        var section = ObjectSection(id: "partijen", title: "Partijen", tables: [table])
        if let evidence = agreement.stateEvidence {
            section.steps = [
                StepView(
                    title: "Of het nog geldt: " + Words.agreement(agreement.state), text: evidence, notes: [],
                    blocks: [])
            ]
        }
        return [section] + whereAndWhen(scope: agreement.activities, where: agreement.where)
    }

    func sections(of contribution: Contribution) -> [ObjectSection] {
        var sections: [ObjectSection] = []
        if let account = contribution.account {
            sections.append(
                ObjectSection(
                    id: "antwoord", title: "Wat ermee is gedaan: \(Words.answer(account.answer))",
                    intro: account.text, passages: account.evidence.map(passages.view)))
        }
        return sections + whereAndWhen(scope: contribution.activities, where: contribution.where)
    }
}

extension Words {
    /// A period; `nil` when neither end is told. The first day after it is given; people say the last year or day of it.
    static func validity(from: PolicyDate?, until: PolicyDate?) -> String? {
        let days = [from.map { "van \(DutchTime.text($0))" }, until.map { "tot \(DutchTime.text($0))" }].compactMap {
            $0
        }
        return days.isEmpty ? nil : days.joined(separator: " ")
    }
}
