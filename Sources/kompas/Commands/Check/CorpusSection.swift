import CanonicalJSON
import CorpusChecks
import NormEngine
import PolicyModel

/// The corpus: what does not fit between the documents.
struct CorpusSection: CheckSection {
    private let report: CorpusReport

    init(_ options: HouseOptions, on day: PolicyDate) throws {
        report = CorpusReport(try Workspace.open(options).index, on: day)
    }

    /// A corpus that contradicts itself is no error of the house.
    let hasFailed = false
    let hasWarnings = false

    var lines: [String] {
        CorpusFinding.Kind.allCases.flatMap { kind -> [String] in
            let findings = report.findings.filter { $0.kind == kind }
            return ["\(kind.heading): \(findings.count)"]
                + findings.flatMap { finding in
                    ["  \(finding.title)\(finding.isKnown && kind != .known ? " (bekend)" : "")"]
                        + finding.details.map { "      \($0)" }
                }
        }
    }

    var members: [(String, JSONValue)] {
        let list = report.findings.map { finding -> JSONValue in
            [
                "kind": .string(finding.kind.rawValue), "id": .string(finding.id), "title": .string(finding.title),
                "details": .array(finding.details.map(JSONValue.string)),
                "about": .array(finding.about.map(JSONValue.string)), "known": .bool(finding.isKnown),
            ]
        }
        return [("corpus", .array(list))]
    }
}

extension CorpusFinding.Kind {
    fileprivate var heading: String {
        switch self {
        case .contradiction: "Normen die elkaar kunnen tegenspreken"
        case .figure: "Cijfers met meer dan één waarde"
        case .name: "Namen die op elkaar lijken"
        case .term: "Begrippen met meer dan één betekenis"
        case .stale: "Verouderd of toe aan herziening"
        case .same: "Dezelfde norm in meer documenten"
        case .known: "Tegenstrijdigheden die zijn vastgelegd"
        }
    }
}
