import NormEngine
import PolicyModel

/// Joins the findings of the parts: one finding for all parts when it is the same in each, else one per part.
struct FindingMerger {
    let index: HouseIndex
    let contests: Set<String>
    let parts: [String]

    func merge(_ evaluations: [PartEvaluation]) -> [ReportFinding] {
        var byNorm: [String: [Finding]] = [:]
        for evaluation in evaluations {
            for finding in evaluation.findings { byNorm[finding.norm.id, default: []].append(finding) }
        }
        let present = Set(byNorm.keys)
        var result: [ReportFinding] = []
        for (norm, findings) in byNorm {
            guard let first = findings.first else { continue }
            let isSame = findings.count == parts.count && findings.dropFirst().allSatisfy { isAlike($0, first) }
            if isSame {
                var joined = first
                joined.trace = findings.flatMap(\.trace).uniqued()
                result.append(report(joined, id: norm, parts: parts, present: present))
            } else {
                for finding in findings {
                    result.append(
                        report(finding, id: "\(norm)#\(finding.part)", parts: [finding.part], present: present))
                }
            }
        }
        return sorted(result)
    }

    /// The same outcome; the way to it may differ, for example in how much of each part overlaps.
    private func isAlike(_ left: Finding, _ right: Finding) -> Bool {
        var other = left
        other.part = right.part
        other.trace = right.trace
        return other == right
    }

    /// By the house's reading order, then by id.
    private func sorted(_ findings: [ReportFinding]) -> [ReportFinding] {
        let places = findings.map {
            index.readingPosition(status: DocumentStatus(rawValue: $0.documentStatus), effect: $0.effect)
        }
        let order = findings.indices.sorted { left, right in
            (places[left].band, places[left].effect, findings[left].id)
                < (places[right].band, places[right].effect, findings[right].id)
        }
        return order.map { findings[$0] }
    }

    private func report(_ finding: Finding, id: String, parts: [String], present: Set<String>) -> ReportFinding {
        let norm = finding.norm
        let document = index.documents[norm.source.document]
        let own = index.view(norm.source)
        // The same norm elsewhere is a source only when it, too, is found here; other documents come first.
        let others = (norm.sameAs.flatMap { index.groups[$0] } ?? [])
            .filter { $0.id != norm.id && present.contains($0.id) }
            .sorted { (isSameDocument($0, norm), $0.id) < (isSameDocument($1, norm), $1.id) }
            .map { index.view($0.source) }
        let warnings = finding.uncertainDesignations.map { designation in
            "Dit hangt af van een lijn die niet precies is: \(index.designations[designation]?.title ?? designation)."
        }
        return ReportFinding(
            id: id, norm: norm.id, parts: parts, title: norm.title, summary: norm.summary,
            state: finding.truth == .yes ? .applies : .undecided, undecidedBecause: finding.missing,
            effect: norm.effect,
            label: finding.label, force: finding.force, documentStatus: finding.status?.rawValue ?? "unknown",
            bearer: norm.bearer, binds: norm.binds ?? document?.binds, competentAuthority: norm.competentAuthority,
            conditionsState: finding.conditionsState, conditions: finding.conditions.map(condition),
            because: finding.trace, missing: finding.missing.map { "\($0.cause.rawValue):\($0.ref)" },
            warnings: warnings,
            frames: norm.frames.flatMap { frame, cells in
                cells.map { ReportFinding.Cell(frame: frame, principle: $0.principle, question: $0.question) }
            }.sorted(),
            source: own, sources: ([own] + others).uniqued(), certain: finding.certain,
            contested: contests.contains(id) || contests.contains(norm.id),
            isGeneral: norm.isGeneral)
    }

    private func isSameDocument(_ left: Norm, _ right: Norm) -> Int {
        left.source.document == right.source.document ? 1 : 0
    }

    private func condition(_ result: ConditionResult) -> ReportFinding.Condition {
        let question = result.condition.openQuestion.map { question in
            ReportQuestion(id: question.question, question: result.condition.text, asks: question.asks)
        }
        return ReportFinding.Condition(
            id: result.condition.id, text: result.condition.text, kind: result.condition.kind, state: result.state,
            question: question, basis: result.basis)
    }
}

extension Norm {
    /// About any activity, everywhere, at every depth and size.
    fileprivate var isGeneral: Bool {
        guard case .any = activities else { return false }
        return `where` == nil && depth == nil && when == nil
    }
}

extension Array where Element: Hashable {
    /// Each element once, at its first place.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
