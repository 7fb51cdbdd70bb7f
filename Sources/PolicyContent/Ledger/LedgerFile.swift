import Foundation

/// `ledger/<document>.yaml`: the decisions of people about passages.
struct LedgerFile {
    /// Identifies the passages of an entry: those of a section that say the same.
    struct Key: Hashable {
        var section: [String]
        var sha256: String

        init(section: [String], sha256: String) {
            self.section = section
            self.sha256 = sha256
        }

        init(_ passage: Passage) {
            self.init(section: passage.section, sha256: LedgerEntry.shortened(passage.sha256))
        }
    }

    /// Path relative to the house.
    let name: String
    private(set) var document = ""
    private(set) var entries: [Key: LedgerEntry] = [:]
    private(set) var marks: [Key: ContentMark] = [:]
    /// What is wrong with the file by itself.
    private(set) var findings: [ContentFinding] = []

    /// Reads a file; one that cannot be read has findings and no entries.
    init(name: String, house: URL, schemas: SchemaSet) {
        self.name = name
        guard let bytes = try? Data(contentsOf: house.appending(path: name)) else {
            report(.start, "the file cannot be read")
            return
        }
        let root: ContentNode?
        do {
            root = try YAMLReader.read(bytes)
        } catch {
            let failure = error as? YAMLReader.Failure
            report(failure?.mark ?? .start, failure?.message ?? "the file cannot be read", help: failure?.help)
            return
        }
        guard let root, let schema = schemas["ledger.schema.json"] else {
            report(.start, root == nil ? "the file is empty" : "there is no schema for a ledger")
            return
        }
        var validator = SchemaValidator(schemas: schemas)
        for violation in validator.violations(of: root, schema) {
            report(violation.mark, violation.message, help: violation.help)
        }
        guard findings.isEmpty else { return }
        document = root["document"]?.text ?? ""
        for section in root["sections"]?.items ?? [] { read(section) }
    }

    private mutating func read(_ section: ContentNode) {
        let path = (section["path"]?.items ?? []).compactMap(\.text)
        for node in section["passages"]?.items ?? [] {
            do {
                let entry = try ContentDecoder().decode(LedgerEntry.self, from: node)
                let key = Key(section: path, sha256: entry.sha256)
                if let first = marks[key] {
                    report(node.mark, "passage `\(entry.starts)` stands twice", help: "also in line \(first.line)")
                }
                entries[key] = entry
                marks[key] = node.mark
                check(entry, at: node.mark)
            } catch {
                report(node.mark, "this passage cannot be read")
            }
        }
    }

    private mutating func check(_ entry: LedgerEntry, at mark: ContentMark) {
        switch (entry.became, entry.nothing) {
        case (nil, nil):
            report(
                mark, "passage `\(entry.starts)` became neither something nor nothing",
                help: "say `became` or `nothing`")
        case (.some, .some):
            report(mark, "passage `\(entry.starts)` became both something and nothing")
        case (nil, .notEncodable) where entry.because == nil:
            report(mark, "`not-encodable` needs a reason", help: "add `because`")
        case (nil, .repeats) where entry.repeats == nil:
            report(mark, "`repeats` needs the id of the record that says the same", help: "add `repeats`")
        default: break
        }
    }

    /// Adds what is wrong in the light of the house: records that do not exist.
    func dangling(_ ids: Set<String>) -> [ContentFinding] {
        entries.flatMap { key, entry in
            ((entry.became ?? []) + (entry.repeats.map { [$0] } ?? [])).filter { !ids.contains($0) }.map { id in
                ContentFinding(
                    .error, file: name, line: marks[key]?.line ?? 1, column: marks[key]?.column ?? 1,
                    message: "there is no record `\(id)`", help: NearMiss.help(id, among: ids))
            }
        }
    }

    private mutating func report(_ mark: ContentMark, _ message: String, help: String? = nil) {
        findings.append(
            ContentFinding(.error, file: name, line: mark.line, column: mark.column, message: message, help: help))
    }
}
