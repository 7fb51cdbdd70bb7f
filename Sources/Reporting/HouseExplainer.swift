public import CanonicalJSON
import Foundation
public import NormEngine
public import PolicyModel

/// Everything that a house knows of one id: meaning, source, force, status, and where it is used.
public struct Explanation: Sendable, Hashable {
    public var kind: String
    public var id: String
    public var title: String
    public var summary: String?
    /// Names and values, in reading order.
    public var facts: [(name: String, value: String)]
    public var sources: [String]
    public var usedBy: [(kind: String, id: String)]

    public static func == (left: Explanation, right: Explanation) -> Bool { left.json == right.json }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }

    public var json: JSONValue {
        [
            "kind": .string(kind), "id": .string(id), "title": .string(title),
            "summary": summary.map(JSONValue.string) ?? .null,
            "facts": .array(facts.map { ["name": .string($0.name), "value": .string($0.value)] }),
            "sources": .array(sources.map(JSONValue.string)),
            "usedBy": .array(usedBy.map { ["kind": .string($0.kind), "id": .string($0.id)] }),
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
        return records.all.filter { $0.id == id }.map { record in
            var explanation = Explanation(
                kind: record.kind, id: id, title: record.title, summary: record.summary,
                facts: record.facts(index, day),
                sources: record.sources.map { line($0) }, usedBy: [])
            explanation.usedBy = records.all
                .filter { ($0.kind, $0.id) != (record.kind, id) && $0.mentions.contains(id) }.map { ($0.kind, $0.id) }
            return explanation
        }
    }

    /// Ids like the one that was not found.
    public func suggestions(for id: String) -> [String] {
        nearMisses(of: id, in: Set(HouseRecords(index.house).all.map(\.id)))
    }

    private func line(_ source: SourceReference) -> String {
        let document = index.documents[source.document]
        let checked = index.isVerified(source) ? "passage gevonden" : "passage niet gecontroleerd"
        let status = document?.status(on: day).map { Words.status($0.rawValue) } ?? "status niet bekend"
        return "\(document?.title ?? source.document), \(source.path.joined(separator: " › ")) (\(status); \(checked))"
    }
}
