internal import MapLayers
internal import PolicyModel

/// Parts of the house over which hectares are told: municipalities, regions, rings around settlements.
public struct Zone: Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case municipality, region
        case settlementRing = "settlement-ring"
    }
    public let kind: Kind
    /// Unique among the zones of its kind.
    public let id: String
    public let name: String
    public let plane: BitPlane
}

/// Makes zones from the layers of a house. A cell belongs to a zone by its centre, whatever the footprint.
public struct ZoneMaker: Sendable {
    /// Outer edges of the rings around settlements, in metres.
    public static let rings = [500.0, 1000, 2000]
    private let maker: PlaneMaker

    /// - Parameter maker: planes of points on the grid of the map.
    public init(maker: PlaneMaker) {
        self.maker =
            maker.footprint == .point
            ? maker
            : PlaneMaker(
                layers: maker.layers, needs: .init(searchMetres: maker.searchMetres), grid: maker.grid,
                footprint: .point)
    }

    /// The zones of all designations of their kind that have a layer. Features of one name are one zone.
    public func zones(
        municipalities: [String], regions: [String], settlements: [String], work: Work = .quiet
    ) throws(OpportunityError) -> [Zone] {
        var zones: [Zone] = []
        for designation in municipalities { zones += try named(.municipality, designation, work) }
        for designation in regions { zones += try named(.region, designation, work) }
        return zones + (try rings(settlements, work))
    }

    private func probes(_ designation: String) -> [LayerProbe] {
        maker.probes.values.filter { $0.description.designation == designation && $0.failure == nil }
            .sorted { $0.description.id < $1.description.id }
    }

    private func named(_ kind: Zone.Kind, _ designation: String, _ work: Work) throws(OpportunityError) -> [Zone] {
        var zones: [Zone] = []
        for probe in probes(designation) {
            let groups = Dictionary(grouping: probe.features.indices) {
                probe.features[$0].name ?? probe.features[$0].id
            }
            for (name, features) in groups.sorted(by: { $0.key < $1.key }) {
                let plane = try maker.plane(
                    .hit(layer: probe.description.id, features: features.sorted()), work: work)
                guard plane.count > 0 else { continue }
                zones.append(Zone(kind: kind, id: "\(designation)/\(name)", name: name, plane: plane))
            }
        }
        return zones
    }

    private func rings(_ designations: [String], _ work: Work) throws(OpportunityError) -> [Zone] {
        let layers = designations.flatMap { probes($0).map(\.description.id) }
        guard !layers.isEmpty else { return [] }
        var before = BitPlane.constant(maker.grid, false)
        var zones: [Zone] = []
        for (number, metres) in ([0] + Self.rings).enumerated() {
            var within = before
            for layer in layers {
                let source: PlaneSource =
                    number == 0
                    ? .hit(layer: layer, features: nil)
                    : .within(layer: layer, features: nil, metres: metres, strictly: false)
                let plane = try maker.plane(source, work: work)
                let known = within
                within = .combine(maker.grid) { known.word($0) | plane.word($0) }
            }
            let (inner, outer) = (before, within)
            let from = number < 2 ? 0 : Self.rings[number - 2]
            zones.append(
                Zone(
                    kind: .settlementRing, id: number == 0 ? "0" : "\(Int(metres))",
                    name: number == 0 ? "binnen een kern" : "\(Int(from)) tot \(Int(metres)) m van een kern",
                    plane: .combine(maker.grid) { outer.word($0) & ~inner.word($0) }))
            before = within
        }
        let all = before
        zones.append(
            Zone(
                kind: .settlementRing, id: "rest", name: "verder dan \(Int(Self.rings.last ?? 0)) m van een kern",
                plane: .combine(maker.grid) { ~all.word($0) }))
        return zones
    }
}
