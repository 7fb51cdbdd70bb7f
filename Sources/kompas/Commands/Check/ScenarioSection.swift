import Assessment
import CanonicalJSON
import Foundation
import PolicyContent
import Scenarios

/// Scenarios: what the texts say of an example, against what the assessment says of it.
struct ScenarioSection: CheckSection {
    private let suite: ScenarioSuite
    private let findings: [ContentFinding]

    init(_ folder: URL, _ options: HouseOptions) throws {
        let loaded = ScenarioLoader(house: folder, schemas: HouseFinder.schemas(for: folder)).load()
        let workspace = try Workspace.open(options)
        suite = ScenarioSuite(
            scenarios: loaded.scenarios, index: workspace.index, layers: HouseLayers(workspace.layers))
        findings = loaded.findings
    }

    var hasFailed: Bool { !findings.isEmpty || !suite.failed.isEmpty }
    var hasWarnings: Bool { !suite.unreached.isEmpty }

    var lines: [String] {
        var lines = findings.map(\.description)
        for outcome in suite.failed {
            lines += outcome.failures.map { "\(outcome.location): scenario `\(outcome.scenario)`: \($0)" }
        }
        lines += suite.unreached.map { "norm `\($0)`: geen scenario raakt haar" }
        lines.append(
            "\(suite.outcomes.count) scenario's, \(suite.failed.count) anders dan verwacht; "
                + "\(suite.norms - suite.unreached.count) van \(suite.norms) normen geraakt")
        return lines
    }

    var members: [(String, JSONValue)] {
        let failed = suite.failed.map { outcome -> JSONValue in
            [
                "scenario": .string(outcome.scenario), "at": .string(outcome.location),
                "failures": .array(outcome.failures.map(JSONValue.string)),
            ]
        }
        return [
            (
                "scenarios",
                [
                    "run": .number(Double(suite.outcomes.count)), "failed": .array(failed),
                    "unreachedNorms": .array(suite.unreached.map(JSONValue.string)),
                    "norms": .number(Double(suite.norms)),
                    "findings": .array(findings.map { .string($0.description) }),
                ]
            )
        ]
    }
}
