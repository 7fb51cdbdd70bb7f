public import CanonicalJSON
import PolicyModel
import Reporting

extension SearchResults {
    /// For programs: `kompas/search/1`.
    public var json: JSONValue {
        [
            "schema": "kompas/search/1", "total": .number(Double(total)),
            "withAllWords": .number(Double(withAllWords)),
            "corrections": .array(
                corrections.map { ["asked": .string($0.asked), "used": .string($0.used)] }),
            "suggestions": .array(
                suggestions.map { ["asked": .string($0.asked), "used": .string($0.used)] }),
            "unknownWords": .array(unknownWords.map(JSONValue.string)),
            "byKind": counts(byKind.map { ($0.key.rawValue, $0.value) }),
            "byDocument": counts(byDocument.map { ($0.key, $0.value) }),
            "byStatus": counts(byStatus.map { ($0.key.rawValue, $0.value) }),
            "hits": .array(hits.map(\.json)),
        ]
    }

    private func counts(_ counts: [(String, Int)]) -> JSONValue {
        .object(JSONObject(counts.sorted { $0.0 < $1.0 }.map { ($0.0, .number(Double($0.1))) }))
    }
}

extension SearchHit {
    var json: JSONValue {
        [
            "kind": .string(key.kind.rawValue), "id": .string(key.id),
            "in": key.owner.map(JSONValue.string) ?? .null, "title": .string(plainTitle),
            "excerpt": .string(plainExcerpt), "document": document.map(JSONValue.string) ?? .null,
        ]
    }
}
