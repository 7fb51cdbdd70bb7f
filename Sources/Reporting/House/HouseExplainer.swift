public import CanonicalJSON
public import NormEngine
public import PolicyModel

/// Everything that a house knows of one id: meaning, source, force, status, and where it is used.
public struct Explanation: Sendable, Hashable {
    public var kind: RecordKind
    public var id: String
    public var title: String
    public var summary: String?
    /// In reading order.
    public var facts: [RecordFact]
    public var sources: [String]
    public var usedBy: [RecordKey]

    public var json: JSONValue {
        [
            "kind": .string(kind.rawValue), "id": .string(id), "title": .string(title),
            "summary": summary.map(JSONValue.string) ?? .null,
            "facts": .array(facts.map { ["name": .string($0.name), "value": .string($0.value)] }),
            "sources": .array(sources.map(JSONValue.string)),
            "usedBy": .array(usedBy.map { ["kind": .string($0.kind.rawValue), "id": .string($0.id)] }),
        ]
    }
}

/// Explains any id of a house.
public struct HouseExplainer {
    let index: HouseIndex
    let day: PolicyDate

    public init(index: HouseIndex, on day: PolicyDate) {
        self.index = index
        self.day = day
    }

    /// All things with that id; an id may be used in several kinds.
    public func explain(_ id: String) -> [Explanation] {
        let records = HouseRecords(index.house)
        let links = HouseLinks(records)
        let facts = HouseFacts(index: index, on: day)
        return records.all.filter { $0.id == id }.map { record in
            Explanation(
                kind: record.kind, id: id, title: record.title, summary: record.summary,
                facts: allFacts(of: record, facts, records, links), sources: record.sources.map { line($0) },
                usedBy: links.users(of: record.key))
        }
    }

    /// Ids like the one that was not found.
    public func suggestions(for id: String) -> [String] {
        nearMisses(of: id, in: Set(HouseRecords(index.house).all.map(\.id)))
    }

    /// Facts, with before them what a norm does and behind them what a record asks for.
    private func allFacts(
        of record: HouseRecord, _ facts: HouseFacts, _ records: HouseRecords, _ links: HouseLinks
    ) -> [RecordFact] {
        var all = facts.facts(of: record)
        switch record.value {
        case .norm(let norm):
            all.insert(
                RecordFact(name: "effect", value: "\(norm.effect.rawValue): \(facts.label(of: norm))"), at: 0)
            all += norm.conditions.map { RecordFact(name: "voorwaarde", value: $0.text) }
        case .activity:
            for (relation, name) in [(Relation.broader, "valt onder"), (.property, "vraagt om")] {
                let ids = links.from(record.key).filter { $0.relation == relation }.map(\.to.id)
                if !ids.isEmpty { all.append(RecordFact(name: name, value: ids.joined(separator: ", "))) }
            }
        default: break
        }
        return all
    }

    private func line(_ source: SourceReference) -> String {
        let document = index.documents[source.document]
        let checked = index.isVerified(source) ? "passage gevonden" : "passage niet gecontroleerd"
        let status = document?.status(on: day).map { Words.status($0.rawValue) } ?? "status niet bekend"
        return "\(document?.title ?? source.document), \(source.path.joined(separator: " › ")) (\(status); \(checked))"
    }
}
