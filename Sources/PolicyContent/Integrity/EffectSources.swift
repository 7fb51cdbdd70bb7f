internal import PolicyModel

/// An effect rests on a passage of a document whose text is part of the house.
struct EffectSources: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let named = Set(content.house.documents.filter { !$0.loaded }.map(\.id))
        for (index, norm) in content.house.norms.enumerated() where named.contains(norm.source.document) {
            report.error(
                "norm `\(norm.id)` rests on `\(norm.source.document)`, which is not loaded",
                at: ContentPlace(kind: .norms, index: index).at("source", "document"),
                help: "a document that is not loaded can only be the target of `regulated-elsewhere`")
        }
    }
}
