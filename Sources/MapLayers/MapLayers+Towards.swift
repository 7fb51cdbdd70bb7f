import Synchronization
internal import Geometry
internal import PolicyModel

extension MapLayers {
    /// Whether a place lies on the side of a settlement that faces a designation: within so many metres of the
    /// settlement and nearer to the designation than the settlement itself.
    func towards(_ key: TowardsKey, _ place: Place) -> Truth {
        guard let settlements = settlements(named: key.settlement), !settlements.isEmpty else { return .unknown }
        do {
            let near = try settlements.filter { try place.prepared.distance(to: $0) <= key.metres }
            if near.isEmpty { return .no }
            guard let targets = contents(of: key.designation) else { return .unknown }
            guard let fromPlace = try nearest(targets, place) else { return .unknown }
            return try .any(
                near.map { settlement in
                    guard let fromSettlement = try nearest(targets, Place(settlement)) else { return .unknown }
                    // Where they touch, no place is nearer than the settlement itself; only one that touches too is told.
                    if fromSettlement == 0 { return fromPlace == 0 ? .yes : .unknown }
                    return Truth(fromPlace < fromSettlement)
                })
        } catch {
            return .unknown
        }
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
