public import Foundation
import PolicyModel

/// Accounts for every passage of every document of a house.
///
/// A passage is linked when a record points at it, or at the item or row that it is a part of, or when the ledger says
/// which records it became. Otherwise the ledger says why it became nothing. A passage with a normative cue needs more:
/// a link of its own, or a reason of its own.
public struct LedgerCheck {
    let house: URL
    let schemas: URL

    /// - Parameter schemas: folder of the JSON Schemas; by default `schema` beside the house.
    public init(house: URL, schemas: URL? = nil) {
        self.house = house
        self.schemas = schemas ?? SchemaSet.folder(beside: house)
    }

    /// What is wrong with the ledgers by themselves: form, records that do not exist. Needs no texts.
    public func findings(ids: Set<String>) -> [ContentFinding] {
        files().flatMap { $0.findings + $0.dangling(ids) }.sorted()
    }

    /// The account of every document whose text was read, in the order of their ids, and entries without a passage.
    /// A house without a folder `ledger` keeps no account.
    public func run(
        verification: VerificationReport, sources: URL
    ) -> (accounts: [LedgerAccount], findings: [ContentFinding]) {
        guard FileManager.default.fileExists(atPath: house.appending(path: "ledger").path) else { return ([], []) }
        let cues = NormativeCues(house: house)
        let ledgers = Dictionary(files().map { ($0.document, $0) }) { first, _ in first }
        var accounts: [LedgerAccount] = []
        var findings: [ContentFinding] = []
        for document in verification.documents where document.fileSha256 != nil {
            let outline = house.appending(path: "outlines/\(document.document).yaml")
            guard let text = try? SourceText(outlineFile: outline, sources: sources) else { continue }
            // A scenario tests what a passage became, and evidence shows something about another record: the passage became
            // neither.
            let linked = document.verified
                .filter { !$0.reference.file.hasPrefix("scenarios/") && !$0.reference.isEvidence }.map(\.passage)
            let ledger = ledgers[document.document]
            accounts.append(
                Self.account(
                    document.document, LeafPassages(text.passages).leaves, linked: Set(linked), ledger: ledger,
                    cues: cues))
            if let ledger { findings += stale(ledger, text.passages) }
        }
        return (accounts, findings)
    }

    private func files() -> [LedgerFile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: house.path + "/ledger")) ?? []
        guard let schemas = try? SchemaSet(folder: schemas) else { return [] }
        return names.filter { $0.hasSuffix(".yaml") && $0 != "cues.yaml" }.sorted()
            .map { LedgerFile(name: "ledger/\($0)", house: house, schemas: schemas) }
    }

    static func account(
        _ document: String, _ leaves: [LeafPassages.Leaf], linked: Set<Passage>, ledger: LedgerFile?,
        cues: NormativeCues
    ) -> LedgerAccount {
        var account = LedgerAccount(document: document)
        account.passages = leaves.count
        for leaf in leaves {
            let hasCue = cues.occur(in: leaf.passage.text)
            if hasCue { account.withCue += 1 }
            func open(_ cause: LedgerAccount.OpenPassage.Cause) {
                account.open.append(
                    .init(
                        cause: cause, line: leaf.passage.lines.lowerBound, path: leaf.passage.path,
                        beginning: leaf.passage.beginning))
            }
            if linked.contains(leaf.passage) {
                account.linked += 1
            } else if let entry = ledger?.entries[LedgerFile.Key(leaf.passage)] {
                if entry.became != nil {
                    account.linked += 1
                } else if hasCue, entry.because == nil {
                    open(.cueWithoutReason)
                } else if let reason = entry.nothing {
                    account.nothing[reason, default: 0] += 1
                }
            } else if linked.contains(leaf.whole) {
                if hasCue, !leaf.isAlone, leaf.whole.unit == .item {
                    open(.cueInItem)
                } else {
                    account.linked += 1
                }
            } else {
                open(.undecided)
            }
        }
        return account
    }

    /// Entries whose passage is not in the text.
    private func stale(_ ledger: LedgerFile, _ passages: [Passage]) -> [ContentFinding] {
        let known = Set(passages.map(LedgerFile.Key.init))
        return ledger.entries.filter { !known.contains($0.key) }.map { key, entry in
            ContentFinding(
                .error, file: ledger.name, line: ledger.marks[key]?.line ?? 1, column: ledger.marks[key]?.column ?? 1,
                message: "no passage `\(entry.starts)` in \(key.section.shownAsPath) of `\(ledger.document)`",
                help: "the text or the outline has changed; decide again")
        }.sorted()
    }
}
