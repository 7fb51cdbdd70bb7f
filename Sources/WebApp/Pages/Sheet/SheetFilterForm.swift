import Assessment
import PolicyModel
import Reporting

/// The filter of a sheet as it stands in the address and as a form shows it.
struct SheetFilterForm {
    struct Option {
        var id: String
        var name: String
        var value: String
        var label: String
        var count: Int
        var isChosen: Bool
        /// The sign, as markup; empty when there is none.
        var mark: String
    }

    struct Group {
        var title: String
        var options: [Option]
    }

    var groups: [Group]
    var isActive: Bool
    var shown: Int
    var total: Int
    var clear: String

    /// Reads `effect`, `kracht` and `principe`; what is not known is read over.
    static func filter(_ query: Form, frame: Frame?) -> SheetFilter {
        SheetFilter(
            marks: Set(query.all("effect").compactMap(Mark.init(rawValue:))),
            forces: Set(query.all("kracht").compactMap(BindingForce.init(rawValue:))),
            principles: Set(query.all("principe")).intersection(frame?.principles.map(\.id) ?? []))
    }

    init(_ filter: SheetFilter, _ report: AssessmentReport, frame: Frame?, sheet: String, shown: Int) {
        let findings = report.findings
        let marks = Mark.allCases.map { mark in
            Option(
                id: "effect-\(mark.rawValue)", name: "effect", value: mark.rawValue,
                label: mark == .unknown ? "zegt alleen waar het staat" : mark.meaning,
                count: findings.count { Mark($0.effect) == mark }, isChosen: filter.marks.contains(mark),
                mark: mark.inline.markup)
        }
        let forces: [BindingForce] = [.binding, .selfBinding, .agreed, .guiding, .none]
        let strengths = forces.map { force in
            Option(
                id: "kracht-\(force.rawValue)", name: "kracht", value: force.rawValue, label: Self.label(of: force),
                count: findings.count { $0.force == force }, isChosen: filter.forces.contains(force), mark: "")
        }
        let principles = (frame?.principles ?? []).map { principle in
            Option(
                id: "principe-\(principle.id)", name: "principe", value: principle.id, label: principle.title,
                count: findings.count {
                    $0.frames.contains { $0.frame == frame?.id && $0.principle == principle.id }
                }, isChosen: filter.principles.contains(principle.id), mark: "")
        }
        groups = [
            Group(title: "Wat het doet", options: marks.filter { $0.count > 0 }),
            Group(title: "Wie het bindt", options: strengths.filter { $0.count > 0 }),
            Group(title: "Principe", options: principles.filter { $0.count > 0 }),
        ].filter { !$0.options.isEmpty }
        isActive = !filter.isEmpty
        self.shown = shown
        total = findings.count
        clear = sheet + "#bevindingen"
    }

    private static func label(of force: BindingForce) -> String {
        switch force {
        case .binding: "iedereen"
        case .selfBinding: "alleen een overheid"
        case .agreed: "wie het afsprak"
        case .guiding: "niemand; het geeft richting"
        case .none: "niemand, of nog niet"
        }
    }
}
