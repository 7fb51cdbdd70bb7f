import Geometry
import MapLayers
import PolicyModel

/// What a layer knows where it has no feature.
extension PlaneMaking {
    /// Room for what a buffer of GEOS differs from all places within a distance: its arcs are lines, and it leaves out
    /// small bends; both stay within a hundredth of the distance.
    private static let bufferSlack = 0.02

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
        let margin = metres == 0 ? around : around + metres * (1 + Self.bufferSlack) + 4 * half
        let sketch = try maker.sketch(id, .features(nil), marginMetres: margin)
        guard metres > 0 else { return (Area(interior: sketch.interior, touched: sketch.touched), margin) }
        let planes = try DistancePlanes(source: sketch.touched, work: work).within([
            metres * (1 - Self.bufferSlack) - 2 * half, metres * (1 + Self.bufferSlack) + 2 * half,
        ])
        return (Area(interior: planes[0], touched: planes[1]), margin)
    }

    func noData(_ layer: String) throws(OpportunityError) -> BitPlane {
        let probe = try probe(layer)
        if probe.isOutline { return .constant(grid, false) }
        let silent = try silent(layer)
        if probe.knowsNowhere { return silent }
        let around = footprint == .point ? 0 : outer + 2 * half
        let (area, margin) = try area(probe, around: around)
        let surelyIn: BitPlane
        let surelyOut: BitPlane
        if footprint == .point {
            surelyIn = try cropped(area.interior, margin)
            let touched = try cropped(area.touched, margin)
            surelyOut = .combine(grid) { ~touched.word($0) }
        } else {
            let beyond = BitPlane.combine(area.interior.grid) { ~area.interior.word($0) }
            let outside = BitPlane.combine(area.touched.grid) { ~area.touched.word($0) }
            let atEnd = try distances(beyond, [outer + half], margin)[0]
            surelyIn = .combine(grid) { ~atEnd.word($0) }
            let partly = try distances(outside, [cellCounts ? inner - half : -1], margin)[0]
            let reached = try distances(area.touched, [outer + half], margin)[0]
            surelyOut = .combine(grid) { partly.word($0) | ~reached.word($0) }
        }
        let open = BitPlane.combine(grid) { silent.word($0) & ~surelyIn.word($0) & ~surelyOut.word($0) }
        let plane = BitPlane.combine(grid) { silent.word($0) & surelyOut.word($0) }
        let search = maker.search(probe)
        return try decide(open, on: plane) { (place) throws(LayerFailure) in
            try probe.knowledge(place, searchMetres: search).isPartlyOutside
        }
    }

    func searchCovered(_ layer: String) throws(OpportunityError) -> BitPlane {
        let probe = try probe(layer)
        if probe.isOutline { return .constant(grid, true) }
        let silent = try silent(layer)
        if probe.knowsNowhere { return .combine(grid) { ~silent.word($0) } }
        let search = maker.search(probe)
        let (area, margin) = try area(probe, around: search + outer + 3 * half)
        let beyond = BitPlane.combine(area.interior.grid) { ~area.interior.word($0) }
        let outside = BitPlane.combine(area.touched.grid) { ~area.touched.word($0) }
        let atEnd = try distances(beyond, [search + outer + half], margin)[0]
        // The circle that is asked about has 64 sides.
        let past = try distances(outside, [search * 0.998 + inner - half], margin)[0]
        let open = BitPlane.combine(grid) { silent.word($0) & atEnd.word($0) & ~past.word($0) }
        let plane = BitPlane.combine(grid) { ~silent.word($0) | ~atEnd.word($0) }
        return try decide(open, on: plane) { (place) throws(LayerFailure) in
            try probe.knowledge(place, searchMetres: search).isSearchCovered
        }
    }
}
