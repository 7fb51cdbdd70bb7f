import Geometry
import MapLayers
import PolicyModel

/// What a layer knows where it has no feature.
extension PlaneMaking {
    /// Room for what a buffer of GEOS differs from all places within a distance, as parts of that distance. Its arcs are lines
    /// of at most three 64ths of a half turn, so it may fall short by 0.3 per cent; it leaves out hollows that are shallower
    /// than 1 per cent, so it may reach that much farther.
    private static let bufferLess = 0.005
    private static let bufferMore = 0.012

    /// Cells that surely lie wholly where the layer knows, and cells that possibly do in part.
    private struct Area {
        var interior: BitPlane
        var touched: BitPlane
    }

    /// Where neither a feature is hit nor near: only there an assessment looks at what is known.
    private func silent(_ layer: String) throws(OpportunityError) -> BitPlane {
        let hit = try maker.plane(.hit(layer: layer, features: nil), work: work)
        let near = try maker.plane(.near(layer: layer), work: work)
        return .combine(grid) { ~(hit.word($0) | near.word($0)) }
    }

    /// - Parameter around: how far around a cell the area must be right.
    private func area(_ probe: LayerProbe, around: Double) throws(OpportunityError) -> (area: Area, margin: Double) {
        let id = probe.description.id
        let coverage = probe.description.coverage
        if coverage.house == true {
            let sketch = try maker.sketch(id, .outline, marginMetres: around)
            return (Area(interior: sketch.interior, touched: sketch.touched), around)
        }
        let pieces: [LayerProbe.PieceOutline]?
        do throws(LayerFailure) {
            pieces = try probe.coveragePieces()
        } catch {
            throw .layer(error.why)
        }
        if pieces != nil {
            let sketch = try maker.sketch(id, .coverage, marginMetres: around)
            return (Area(interior: sketch.interior, touched: sketch.touched), around)
        }
        let metres = coverage.aroundFeaturesMetres ?? 0
        let margin = metres == 0 ? around : around + metres * (1 + Self.bufferMore) + 4 * half
        let sketch = try maker.sketch(id, .features(nil), marginMetres: margin)
        guard metres > 0 else { return (Area(interior: sketch.interior, touched: sketch.touched), margin) }
        let planes = try DistancePlanes(source: sketch.touched, work: work).within([
            metres * (1 - Self.bufferLess) - 2 * half, metres * (1 + Self.bufferMore) + 2 * half,
        ])
        return (Area(interior: planes[0], touched: planes[1]), margin)
    }

    func noData(_ layer: String) throws(OpportunityError) -> BitPlane {
        let probe = try probe(layer)
        if probe.isOutline { return .constant(grid, false) }
        let silent = try silent(layer)
        if probe.knowsNowhere { return silent }
        if probe.isCompleteInHouse {
            let outside = try maker.answer(OutlineQuestion(subject: .partlyOutside, searchMetres: 0), work: work)
            return .combine(grid) { silent.word($0) & outside.word($0) }
        }
        return try partlyOutside(probe, among: silent)
    }

    func searchCovered(_ layer: String) throws(OpportunityError) -> BitPlane {
        let probe = try probe(layer)
        if probe.isOutline { return .constant(grid, true) }
        let silent = try silent(layer)
        if probe.knowsNowhere { return .combine(grid) { ~silent.word($0) } }
        let search = maker.search(probe)
        if probe.isCompleteInHouse {
            let covered = try maker.answer(OutlineQuestion(subject: .searchCovered, searchMetres: search), work: work)
            return .combine(grid) { ~silent.word($0) | covered.word($0) }
        }
        let covered = try searchCovered(probe, search, among: silent)
        return .combine(grid) { ~silent.word($0) | covered.word($0) }
    }

    /// The same for all layers that are complete in the house: no feature of theirs matters.
    func make(_ question: OutlineQuestion) throws(OpportunityError) -> BitPlane {
        let everywhere = BitPlane.constant(grid, true)
        guard let probe = maker.probeInHouse else { return .constant(grid, question.subject == .partlyOutside) }
        switch question.subject {
        case .partlyOutside: return try partlyOutside(probe, among: everywhere)
        case .searchCovered: return try searchCovered(probe, question.searchMetres, among: everywhere)
        }
    }

    /// Cells among some where a part of the footprint lies where the layer does not know.
    private func partlyOutside(_ probe: LayerProbe, among cells: BitPlane) throws(OpportunityError) -> BitPlane {
        let (surelyIn, surelyOut) = footprint == .point ? try ofPoints(probe) : try ofDiscs(probe)
        let open = BitPlane.combine(grid) { cells.word($0) & ~surelyIn.word($0) & ~surelyOut.word($0) }
        let plane = BitPlane.combine(grid) { cells.word($0) & surelyOut.word($0) }
        let search = probe.isCompleteInHouse ? 0 : maker.search(probe)
        return try decide(open, on: plane) { (place) throws(LayerFailure) in
            try probe.knowledge(place, searchMetres: search).isPartlyOutside
        }
    }

    private func ofPoints(_ probe: LayerProbe) throws(OpportunityError) -> (surelyIn: BitPlane, surelyOut: BitPlane) {
        let id = probe.description.id
        let metres = probe.description.coverage.aroundFeaturesMetres ?? 0
        if !probe.isCompleteInHouse, try !hasCoverage(probe), metres > 0 {
            let centres = try maker.sketch(id, .features(nil), marginMetres: 0).inside
            let near = try reached(
                id, .features(nil), [metres * (1 - Self.bufferLess), metres * (1 + Self.bufferMore)])
            return (
                .combine(grid) { centres.word($0) | near[0].surely.word($0) },
                .combine(grid) { ~(centres.word($0) | near[1].possibly.word($0)) }
            )
        }
        let (area, margin) = try area(probe, around: 0)
        let touched = try cropped(area.touched, margin)
        return (try cropped(area.interior, margin), .combine(grid) { ~touched.word($0) })
    }

    private func ofDiscs(_ probe: LayerProbe) throws(OpportunityError) -> (surelyIn: BitPlane, surelyOut: BitPlane) {
        let (area, margin) = try area(probe, around: outer + 2 * half)
        let beyond = BitPlane.combine(area.interior.grid) { ~area.interior.word($0) }
        let outside = BitPlane.combine(area.touched.grid) { ~area.touched.word($0) }
        let atEnd = try distances(beyond, [outer + half], margin)[0]
        let partly = try distances(outside, [cellCounts ? inner - half : -1], margin)[0]
        let reached = try distances(area.touched, [outer + half], margin)[0]
        return (.combine(grid) { ~atEnd.word($0) }, .combine(grid) { partly.word($0) | ~reached.word($0) })
    }

    private func hasCoverage(_ probe: LayerProbe) throws(OpportunityError) -> Bool {
        do throws(LayerFailure) {
            return try probe.coveragePieces() != nil
        } catch {
            throw .layer(error.why)
        }
    }

    /// Cells among some where the layer knows everything within its search distance.
    private func searchCovered(
        _ probe: LayerProbe, _ search: Double, among cells: BitPlane
    ) throws(OpportunityError) -> BitPlane {
        let (area, margin) = try area(probe, around: search + outer + 3 * half)
        let beyond = BitPlane.combine(area.interior.grid) { ~area.interior.word($0) }
        let outside = BitPlane.combine(area.touched.grid) { ~area.touched.word($0) }
        let atEnd = try distances(beyond, [search + outer + half], margin)[0]
        // The circle that is asked about has 64 sides.
        let past = try distances(outside, [search * 0.998 + inner - half], margin)[0]
        let open = BitPlane.combine(grid) { cells.word($0) & atEnd.word($0) & ~past.word($0) }
        let plane = BitPlane.combine(grid) { cells.word($0) & ~atEnd.word($0) }
        return try decide(open, on: plane) { (place) throws(LayerFailure) in
            try probe.knowledge(place, searchMetres: search).isSearchCovered
        }
    }
}
