public import Foundation
public import PolicyModel

/// `kompas check --sources DIR`: finds every source reference of a house in the texts of the documents.
///
/// ```swift
/// let report = try SourceCheck(house: house).run(sources: texts, stamp: false, on: today)
/// ```
///
/// Reads all YAML of the house except its outlines, writes `verified/<document>.json` for every document that is referred to and whose text is the
/// one that was reviewed, and with `stamp` writes the hashes into the YAML.
public struct SourceCheck: Sendable {
    /// The folder of the house, with `outlines/` in it.
    public let house: URL

    let schemas: URL?

    private static let foreignFolders: Set<String> = ["outlines", "verified"]

    /// - Parameter schemas: folder of the JSON Schemas; by default `schema` beside the house.
    public init(house: URL, schemas: URL? = nil) {
        self.house = house
        self.schemas = schemas
    }

    /// Runs the check on a day. Throws only when a file of the house cannot be written; what cannot
    /// be read is in the report.
    public func run(sources: URL, stamp: Bool, on day: PolicyDate) throws -> SourceCheckReport {
        var report = SourceCheckReport(verification: VerificationReport(documents: []))
        let references = scan(&report)
        report.verification = verify(references, sources: sources)
        if stamp {
            try self.stamp(&report)
            report.verification = verify(scan(&report), sources: sources)
        }
        (report.accounts, report.ledgerFindings) = LedgerCheck(house: house, schemas: schemas)
            .run(verification: report.verification, sources: sources)
        for document in report.verification.documents where document.isReviewedText && document.references > 0 {
            let account = report.accounts.first { $0.document == document.document }
            let verified = VerifiedDocument(
                document: document.document, file: document.file, fileSha256: document.fileSha256 ?? "",
                normaliser: PassageNormaliser.version, checkedOn: day.description, passages: document.hashes,
                ledger: account.map(LedgerFigures.init))
            let name = "verified/\(document.document).json"
            if try verified.write(to: house.appending(path: name)) { report.written.append(name) }
        }
        return report
    }

    /// All source references of the house that can be read, in the order of file names.
    public func references() -> [LocatedReference] {
        var report = SourceCheckReport(verification: VerificationReport(documents: []))
        return scan(&report)
    }

    private func verify(_ references: [LocatedReference], sources: URL) -> VerificationReport {
        SourceVerification.verify(references, outlines: house.appending(path: "outlines"), sources: sources)
    }

    /// All references of the house, in the order of file names.
    private func scan(_ report: inout SourceCheckReport) -> [LocatedReference] {
        report.unreadable = []
        var references: [LocatedReference] = []
        for file in yamlFiles() {
            do {
                let text = try String(contentsOf: house.appending(path: file), encoding: .utf8)
                references += try ReferenceScan.references(in: text, file: file)
            } catch {
                report.unreadable.append("\(file): \(error)")
            }
        }
        return references
    }

    private func yamlFiles() -> [String] {
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: house.path)) ?? []
        return all.filter { path in
            let top = path.prefix { $0 != "/" }
            return path.hasSuffix(".yaml") && !Self.foreignFolders.contains(String(top))
        }.sorted()
    }

    /// Writes the hash of every passage that was found uniquely, also where the reference claims another.
    private func stamp(_ report: inout SourceCheckReport) throws {
        var found = report.verification.documents.filter(\.isReviewedText).flatMap(\.verified)
        for finding in report.verification.findings {
            guard case .changed(let passage) = finding.problem else { continue }
            let isReviewed = report.verification.documents.contains {
                $0.document == finding.reference.document && $0.isReviewedText
            }
            guard isReviewed else { continue }
            found.append(.init(reference: finding.reference, passage: passage))
            report.restamped.append(finding)
        }
        let wanted = found.filter { $0.reference.sha256 != $0.passage.sha256 }
        for (file, entries) in Dictionary(grouping: wanted, by: \.reference.file).sorted(by: { $0.key < $1.key }) {
            let url = house.appending(path: file)
            let text = try String(contentsOf: url, encoding: .utf8)
            let stamped = PassageStamp.stamp(
                text,
                with: entries.map {
                    .init(line: $0.reference.passageLine, column: $0.reference.passageColumn, sha256: $0.passage.sha256)
                })
            guard stamped != text else { continue }
            try stamped.write(to: url, atomically: true, encoding: .utf8)
            report.stamped += entries.count
        }
    }
}

/// What ``SourceCheck`` found and did.
public struct SourceCheckReport: Sendable {
    public var verification: VerificationReport
    /// YAML files that could not be read, with the reason.
    public var unreadable: [String] = []
    /// How many references got a hash.
    public var stamped = 0
    /// References whose claimed hash was replaced: the passage had changed and somebody should have read it again.
    public var restamped: [SourceFinding] = []
    /// Files of `verified/` that were written.
    public var written: [String] = []
    /// What became of every passage, per document whose text was read.
    public var accounts: [LedgerAccount] = []
    /// Entries of a ledger without a passage.
    public var ledgerFindings: [ContentFinding] = []

    /// Whether everything was read and every reference verified.
    public var isSuccess: Bool { unreadable.isEmpty && verification.isSuccess && ledgerFindings.isEmpty }

    /// Whether every passage of every document is accounted for.
    public var isComplete: Bool { accounts.allSatisfy(\.open.isEmpty) }

    private static let shownOpen = 20

    /// All lines for people: findings, then one summary per document.
    public var lines: [String] {
        var lines = unreadable + verification.findings.map(\.description)
        for document in verification.documents {
            lines += document.faults.map { "\(document.document): \($0)" }
            lines.append(document.summary)
        }
        lines += ledgerFindings.map(\.description)
        for account in accounts {
            lines += account.open.prefix(Self.shownOpen).map { open in
                "\(account.document): line \(open.line) in \(open.path.shownAsPath): \(open.cause.rawValue): \(open.beginning)"
            }
            if account.open.count > Self.shownOpen {
                lines.append("\(account.document): and \(account.open.count - Self.shownOpen) more open passages")
            }
        }
        lines += accounts.map(\.summary)
        if stamped > 0 {
            lines.append("\(stamped) references stamped, \(restamped.count) of them with another hash than before")
        }
        return lines
    }
}
