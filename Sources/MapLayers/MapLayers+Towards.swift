import Synchronization
internal import Geometry
internal import PolicyModel

/// One settlement of a name and what it faces.
struct Faced: Hashable {
    var settlement: String
    var number: Int
    var designation: String
}

extension MapLayers {
    /// Whether a place lies on the side of a settlement that faces a designation: within so many metres of the
    /// settlement and nearer to the designation than the settlement itself.
    func towards(_ key: TowardsKey, _ place: Place) -> Truth {
        guard let settlements = settlements(named: key.settlement), !settlements.isEmpty else { return .unknown }
        do {
            let near = try settlements.indices.filter { try place.prepared.distance(to: settlements[$0]) <= key.metres }
            if near.isEmpty { return .no }
            guard let targets = contents(of: key.designation) else { return .unknown }
            guard let fromPlace = try nearest(targets, place) else { return .unknown }
            return try .any(
                near.map { number in
                    guard let fromSettlement = try nearest(targets, settlements[number], number, key) else {
                        return .unknown
                    }
                    // Where they touch, no place is nearer than the settlement itself; only one that touches too is told.
                    if fromSettlement == 0 { return fromPlace == 0 ? .yes : .unknown }
                    return Truth(fromPlace < fromSettlement)
                })
        } catch {
            return .unknown
        }
    }

    /// Metres from a settlement to what it faces, looked up once; `nil` when nothing is there.
    private func nearest(_ targets: [LayerContents], _ settlement: Shape, _ number: Int, _ key: TowardsKey) throws
        -> Double?
    {
        let question = Faced(settlement: key.settlement, number: number, designation: key.designation)
        if let known = facedMetres.withLock({ $0[question] }) { return known }
        let metres = try nearest(targets, Place(settlement))
        facedMetres.withLock { $0.updateValue(metres, forKey: question) }
        return metres
    }

    /// Metres from the only settlement of a name to what it faces; `nil` when there are more, or that cannot be told.
    func metresFromSettlement(_ key: TowardsKey) -> Double? {
        guard let settlements = settlements(named: key.settlement), settlements.count == 1,
            let only = settlements.first,
            let targets = contents(of: key.designation)
        else { return nil }
        return try? nearest(targets, only, 0, key)
    }

    private func nearest(_ targets: [LayerContents], _ place: Place) throws -> Double? {
        try targets.compactMap { try Overlay(place: place, contents: $0).nearest() }.min()
    }

    /// `nil` when a layer with settlements cannot be read. Looked up once per name.
    func settlements(named name: String) -> [Shape]? {
        if let known = settlementShapes.withLock({ $0[name] }) { return known }
        let found = findSettlements(named: name)
        settlementShapes.withLock { $0[name] = .some(found) }
        return found
    }

    private func findSettlements(named name: String) -> [Shape]? {
        let kinds = designations.values.filter { $0.kind == .settlement }.map(\.id).sorted()
        var shapes: [Shape] = []
        for designation in kinds {
            guard let found = try? matches(named: name, designation: designation) else { return nil }
            shapes += found.filter(\.isExact).map(\.shape)
        }
        return shapes
    }
}
