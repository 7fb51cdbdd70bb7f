import MapLayers
import NormEngine
import PolicyModel

/// What of an earlier compilation still holds in a house that differs from that one in norms alone.
struct CompiledReuse {
    let before: CompiledActivity
    private let truths: [String: CompiledActivity.CompiledNorm]
    private let changed: Set<String>

    /// `nil` when more has changed than norms, or when a change reaches farther than its norm.
    init?(_ before: CompiledActivity, index: HouseIndex, layers: MapLayers, question: OpportunityQuestion) {
        let old = before.place.index
        guard before.place.layers === layers, before.question == question else { return nil }
        var house = old.house
        house.norms = index.house.norms
        guard house == index.house, index.house.factNeeds.searchMetres == before.place.searchMetres else { return nil }
        truths = Dictionary(before.norms.map { ($0.norm.id, $0) }) { first, _ in first }
        var changed: Set<String> = []
        for (one, other) in [(old, index), (index, old)] {
            for norm in one.norms(about: question.part.activities) where other.norms[norm.id] != norm {
                // Such a norm changes what the others of its document are asked.
                if norm.effect == .assessAs { return nil }
                changed.insert(norm.id)
            }
        }
        self.changed = changed
        self.before = before
    }

    /// What a norm said, when neither it nor any that it yields to has changed.
    func truth(of norm: Norm) -> PlacedTruth? {
        var open = [norm.id]
        var seen: Set<String> = []
        while let id = open.popLast() {
            guard seen.insert(id).inserted else { continue }
            guard !changed.contains(id) else { return nil }
            open += before.place.index.norms[id]?.yieldsTo ?? []
        }
        return truths[norm.id]?.truth
    }
}
