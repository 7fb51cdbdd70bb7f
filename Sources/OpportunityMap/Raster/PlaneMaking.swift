import Geometry
import MapLayers
import PolicyModel
import Synchronization

/// Makes one plane: what a drawing proves, and then cell by cell what it leaves open.
struct PlaneMaking {
    let maker: PlaneMaker
    let work: Work

    var grid: CellGrid { maker.grid }
    var footprint: Footprint { maker.footprint }
    /// Half a diagonal with room for rounding: how far anything in a cell lies from its centre at most.
    var half: Double { grid.halfDiagonal + 0.002 }
    var inner: Double { footprint.innerRadiusMetres }
    var outer: Double { footprint.outerRadiusMetres }

    /// A whole cell inside a footprint surely is more than a sliver.
    var cellCounts: Bool {
        grid.cellMetres * grid.cellMetres >= 2 * SliverLimit.squareMetres(ofPartWith: footprint.areaSquareMetres)
    }

    func make(_ source: PlaneSource) throws(OpportunityError) -> BitPlane {
        switch source {
        case .hit(let layer, let features): return try hit(layer, features)
        case .near(let layer):
            guard let probe = maker.probes[layer], probe.widthMetres > 0 else { return .constant(grid, false) }
            let reached = try within(layer, nil, probe.widthMetres, strictly: false)
            let hit = try maker.plane(.hit(layer: layer, features: nil), work: work)
            return .combine(grid) { reached.word($0) & ~hit.word($0) }
        case .noData(let layer): return try noData(layer)
        case .within(let layer, let features, let metres, let strictly):
            return try within(layer, features, metres, strictly: strictly)
        case .searchCovered(let layer): return try searchCovered(layer)
        case .share(let layer, let comparison, let value): return try share(layer, comparison, value)
        case .towards(let key, let possibly): return try towards(key, possibly: possibly)
        case .insideHouse:
            guard let outline = maker.layers.probes(of: maker.layers.outline).first, outline.failure == nil else {
                return .constant(grid, true)
            }
            return try maker.plane(.hit(layer: outline.description.id, features: nil), work: work)
        }
    }

    func probe(_ layer: String) throws(OpportunityError) -> LayerProbe {
        guard let probe = maker.probes[layer] else { throw .layer("de laag `\(layer)` is er niet") }
        return probe
    }

    // MARK: Overlap

    private func hit(_ layer: String, _ features: [Int]?) throws(OpportunityError) -> BitPlane {
        if footprint == .point { return try maker.sketch(layer, .features(features), marginMetres: 0).inside }
        let margin = outer + 2 * half
        let sketch = try maker.sketch(layer, .features(features), marginMetres: margin)
        let reached = try distances(sketch.touched, [outer + half], margin)[0]
        let atBorder = try distances(sketch.border, [outer + half], margin)[0]
        let centres = try cropped(sketch.inside, margin)
        let deep = sketch.countsWhenReached ? sketch.touched : sketch.interior
        let depth = sketch.countsWhenReached ? inner - half - 1 : cellCounts ? inner - half : -1
        let surely = try distances(deep, [depth], margin)[0]
        let plane = BitPlane.combine(grid) { surely.word($0) | centres.word($0) & ~atBorder.word($0) }
        let open = BitPlane.combine(grid) { reached.word($0) & ~plane.word($0) }
        let probe = try probe(layer)
        let wanted = features.map(Set.init)
        return try decide(open, on: plane) { (place) throws(LayerFailure) in
            try probe.overlaps(place, features: wanted)
        }
    }

    private func share(
        _ layer: String, _ comparison: Comparison, _ value: Double
    ) throws(OpportunityError) -> BitPlane {
        let hit = try maker.plane(.hit(layer: layer, features: nil), work: work)
        let whole = comparison.holds(1.0, value)
        if footprint == .point { return whole ? hit : .constant(grid, false) }
        let margin = outer + 2 * half
        let sketch = try maker.sketch(layer, .features(nil), marginMetres: margin)
        let atBorder = try distances(sketch.border, [outer + half], margin)[0]
        let centres = try cropped(sketch.inside, margin)
        let wholly = BitPlane.combine(grid) { centres.word($0) & ~atBorder.word($0) & hit.word($0) }
        let open = BitPlane.combine(grid) { hit.word($0) & ~wholly.word($0) }
        let probe = try probe(layer)
        return try decide(open, on: .combine(grid) { whole ? wholly.word($0) : 0 }) { (place) throws(LayerFailure) in
            comparison.holds(try probe.share(place), value)
        }
    }

    // MARK: Distance

    private func within(
        _ layer: String, _ features: [Int]?, _ metres: Double, strictly: Bool
    ) throws(OpportunityError) -> BitPlane {
        let margin = metres + outer + 2 * half
        let sketch = try maker.sketch(layer, .features(features), marginMetres: margin)
        let planes = try distances(sketch.touched, [metres + inner - half, metres + outer + half], margin)
        let centres = try cropped(sketch.inside, margin)
        let isReached = metres > 0 || !strictly
        let plane = BitPlane.combine(grid) { planes[0].word($0) | (isReached ? centres.word($0) : 0) }
        let open = BitPlane.combine(grid) { planes[1].word($0) & ~plane.word($0) }
        let probe = try probe(layer)
        let wanted = features.map(Set.init)
        return try decide(open, on: plane) { (place) throws(LayerFailure) in
            try probe.lies(place, within: metres, features: wanted, strictly: strictly)
        }
    }

    private func towards(_ key: TowardsKey, possibly: Bool) throws(OpportunityError) -> BitPlane {
        guard let settlements = maker.layers.settlementShapes(named: key.settlement), !settlements.isEmpty else {
            return .constant(grid, possibly)
        }
        let margin = key.metres + outer + 2 * half
        let (room, _, _) = try maker.grid(marginMetres: margin)
        let sketch: Sketch
        do throws(GeometryError) {
            var pieces: [LayerProbe.PieceOutline] = []
            for settlement in settlements {
                for part in try settlement.parts() {
                    pieces.append(
                        LayerProbe.PieceOutline(
                            feature: 0, dimension: part.kind.dimension, box: part.boundingBox,
                            sequences: try part.sequences(), lengthMetres: part.lengthMetres))
                }
            }
            sketch = try drawn(pieces, on: room)
        } catch {
            throw .layer(error.message)
        }
        let open = try distances(sketch.touched, [key.metres + outer + half], margin)[0]
        let layers = maker.layers
        return try decide(open, on: .constant(grid, false)) { (place) throws(LayerFailure) in
            let truth = layers.towards(key, place)
            return possibly ? truth != .no : truth == .yes
        }
    }

    private func drawn(_ pieces: [LayerProbe.PieceOutline], on grid: CellGrid) throws(GeometryError) -> Sketch {
        do throws(OpportunityError) {
            return try Sketch.draw(pieces.enumerated().map { (number: $0.offset, piece: $0.element) }, on: grid) {
                _, _ in true
            }
        } catch {
            throw GeometryError(message: error.description)
        }
    }

    // MARK: Planes from planes

    /// Cells within distances of the cells of a plane that has a margin, on the grid of the map.
    func distances(_ plane: BitPlane, _ limits: [Double], _ margin: Double) throws(OpportunityError) -> [BitPlane] {
        var cropped: [BitPlane] = []
        for found in try DistancePlanes(source: plane, work: work).within(limits) {
            cropped.append(try self.cropped(found, margin))
        }
        return cropped
    }

    /// The part of a plane with a margin that lies on the grid of the map.
    func cropped(_ plane: BitPlane, _ margin: Double) throws(OpportunityError) -> BitPlane {
        let (room, words, rows) = try maker.grid(marginMetres: margin)
        guard room != grid else { return plane }
        let result = BitPlane(grid: grid)
        for row in 0..<grid.rows {
            for word in 0..<grid.wordsPerRow {
                result.words[grid.place(row: row, word: word)] =
                    plane.word(room.place(row: row + rows, word: word + words)) & grid.mask(row: row, word: word)
            }
        }
        result.seal()
        return result
    }

    /// Asks every open cell one by one and adds what is true.
    func decide(
        _ open: BitPlane, on plane: BitPlane,
        _ question: @Sendable (PlaceProbe) throws(LayerFailure) -> Bool
    ) throws(OpportunityError) -> BitPlane {
        let (grid, footprint) = (self.grid, self.footprint)
        let result = BitPlane.combine(grid) { plane.word($0) & ~open.word($0) }
        let rows = (0..<grid.rows).filter { row in
            (0..<grid.wordsPerRow).contains { open.word(grid.place(row: row, word: $0)) != 0 }
        }
        try Cores.forEach(rows.count, work: work) { (number) throws(OpportunityError) in
            let row = rows[number]
            var columns: [Int] = []
            open.forEach(inRow: row) { columns.append($0) }
            do throws(LayerFailure) {
                for column in columns {
                    let shape: Shape
                    do throws(GeometryError) {
                        shape = try footprint.shape(at: grid.centre(of: Cell(column: column, row: row)))
                    } catch {
                        throw LayerFailure(why: error.message)
                    }
                    if try question(PlaceProbe(shape)) { result.set(row: row, from: column, through: column) }
                }
            } catch {
                throw .layer(error.why)
            }
        }
        result.seal()
        return result
    }
}
