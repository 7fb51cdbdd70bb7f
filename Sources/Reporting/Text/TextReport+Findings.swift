import Assessment
import NormEngine
import PolicyModel

extension TextReport {
    mutating func addFindings() {
        canvas.heading("Wat het beleid zegt")
        if report.findings.isEmpty {
            canvas.paragraph(
                "In de geladen documenten staat niets over deze activiteit op deze plek. Dat is geen toestemming.")
            return
        }
        for band in bands {
            let words = Set(band.statuses.map(\.rawValue))
            add(report.findings.filter { words.contains($0.documentStatus) }, title: band.title)
        }
        let known = Set(bands.flatMap(\.statuses).map(\.rawValue))
        add(report.findings.filter { !known.contains($0.documentStatus) }, title: "Status niet bekend")
    }

    /// First what is about this plan, then what only map layers could decide, then what holds for every plan.
    private mutating func add(_ findings: [ReportFinding], title: String) {
        guard !findings.isEmpty else { return }
        canvas.subheading("\(title) (\(findings.count))")
        for finding in findings where !finding.isGeneral && !finding.waitsForLayers { add(finding) }
        addShort(general(findings), "Geldt voor elk plan:")
        addShort(waiting(findings), "Geldt misschien; de kaartlagen zeggen hier te weinig:")
    }

    private func general(_ findings: [ReportFinding]) -> [String] {
        findings.filter { $0.isGeneral && !$0.waitsForLayers }.map { finding in
            "\(number(finding.id)) \(finding.label): \(finding.summary.lowercasedFirst.trimmedPoint). (\(source(finding.source)))"
        }
    }

    private func waiting(_ findings: [ReportFinding]) -> [String] {
        findings.filter(\.waitsForLayers).map { finding in
            let causes = finding.undecidedBecause.filter { $0.cause != .openQuestion }
                .map { voice.cause($0, of: finding) }
            return
                "\(number(finding.id)) \(finding.title) (\(finding.label.lowercasedFirst)): \(causes.joined(separator: "; ")). (\(source(finding.source)))"
        }
    }

    private mutating func addShort(_ lines: [String], _ title: String) {
        guard !lines.isEmpty else { return }
        canvas.blank()
        canvas.paragraph(title)
        for line in lines { canvas.paragraph(line, indent: 2, hanging: 5) }
    }

    private mutating func add(_ finding: ReportFinding) {
        canvas.blank()
        let label =
            finding.state == .applies ? finding.label : "Nog niet te beslissen: \(finding.label.lowercasedFirst)"
        let parts =
            finding.parts.count < report.initiative.parts.count
            ? " (onderdeel \(finding.parts.joined(separator: ", ")))" : ""
        canvas.paragraph("\(number(finding.id)) \(label)\(parts)", indent: 0, hanging: 4, isBold: true)
        canvas.paragraph(finding.title, indent: 4)
        canvas.paragraph(finding.summary, indent: 4)
        for unknown in finding.undecidedBecause where unknown.cause != .openQuestion {
            canvas.item("Niet te beslissen: \(voice.cause(unknown, of: finding)).", indent: 4)
        }
        for question in openQuestions(finding) { canvas.item("Vraag: \(question)", indent: 4) }
        if !finding.conditions.isEmpty {
            canvas.paragraph("Voorwaarden: \(Words.conditions(finding.conditionsState)).", indent: 4)
            for condition in finding.conditions {
                canvas.item(
                    "\(condition.text.trimmedPoint) (\(Words.condition(condition.state))\(condition.basis == .human ? ", beoordeeld door een mens" : ""))",
                    indent: 6)
            }
        }
        for warning in finding.warnings { canvas.item("Let op: \(warning)", indent: 4) }
        if finding.contested { canvas.item("Deze bevinding wordt betwist; wat eruit volgt, telt niet mee.", indent: 4) }
        var facts = [Words.status(finding.documentStatus), Words.force(finding.force, binds: finding.binds)]
        if let authority = finding.competentAuthority { facts.append("bevoegd gezag: \(authority)") }
        if let bearer = finding.bearer { facts.append("aan zet: \(bearer)") }
        canvas.paragraph("Bron: \(source(finding.source)) · " + facts.joined(separator: " · "), indent: 4, hanging: 6)
        for other in finding.sources.dropFirst() { canvas.paragraph("Ook in: \(source(other))", indent: 4, hanging: 6) }
    }

    private func openQuestions(_ finding: ReportFinding) -> [String] {
        finding.undecidedBecause.filter { $0.cause == .openQuestion }.map { names.asks($0.ref) }
    }

    mutating func addTensions() {
        guard !report.tensions.isEmpty || !report.inconsistencies.isEmpty else { return }
        canvas.heading("Wat schuurt")
        // Tensions between documents follow below with their passages.
        for tension in report.tensions where !voice.isOpen(tension) && tension.kind != .document {
            canvas.item(tension.about + (tension.kind == .norms ? " \(numbers(tension.between))" : ""), indent: 2)
        }
        let open = report.tensions.filter(voice.isOpen)
        if !open.isEmpty {
            canvas.item(
                open.count == 1
                    ? "Eén mogelijk spanningspunt hangt af van wat nog niet beslist is."
                    : "\(open.count) mogelijke spanningspunten hangen af van wat nog niet beslist is.")
        }
        if !report.inconsistencies.isEmpty {
            canvas.subheading("De bronnen spreken elkaar tegen")
            for item in report.inconsistencies {
                canvas.item(
                    "\(item.summary) \(item.sources.map(source).joined(separator: "; ")). Zie \(numbers(item.affects))."
                )
            }
        }
    }
}

extension String {
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
    /// Without a point at the end.
    var trimmedPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension ReportFinding {
    /// Undecided only because map layers do not tell; no person or initiator can help.
    var waitsForLayers: Bool {
        state == .undecided && undecidedBecause.contains { [.noData, .noLayer].contains($0.cause) }
    }
}
