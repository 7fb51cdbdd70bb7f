public import Assessment
public import NormEngine
import PolicyModel

/// The findings of a report in the groups and the order in which a page shows them. Each stands in exactly one place.
///
/// ## Topics
/// - What is read first: ``leading``
/// - What applies to this plan, by question group of the main frame: ``groups``
/// - What applies to every plan: ``general``
/// - What cannot be said yet, by who can tell it: ``waiting``
/// - Goals, commitments and intentions under their themes: ``themes``
public struct SheetContents: Sendable {
    public struct Group: Sendable, Identifiable {
        public var id: String
        public var title: String
        public var findings: [ReportFinding]
        /// Findings that bear on these questions too but stand elsewhere: undecided, general, or under another group.
        public var elsewhere: [ReportFinding]
    }

    /// Findings that are undecided because of the same thing.
    public struct Cause: Sendable {
        public var unknown: Unknown
        public var findings: [ReportFinding]
    }

    public struct Waiting: Sendable {
        public var answerer: Answerer
        public var causes: [Cause]
        public var count: Int { causes.reduce(0) { $0 + $1.findings.count } }
    }

    public struct Theme: Sendable, Identifiable {
        /// The goal at the top, or `""` for what belongs to none.
        public var id: String
        public var title: String
        public var findings: [ReportFinding]
        public var agreements: [AgreementResult]
    }

    /// At most so many on the first screen.
    public static let mostLeading = 7

    public let leading: [ReportFinding]
    public let groups: [Group]
    public let general: [ReportFinding]
    public let waiting: [Waiting]
    public let themes: [Theme]
    /// How many findings there are, and how many the filter lets through.
    public let total: Int
    public let shown: Int

    public init(_ report: AssessmentReport, index: HouseIndex, filter: SheetFilter = SheetFilter()) {
        let order = SheetOrder(index)
        let all = order.sorted(report.findings)
        let frame = Frame.main(of: index.house)
        let kept = filter.isEmpty ? all : all.filter { filter.keeps($0, frame: frame?.id) }
        total = all.count
        shown = kept.count
        leading = Self.leading(of: all)
        themes = ThemeSorter(index).themes(kept.filter(\.isFolded), filter.isEmpty ? report.agreements : [])
        let others = kept.filter { !$0.isFolded }
        waiting = Self.waiting(others.filter { $0.state == .undecided })
        let applying = others.filter { $0.state == .applies }
        general = applying.filter(\.isGeneral)
        groups = Self.groups(applying.filter { !$0.isGeneral }, among: kept, frame: frame)
    }
}

extension SheetContents {
    /// First what steers this plan and is sure; when there is room, what may stop it.
    private static func leading(of findings: [ReportFinding]) -> [ReportFinding] {
        let open = findings.filter { !$0.isFolded && !$0.isGeneral && !$0.contested && !$0.isBackground }
        let sure = open.filter { $0.state == .applies }
        let stopping = open.filter {
            $0.state == .undecided && [.block, .restrain].contains(Mark($0.effect)) && !$0.waitsForLayers
        }
        return Array((sure + stopping).prefix(mostLeading))
    }

    private static func groups(
        _ findings: [ReportFinding], among all: [ReportFinding], frame: Frame?
    ) -> [Group] {
        guard let frame else {
            return findings.isEmpty
                ? [] : [Group(id: "alle", title: "Over dit plan", findings: findings, elsewhere: [])]
        }
        let groupOfQuestion = Dictionary(
            frame.questions.map { ($0.id, $0.group ?? "") }, uniquingKeysWith: { first, _ in first })
        let touched = { (finding: ReportFinding) in
            Set(finding.frames.filter { $0.frame == frame.id }.compactMap { groupOfQuestion[$0.question] })
        }
        var home: [String: String] = [:]
        for finding in findings {
            let groups = touched(finding)
            home[finding.id] = frame.groups.first { groups.contains($0.id) }?.id ?? ""
        }
        var groups = frame.groups.map { group in
            Group(
                id: group.id, title: group.title, findings: findings.filter { home[$0.id] == group.id },
                elsewhere: all.filter { home[$0.id] != group.id && touched($0).contains(group.id) })
        }
        let rest = findings.filter { home[$0.id] == "" }
        if !rest.isEmpty {
            groups.append(
                Group(id: "overig", title: "Buiten de vragen van \(frame.title)", findings: rest, elsewhere: []))
        }
        return groups
    }

    /// By who can tell it, then by what is missing: the easiest to tell first.
    private static func waiting(_ findings: [ReportFinding]) -> [Waiting] {
        var causes: [Cause] = []
        for finding in findings {
            guard let unknown = finding.easiest else { continue }
            if let place = causes.firstIndex(where: { $0.unknown == unknown }) {
                causes[place].findings.append(finding)
            } else {
                causes.append(Cause(unknown: unknown, findings: [finding]))
            }
        }
        return Answerer.allCases.compactMap { answerer in
            let own = causes.filter { Answerer($0.unknown.cause) == answerer }.enumerated()
                .sorted { (-$0.element.findings.count, $0.offset) < (-$1.element.findings.count, $1.offset) }
                .map(\.element)
            return own.isEmpty ? nil : Waiting(answerer: answerer, causes: own)
        }
    }
}

extension ReportFinding {
    /// Says what somebody wants or promised, and stands under its theme.
    public var isFolded: Bool { [.goal, .commitment, .intention].contains(effect) }

    /// Explains more than it steers.
    var isBackground: Bool {
        [.information, .noStatus, .regulatedElsewhere, .competence, .procedure].contains(effect)
    }

    /// Of what is missing, what is easiest to tell.
    public var easiest: Unknown? {
        undecidedBecause.enumerated().min {
            (Words.rank($0.element.cause), $0.offset) < (Words.rank($1.element.cause), $1.offset)
        }?.element
    }
}
