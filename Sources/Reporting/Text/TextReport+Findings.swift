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
        var shown: Set<String> = []
        for band in bands {
            let words = Set(band.statuses.map(\.rawValue))
            let inBand = report.findings.filter { words.contains($0.documentStatus) }
            guard !inBand.isEmpty else { continue }
            canvas.subheading("\(band.title) (\(inBand.count))")
            for finding in inBand {
                shown.insert(finding.id)
                add(finding)
            }
        }
        let rest = report.findings.filter { !shown.contains($0.id) }
        if !rest.isEmpty {
            canvas.subheading("Status niet bekend (\(rest.count))")
            for finding in rest { add(finding) }
        }
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
            canvas.item(
                "Niet te beslissen: \(Words.cause(unknown, title: names.title))\(distance(finding, unknown)).",
                indent: 4)
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

    /// The distance that the trace holds, when a line that is not precise is near.
    private func distance(_ finding: ReportFinding, _ unknown: Unknown) -> String {
        guard unknown.cause == .near else { return "" }
        let step = finding.because.first { $0.result == .unknown && $0.unit == "m" && $0.about.contains(unknown.ref) }
        guard case .number(let metres)? = step?.value else { return "" }
        return " (\(Numbers.length(metres)))"
    }

    mutating func addTensions() {
        guard !report.tensions.isEmpty || !report.inconsistencies.isEmpty else { return }
        canvas.heading("Wat schuurt")
        for tension in report.tensions {
            let numbers = tension.kind == .norms ? " \(numbers(tension.between))" : ""
            canvas.item(tension.about + numbers, indent: 2)
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
