import Assessment
import NormEngine
import PolicyModel

/// Sentences about parts of a report that every form of output for people shares.
struct ReportVoice: Sendable {
    let report: AssessmentReport
    let names: ReportNames

    /// The place of a finding in reading order, from 1; the number under which every form of output shows it.
    func number(_ finding: String) -> Int? { report.findings.firstIndex { $0.id == finding }.map { $0 + 1 } }

    /// A source as people write it.
    func source(_ source: ReportSource) -> String {
        let isChecked = source.verified ? "" : " (passage niet gecontroleerd)"
        return "\(source.title), \(SectionName.of(source.path))\(isChecked)"
    }

    /// Why it cannot be said whether a part of a frame is about this place.
    func cause(_ unknown: Unknown) -> String {
        unknown.cause == .openQuestion ? names.asks(unknown.ref) : Words.cause(unknown, title: names.title)
    }

    /// Why a finding is undecided.
    func cause(_ unknown: Unknown, of finding: ReportFinding) -> String {
        if unknown.cause == .missingProperty, let value = declared(unknown.ref, in: finding) {
            if case .quantity = value {
                return
                    "\(Numbers.value(value)) ligt te dicht bij een grens die het beleid met \u{2018}ongeveer\u{2019} geeft (\(names.title(unknown.ref)))"
            }
            return "\(names.title(unknown.ref)) is opgegeven als \(Numbers.value(value))"
        }
        return Words.cause(unknown, title: names.title) + distance(finding, unknown)
    }

    /// What the initiative tells of a property that leaves a finding open all the same.
    func declared(_ property: String, in finding: ReportFinding) -> PropertyValue? {
        report.initiative.parts.first { finding.parts.contains($0.id) }?.properties[property]
    }

    /// The value is there; only the bound is not precise. Asking again does not help.
    func isMeasured(_ property: String, in finding: ReportFinding) -> Bool {
        if case .quantity? = declared(property, in: finding) { return true }
        return false
    }

    /// The distance that the trace holds, when a line that is not precise is near.
    private func distance(_ finding: ReportFinding, _ unknown: Unknown) -> String {
        guard unknown.cause == .near else { return "" }
        let step = finding.because.first { $0.result == .unknown && $0.unit == "m" && $0.about.contains(unknown.ref) }
        guard case .number(let metres)? = step?.value else { return "" }
        return " (\(Numbers.length(metres)))"
    }

    func depth(_ interval: DepthInterval) -> String {
        "van \(Numbers.trimmed(interval.from)) tot \(interval.to.map(Numbers.trimmed) ?? "onbekende diepte") m"
    }

    /// Use and reach of a part, in metres below ground level; `nil` when neither is told.
    func depth(of part: InitiativeSummary.Part) -> String? {
        guard part.use != nil || part.reach != nil else { return nil }
        return [part.use.map { "gebruik \(depth($0))" }, part.reach.map { "reikt \(depth($0))" }]
            .compactMap { $0 }.joined(separator: ", ") + " onder maaiveld"
    }

    func shares(_ values: [PlaceSummary.Share]) -> String {
        values.map { share in
            let kind = share.kind.map { kind in report.place.primaryFunctions.contains(share) ? "" : ", \(kind)" } ?? ""
            return "\(share.name) (\(Numbers.percent(share.share))\(kind)\(share.certain ? "" : ", lijn niet precies"))"
        }.joined(separator: ", ")
    }

    /// Layers of policy that the plan lies in, without those that only say what its primary function is.
    var policyHits: [LayerSummary] {
        let shown = Set(report.place.primaryFunctions.compactMap(\.kind))
        return report.layers.filter {
            $0.state == .hit && names.isPolicy($0.designation) && !shown.contains($0.designation)
        }
    }

    /// A layer with the names of its features.
    func named(_ layer: LayerSummary) -> String {
        // A name that the title has already would be said twice.
        let names = Set(layer.hits.compactMap(\.name)).filter { !layer.title.contains($0) }
        let features = names.sorted().joined(separator: ", ")
        return layer.title + (features.isEmpty ? "" : ": \(features)")
    }

    /// A layer with the names of its features, and whether its line is precise.
    func hit(_ layer: LayerSummary) -> String { named(layer) + (layer.certain ? "" : " (lijn niet precies)") }

    /// Layers that tell nothing here, in two: those on which something hangs, and the others.
    var silentLayers: (telling: [LayerSummary], others: Int) {
        let silent = report.layers.filter { [.noData, .noLayer, .failed].contains($0.state) }
        let wanted = Set(report.findings.flatMap(\.undecidedBecause).map(\.ref))
        let telling = silent.filter { $0.state == .failed || wanted.contains($0.designation) }
        return (telling, silent.count - telling.count)
    }

    /// Whether a tension hangs on what is not decided.
    func isOpen(_ tension: Tension) -> Bool {
        tension.hints.contains { $0.hasPrefix(Tension.Hint.undecided.rawValue) }
    }
}

/// What people can still tell: every question once, with the findings that wait for it.
public struct OpenMatters: Sendable {
    public struct Question: Sendable, Hashable, Identifiable {
        public var id: String
        public var asks: String
        public var findings: [String]
    }

    /// Something that the initiator can tell: a property by its id, `depth`, or a word of the plan such as `initiator.role`.
    public struct Telling: Sendable, Hashable {
        public var ref: String
        public var asks: String
    }

    /// The reference of a depth that was not told.
    public static let depth = "depth"

    public private(set) var toTell: [Telling] = []
    /// What the initiator can tell, as questions.
    public var forInitiator: [String] { toTell.map(\.asks) }
    /// What people must judge.
    public private(set) var questions: [Question] = []

    public var isEmpty: Bool { toTell.isEmpty && questions.isEmpty }

    init(_ voice: ReportVoice) {
        for finding in voice.report.findings {
            for unknown in finding.undecidedBecause {
                switch unknown.cause {
                case .openQuestion: note(unknown.ref, voice.names.asks(unknown.ref), finding.id)
                case .missingProperty where voice.isMeasured(unknown.ref, in: finding): break
                case .missingProperty, .missingDepth:
                    let telling =
                        unknown.cause == .missingDepth
                        ? Telling(ref: Self.depth, asks: "Hoe diep?")
                        : Telling(ref: unknown.ref, asks: voice.names.asks(unknown.ref))
                    if !toTell.contains(where: { $0.asks == telling.asks }) { toTell.append(telling) }
                default: break
                }
            }
            for condition in finding.conditions where condition.state == .open {
                guard let question = condition.question else { continue }
                note(question.id, question.asks, finding.id)
            }
        }
        for trigger in voice.report.triggers {
            for question in trigger.open { note(question.id, question.asks, nil) }
        }
        for cell in voice.report.frames.flatMap(\.cells) {
            for question in cell.open { note(question.id, question.asks, nil) }
        }
    }

    private mutating func note(_ id: String, _ asks: String, _ finding: String?) {
        let place = questions.firstIndex { $0.id == id } ?? questions.endIndex
        if place == questions.endIndex { questions.append(Question(id: id, asks: asks, findings: [])) }
        if let finding, !questions[place].findings.contains(finding) { questions[place].findings.append(finding) }
    }
}

extension RankingSummary {
    /// Edges with the labels of their activities, each edge once.
    static func grouped(_ edges: [Edge]) -> [(edge: Edge, labels: String)] {
        var seen: Set<String> = []
        return edges.filter { seen.insert($0.edge).inserted }.map { edge in
            (edge, edges.filter { $0.edge == edge.edge }.map(\.label).joined(separator: ", "))
        }
    }
}

extension GoalResult {
    /// Findings per relation, in the order of reading; relations without findings are left out.
    var byRelation: [(relation: Relation, findings: [String])] {
        [Relation.serves, .strains, .touches, .unknown].compactMap { relation in
            let findings = relations.filter { $0.relation == relation }.map(\.finding)
            return findings.isEmpty ? nil : (relation, findings)
        }
    }
}

extension FrameSheet.Cell {
    /// What the text says here, together per passage of its source: a source is named once.
    var statementsBySource: [(source: ReportSource, texts: [String])] {
        var groups: [(source: ReportSource, texts: [String])] = []
        for statement in statements {
            let text = statement.text + (statement.limit.map { " \($0)" } ?? "")
            let place = groups.firstIndex {
                ($0.source.document, $0.source.path, $0.source.verified)
                    == (statement.source.document, statement.source.path, statement.source.verified)
            }
            if let place { groups[place].texts.append(text) } else { groups.append((statement.source, [text])) }
        }
        return groups
    }
}
