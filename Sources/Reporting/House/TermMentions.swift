public import PolicyModel

/// Which records use which terms of the glossary in their title or summary; see ``TermGlosser`` for what counts as using one.
public struct TermMentions: Sendable {
    private var users: [RecordKey: [RecordKey]] = [:]
    private var terms: [RecordKey: [RecordKey]] = [:]

    public init(_ records: HouseRecords, terms glossary: [Term]) {
        let unused = TermGlosser(glossary)
        for record in records.all where !record.kind.isPart && record.kind != .layer {
            var glosser = unused
            for text in [record.title, record.summary].compactMap({ $0 }) { _ = glosser.gloss(text) }
            for id in glosser.found {
                let term = RecordKey(.term, id)
                guard term != record.key else { continue }
                terms[record.key, default: []].append(term)
                users[term, default: []].append(record.key)
            }
        }
    }

    /// The records that use a term, in the order of the house.
    public func users(of term: RecordKey) -> [RecordKey] { users[term] ?? [] }

    /// The terms that a record uses, in the order of its text.
    public func terms(in record: RecordKey) -> [RecordKey] { terms[record] ?? [] }
}
