import Foundation
import MapLayers
import NormEngine
import OpportunityMap
import PolicyModel
import Synchronization

/// Makers of planes by grid and footprint, with the planes they know; what was used longest ago is forgotten first.
final class PlaneMakers: Sendable {
    private struct Entry {
        var maker: PlaneMaker
        var lastUsed: Int
    }

    private struct State {
        var makers: [GridKey: Entry] = [:]
        var zones: [Int: [Zone]] = [:]
        var clock = 0
    }

    /// Discs of other sizes are not kept on disk: whoever asks for many of them would fill it.
    private static let usualHectares: Set<Double> = [0.5, 1, 2, 5, 10, 20, 25, 50, 100]
    /// So many grids at once; the least that a comparison of two sizes needs.
    private static let mostMakers = 6

    private let house: SiteHouse
    private let cache: PlaneCache
    private let mostBytes: Int
    private let state = Mutex(State())

    init(house: SiteHouse, folder: URL, mostBytes: Int) {
        self.house = house
        self.mostBytes = mostBytes
        cache = PlaneCache(folder: folder)
    }

    /// - Throws: ``OpportunityError``.
    func maker(_ key: GridKey) throws -> PlaneMaker {
        let known = state.withLock { state -> PlaneMaker? in
            state.clock += 1
            guard state.makers[key] != nil else { return nil }
            state.makers[key]?.lastUsed = state.clock
            return state.makers[key]?.maker
        }
        if let known { return known }
        let fresh = try make(key)
        return state.withLock { state in
            let maker = state.makers[key]?.maker ?? fresh
            state.makers[key] = Entry(maker: maker, lastUsed: state.clock)
            while state.makers.count > Self.mostMakers,
                let oldest = state.makers.min(by: { $0.value.lastUsed < $1.value.lastUsed })
            {
                state.makers[oldest.key] = nil
            }
            return maker
        }
    }

    /// A maker that nobody else uses.
    func make(_ key: GridKey) throws -> PlaneMaker {
        guard let box = MapExtent.box(of: house.layers) else { throw OpportunityError.noOutline }
        let isKept = key.hectares.map(Self.usualHectares.contains) ?? true
        return PlaneMaker(
            layers: house.layers, needs: house.house.factNeeds,
            grid: try CellGrid(cellMetres: Double(key.cellMetres), covering: box), footprint: key.footprint,
            cache: isKept ? cache : nil)
    }

    /// Municipalities, regions and rings around towns on a grid.
    func zones(_ cellMetres: Int, _ work: Work) throws -> [Zone] {
        if let zones = state.withLock({ $0.zones[cellMetres] }) { return zones }
        func ids(_ kind: Designation.Kind) -> [String] {
            (house.index.designationsByKind[kind] ?? []).map(\.id).sorted()
        }
        let zones = try ZoneMaker(maker: maker(GridKey(cellMetres: cellMetres, hectares: nil))).zones(
            municipalities: ids(.municipality), regions: ids(.region), settlements: ids(.settlement), work: work)
        // On small cells they take more room than they are worth.
        if cellMetres >= 25 { state.withLock { $0.zones[cellMetres] = zones } }
        return zones
    }

    /// Makes room after work: the planes of grids that were used longest ago go first.
    func tidy() {
        let makers = state.withLock { $0.makers.values.sorted { $0.lastUsed > $1.lastUsed }.map(\.maker) }
        var bytes = 0
        for maker in makers {
            bytes += maker.byteCount
            if bytes > mostBytes {
                bytes -= maker.byteCount
                maker.forget()
            }
        }
    }
}
