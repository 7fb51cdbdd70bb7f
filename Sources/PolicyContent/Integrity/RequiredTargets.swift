internal import PolicyModel

/// An effect that points elsewhere says where to.
struct RequiredTargets: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        for (index, norm) in content.house.norms.enumerated() {
            let place = ContentPlace(kind: .norms, index: index).at("effect")
            if norm.effect == .regulatedElsewhere, norm.target == nil {
                report.error(
                    "`regulated-elsewhere` needs a `target`", at: place,
                    help: "name the document that holds the rule: `target: {document: ...}`")
            }
            if norm.effect == .assessAs, norm.assessAs == nil {
                report.error(
                    "`assess-as` needs a kind of change", at: place, help: "add the key `assess-as`, such as `nieuw`")
            }
        }
    }
}
