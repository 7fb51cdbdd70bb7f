internal import PolicyModel

/// Every effect has a label for any force and status.
struct LabelTable: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let labels = content.house.labels
        let covered = Set(labels.filter { $0.force == nil && $0.status == nil }.map(\.effect))
        for effect in Effect.allCases where !covered.contains(effect) {
            let row = labels.firstIndex { $0.effect == effect } ?? 0
            let place =
                labels.isEmpty
                ? ContentPlace(kind: .house, index: 0) : ContentPlace(kind: .labels, index: row).at("effect")
            report.error(
                "effect `\(effect.rawValue)` has no label for any force and status", at: place,
                help: "add a row to `labels` without `force` and `status`")
        }
        var seen: [EffectLabel: Int] = [:]
        for (index, label) in labels.enumerated() {
            var key = label
            key.label = ""
            let place = ContentPlace(kind: .labels, index: index)
            if let first = seen[key] {
                let help = "the first is in \(report.words(for: ContentPlace(kind: .labels, index: first)))"
                report.error("there are two labels for this effect, force and status", at: place, help: help)
            } else {
                seen[key] = index
            }
        }
    }
}
