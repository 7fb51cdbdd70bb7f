import ArgumentParser
import Assessment
import CanonicalJSON
import PolicyModel

/// A stored report made again in two variants: which findings change.
struct ReportChange {
    struct Change {
        var finding: String
        /// State and label; `nil` when there is no such finding.
        var before: String?
        var after: String?
    }

    let file: String
    let changes: [Change]

    /// - Parameter day: the day of the second variant, when it is another one.
    init(_ file: String, _ first: Workspace, _ second: Workspace, day: PolicyDate?) throws {
        self.file = file
        do {
            let report = Replay.report(in: try JSONValue.parse(try Output.read(file)))
            let (request, asOf) = try Replay.request(of: report)
            let before = Self.findings(try first.assessor.assess(request, on: asOf))
            let after = Self.findings(try second.assessor.assess(request, on: day ?? asOf))
            changes = Set(before.keys).union(after.keys).sorted().compactMap { id in
                before[id] == after[id] ? nil : Change(finding: id, before: before[id], after: after[id])
            }
        } catch let error as JSONSyntaxError {
            throw Failure.input([Failure.syntax(error)], format: .text)
        } catch let refused as ReplayRefused {
            throw Failure.message("`\(file)`: \(refused.message)")
        } catch let refused as InputRefused {
            throw Failure.input(refused.problems, format: .text)
        }
    }

    private static func findings(_ report: AssessmentReport) -> [String: String] {
        Dictionary(
            report.findings.map { ($0.id, "\($0.label)\($0.state == .undecided ? " (onbeslist)" : "")") }
        ) { first, _ in first }
    }

    var json: JSONValue {
        [
            "file": .string(file),
            "changes": .array(
                changes.map { change in
                    [
                        "finding": .string(change.finding), "before": change.before.map { .string($0) } ?? .null,
                        "after": change.after.map { .string($0) } ?? .null,
                    ]
                }),
        ]
    }
}
