import PolicyModel

/// Finds the label of an effect: the most specific row wins, and a row with a status beats a row with a force.
struct LabelTable: Sendable {
    private var rows: [Effect: [EffectLabel]]

    init(_ rows: [EffectLabel]) {
        self.rows = Dictionary(grouping: rows, by: \.effect)
    }

    func label(effect: Effect, force: BindingForce, status: DocumentStatus?) -> String {
        var best: (weight: Int, label: String)?
        for row in rows[effect] ?? [] {
            if let wanted = row.force, wanted != force { continue }
            if let wanted = row.status, wanted != status { continue }
            let weight = (row.status == nil ? 0 : 2) + (row.force == nil ? 0 : 1)
            if weight > best?.weight ?? -1 { best = (weight, row.label) }
        }
        return best?.label ?? effect.rawValue
    }
}
