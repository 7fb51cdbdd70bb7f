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
        let centres = try cropped(sketch.inside, margin)
        let atBorder = try reached(layer, .features(features), [outer])[0].possibly
        let deep = sketch.countsWhenReached ? sketch.touched : sketch.interior
        let depth = sketch.countsWhenReached ? inner - half - 1 : cellCounts ? inner - half : -1
        let surely = try distances(deep, [depth], margin)[0]
        let plane = BitPlane.combine(grid) { surely.word($0) | centres.word($0) & ~atBorder.word($0) }
        let open = BitPlane.combine(grid) { (centres.word($0) | atBorder.word($0)) & ~plane.word($0) }
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
        let centres = try maker.sketch(layer, .features(nil), marginMetres: 0).inside
        let atBorder = try reached(layer, .features(nil), [outer])[0].possibly
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
        if metres <= 0, strictly { return .constant(grid, false) }
        let centres = try maker.sketch(layer, .features(features), marginMetres: 0).inside
        let near = try reached(layer, .features(features), [metres + inner, metres + outer])
        let plane = BitPlane.combine(grid) { near[0].surely.word($0) | centres.word($0) }
        let open = BitPlane.combine(grid) { near[1].possibly.word($0) & ~plane.word($0) }
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
        let sketch: Sketch
        let pieces = try self.pieces(of: settlements)
        do throws(GeometryError) {
            sketch = try drawn(pieces, on: grid)
        } catch {
            throw .layer(error.message)
        }
        let near = try reached(PieceBorders.segments(of: pieces), [key.metres + inner, key.metres + outer])
        var surely = BitPlane.constant(grid, false)
        var open = BitPlane.combine(grid) { sketch.inside.word($0) | near[1].possibly.word($0) }
        // Of one settlement that does not touch what it faces, both answers follow from distances.
        if let metres = maker.layers.metresToFaced(key), metres > 1, settlements.count == 1 {
            let facing = try nearer(to: key.designation, than: metres)
            let isNear = BitPlane.combine(grid) { sketch.inside.word($0) | near[0].surely.word($0) }
            let isOpen = open
            surely = .combine(grid) { isNear.word($0) & facing.surely.word($0) }
            open = .combine(grid) { isOpen.word($0) & facing.possibly.word($0) & ~surely.word($0) }
        }
        let layers = maker.layers
        return try decide(open, on: surely) { (place) throws(LayerFailure) in
            let truth = layers.towards(key, place)
            return possibly ? truth != .no : truth == .yes
        }
    }

    /// Cells nearer to a designation than so many metres.
    private func nearer(
        to designation: String, than metres: Double
    ) throws(OpportunityError) -> (surely: BitPlane, possibly: BitPlane) {
        var (surely, possibly) = (BitPlane.constant(grid, false), BitPlane.constant(grid, false))
        for probe in maker.layers.probes(of: designation) {
            let layer = probe.description.id
            let centres = try maker.sketch(layer, .features(nil), marginMetres: 0).inside
            let reach = try reached(layer, .features(nil), [metres + inner, metres + outer])
            let (one, other) = (surely, possibly)
            surely = .combine(grid) { one.word($0) | centres.word($0) | reach[0].surely.word($0) }
            possibly = .combine(grid) { other.word($0) | centres.word($0) | reach[1].possibly.word($0) }
        }
        return (surely, possibly)
    }

    private func pieces(of shapes: [Shape]) throws(OpportunityError) -> [LayerProbe.PieceOutline] {
        do throws(GeometryError) {
            var pieces: [LayerProbe.PieceOutline] = []
            for shape in shapes {
                for part in try shape.parts() {
                    pieces.append(
                        LayerProbe.PieceOutline(
                            feature: pieces.count, dimension: part.kind.dimension, box: part.boundingBox,
                            sequences: try part.sequences(), lengthMetres: part.lengthMetres))
                }
            }
            return pieces
        } catch {
            throw .layer(error.message)
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

    // MARK: Planes from borders and planes

    /// Centres that lie within distances of borders: surely, and possibly.
    func reached(
        _ layer: String, _ subject: SketchKey.Subject, _ metres: [Double]
    ) throws(OpportunityError) -> [(surely: BitPlane, possibly: BitPlane)] {
        try reached(maker.borders(layer, subject), metres)
    }

    private func reached(
        _ segments: [BorderSegment], _ metres: [Double]
    ) throws(OpportunityError) -> [(surely: BitPlane, possibly: BitPlane)] {
        let hair = BorderReach.hair
        let reach = BorderReach(grid: grid, segments: segments, work: work)
        let planes = try reach.within(metres.flatMap { [$0 - hair, $0 + hair] })
        return metres.indices.map { (planes[2 * $0], planes[2 * $0 + 1]) }
    }

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
            let memory = CoverageMemory()
            do throws(LayerFailure) {
                for column in columns {
                    let shape: Shape
                    do throws(GeometryError) {
                        shape = try footprint.shape(at: grid.centre(of: Cell(column: column, row: row)))
                    } catch {
                        throw LayerFailure(why: error.message)
                    }
                    if try question(PlaceProbe(shape, memory: memory)) {
                        result.set(row: row, from: column, through: column)
                    }
                }
            } catch {
                throw .layer(error.why)
            }
        }
        result.seal()
        return result
    }
}
