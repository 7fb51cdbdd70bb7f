import ArgumentParser
import CanonicalJSON
import Foundation
import PolicyContent
import PolicyModel

/// Passages: every source reference found in the texts, and every passage of the texts accounted for.
struct PassageSection: CheckSection {
    private let report: SourceCheckReport

    init(_ folder: URL, sources: String, stamp: Bool, on day: PolicyDate) throws {
        let url = try PassageReader.folder(sources)
        do {
            report = try SourceCheck(house: folder, schemas: HouseFinder.schemas(for: folder))
                .run(sources: url, stamp: stamp, on: day)
        } catch {
            throw Failure.message(
                "het huis in `\(folder.path)` kan niet worden bijgewerkt", help: "mag u daar schrijven?")
        }
    }

    var lines: [String] { report.lines }
    var hasFailed: Bool { !report.isSuccess }
    var hasWarnings: Bool { !report.isComplete }

    var members: [(String, JSONValue)] {
        let documents = report.verification.documents.map { document -> JSONValue in
            [
                "document": .string(document.document), "verified": .number(Double(document.verified.count)),
                "summary": .string(document.summary),
            ]
        }
        return [
            ("documents", .array(documents)),
            ("passageFindings", .array(report.verification.findings.map { .string($0.description) })),
            ("ledger", .array(report.accounts.map(Self.json))),
            ("ledgerFindings", .array(report.ledgerFindings.map { .string($0.description) })),
        ]
    }

    private static func json(_ account: LedgerAccount) -> JSONValue {
        var reasons = JSONObject()
        for reason in LedgerEntry.Reason.allCases {
            reasons[reason.rawValue] = .number(Double(account.nothing[reason] ?? 0))
        }
        return [
            "document": .string(account.document), "passages": .number(Double(account.passages)),
            "linked": .number(Double(account.linked)), "nothing": .object(reasons),
            "withCue": .number(Double(account.withCue)),
            "open": .array(
                account.open.map { open in
                    [
                        "cause": .string(open.cause.rawValue), "line": .number(Double(open.line)),
                        "path": .array(open.path.map(JSONValue.string)), "starts": .string(open.beginning),
                    ]
                }),
            "shareAccountedFor": .number((account.shareAccountedFor * 10_000).rounded(.down) / 10_000),
        ]
    }
}
