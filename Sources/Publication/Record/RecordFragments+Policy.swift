internal import Assessment
internal import Casework
internal import PolicyModel
internal import Reporting

extension RecordFragments {
    /// As many findings as are read on a page; the annex has them all.
    private static let mostFindings = 10
    private static let mostTensions = 6

    /// What applies to this plan, shortly; what is undecided and general only counted.
    var policy: HTML {
        let telling = record.policy.filter(isTelling)
        let shown = telling.prefix(Self.mostFindings)
        return tag("ul", .class("record-findings")) {
            for line in shown { finding(line) }
        }
            + tag("p", .class("note")) { rest(shown: shown.count) }
    }

    /// Whether a line says something to this plan, rather than to every plan or about what somebody else hopes.
    private func isTelling(_ line: PublicRecord.PolicyLine) -> Bool {
        guard line.state == "applies", !line.isGeneral, let effect = Effect(rawValue: line.effect) else { return false }
        switch effect {
        case .prohibited, .noUnless, .undesired, .restrained, .phaseOut, .yesProvided, .duty, .procedure, .permitted,
            .yesAnd, .encouraged, .sitingPreference, .priority, .reserved:
            return true
        case .competence, .commitment, .assessAs, .goal, .regulatedElsewhere, .intention, .noStatus, .information:
            return false
        }
    }

    private func finding(_ line: PublicRecord.PolicyLine) -> HTML {
        tag("li") {
            Effect(rawValue: line.effect).map { Mark($0).inline } ?? .none
            tag("div") {
                tag("strong") { line.label }
                ": \(line.title.lowercasedStart). "
                tag("span", .class("source")) {
                    "\(source(of: line)), \(Words.status(line.documentStatus))"
                }
                " "
                references([line.finding])
                if line.isContested { tag("span", .class("contested")) { " Betwist; zie Hoe is gewogen." } }
            }
        }
    }

    /// As the annex writes it.
    private func source(of line: PublicRecord.PolicyLine) -> String {
        if let sheet, let finding = document.report?.findings.first(where: { $0.id == line.finding }) {
            return sheet.source(finding.source)
        }
        return [line.source.title, SectionName.of(line.source.path)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func rest(shown: Int) -> String {
        let all = record.policy.count
        let open = record.policy.count { $0.state == "undecided" }
        var sentences: [String] = []
        if shown == 0 { sentences.append("Er is geen bevinding die zeker over dit plan gaat.") }
        sentences.append(
            "Kompas vond \(RecordWords.count(all, "uitspraak", "uitspraken")); ze staan allemaal in de bijlage.")
        if open > 0 {
            sentences.append(
                open == 1
                    ? "Van 1 was niet te zeggen of zij geldt." : "Van \(open) was niet te zeggen of ze gelden.")
        }
        return sentences.joined(separator: " ")
    }

    /// Tensions that are there whatever is still undecided; all when the report is not there to tell.
    private var certainTensions: [PublicRecord.TensionLine] {
        guard let sheet else { return record.tensions }
        let certain = Set(sheet.certainTensions.map(\.id))
        return record.tensions.filter { certain.contains($0.id) }
    }

    private func references(_ findings: [String]) -> HTML { sheet?.links(findings) ?? .none }

    /// What stands against each other: as the machine found it, and as people put it.
    var pulls: HTML {
        let tensions = certainTensions
        let more = tensions.count - Self.mostTensions
        return list(
            tensions.prefix(Self.mostTensions).map { tension in
                HTML(tension.about + " ") + (tension.kind == "norms" ? references(tension.between) : .none)
            })
            + (more > 0
                ? tag("p", .class("note")) {
                    "Nog \(RecordWords.count(more, "spanning staat", "spanningen staan")) in de bijlage."
                } : .none)
            + (record.dilemmas.isEmpty
                ? .none
                : tag("h3") { "Dilemma’s" }
                    + list(record.dilemmas.compactMap { inline($0.text) }))
            + (tensions.isEmpty && record.dilemmas.isEmpty
                ? tag("p") { "Kompas vond niets dat zeker schuurt, en er is geen dilemma opgeschreven." } : .none)
    }
}

extension String {
    /// With a small letter, unless it begins with an abbreviation.
    var lowercasedStart: String {
        guard let second = dropFirst().first, second.isLowercase || second == " " else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
