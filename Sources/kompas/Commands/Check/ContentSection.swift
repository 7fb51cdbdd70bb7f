import CanonicalJSON
import Foundation
import PolicyContent
import PolicyModel

/// The content itself: form and integrity of the house and of its ledgers.
struct ContentSection: CheckSection {
    private let findings: [ContentFinding]
    private let norms: Int?

    init(_ folder: URL) {
        let schemas = HouseFinder.schemas(for: folder)
        let result = HouseLoader(folder: folder, schemas: schemas).load()
        norms = result.house?.norms.count
        let ledger = result.house.map { LedgerCheck(house: folder, schemas: schemas).findings(ids: $0.recordIds) }
        findings = result.findings + (ledger ?? [])
    }

    private var errors: Int { findings.count { $0.severity == .error } }
    private var warnings: Int { findings.count - errors }

    var hasFailed: Bool { errors > 0 }
    var hasWarnings: Bool { warnings > 0 }

    var lines: [String] {
        let counted = norms.map { "\($0) normen, " } ?? ""
        return findings.map(\.description) + [
            "\(counted)\(errors) \(errors == 1 ? "fout" : "fouten"), \(warnings) \(warnings == 1 ? "waarschuwing" : "waarschuwingen")"
        ]
    }

    var members: [(String, JSONValue)] {
        let list = findings.map { finding -> JSONValue in
            [
                "severity": .string(finding.severity.rawValue), "file": .string(finding.file),
                "line": .number(Double(finding.line)), "column": .number(Double(finding.column)),
                "message": .string(finding.message), "help": finding.help.map(JSONValue.string) ?? .null,
            ]
        }
        return [("findings", .array(list))]
    }
}
