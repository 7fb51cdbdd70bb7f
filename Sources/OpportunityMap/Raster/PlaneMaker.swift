import Geometry
public import MapLayers
public import PolicyModel
import Synchronization

/// Makes the planes of a map: one per layer and question, on one grid, for one footprint.
///
/// Planes are drawn from the pieces that the overlay compares with. Where the drawing decides, it is proven to be right;
/// cells near a line, near a distance or near the end of a coverage are asked one by one, by the code that makes the facts
/// of an assessment. So a plane never says anything else than an assessment of that cell.
public final class PlaneMaker: Sendable {
    public let grid: CellGrid
    public let footprint: Footprint
    let layers: MapLayers
    /// Up to how far an assessment looks for features, by designation.
    let searchMetres: [String: Double]
    let probes: [String: LayerProbe]
    private let cache: PlaneCache?
    private let known = Mutex<[PlaneSource: BitPlane]>([:])
    private let sketches = Mutex<[SketchKey: Sketch]>([:])
    private let borders = Mutex<[SketchKey.Subject: [String: [BorderSegment]]]>([:])
    private let knowledge = Mutex<[OutlineQuestion: BitPlane]>([:])

    /// - Parameters:
    ///   - needs: the facts that an assessment asks of the layers.
    ///   - cache: where planes are kept for the next time.
    public init(
        layers: MapLayers, needs: FactNeeds, grid: CellGrid, footprint: Footprint = .point, cache: PlaneCache? = nil
    ) {
        self.layers = layers
        self.grid = grid
        self.footprint = footprint
        self.cache = cache
        searchMetres = needs.searchMetres
        var probes: [String: LayerProbe] = [:]
        for designation in Set(layers.layers.map(\.designation)) {
            for probe in layers.probes(of: designation) { probes[probe.description.id] = probe }
        }
        self.probes = probes
    }

    /// The planes asked for, made where they are not known yet.
    public func planes(
        _ sources: Set<PlaneSource>, work: Work = .quiet
    ) throws(OpportunityError) -> [PlaneSource: BitPlane] {
        // What others are made of comes first, so that nothing is made twice.
        let layered = Set(sources.compactMap(\.layer))
        let first = layered.map { PlaneSource.hit(layer: $0, features: nil) }
        let second = layered.map { PlaneSource.near(layer: $0) }
        let asked = sources.sorted { "\($0)" < "\($1)" }
        let steps = [first.sorted { "\($0)" < "\($1)" }, second.sorted { "\($0)" < "\($1)" }, asked]
        let shared = outlineQuestions(asked)
        let total = steps.map(\.count).reduce(0, +)
        let done = Mutex(0)
        for (number, step) in steps.enumerated() {
            if number == 2 { for question in shared { _ = try answer(question, work: work) } }
            try Cores.forEach(step.count, work: work) { (number) throws(OpportunityError) in
                _ = try plane(step[number], work: work)
                let count = done.withLock { done in
                    done += 1
                    return done
                }
                work.progress("kaartlagen", count, total)
            }
        }
        forgetDrawings()
        let planes = known.withLock { $0 }
        return planes.filter { sources.contains($0.key) }
    }

    /// One plane.
    public func plane(_ source: PlaneSource, work: Work = .quiet) throws(OpportunityError) -> BitPlane {
        if let plane = known.withLock({ $0[source] }) { return plane }
        let key = cacheKey(source)
        let plane: BitPlane
        if let kept = cache?.plane(key, grid: grid) {
            plane = kept
        } else {
            plane = try PlaneMaking(maker: self, work: work).make(source)
            cache?.keep(plane, key)
        }
        known.withLock { $0[source] = plane }
        return plane
    }

    /// Bytes of all planes in memory.
    public var byteCount: Int { known.withLock { $0.values.reduce(0) { $0 + $1.byteCount } } }

    /// Forgets the planes in memory.
    public func forget() {
        known.withLock { $0.removeAll() }
        forgetDrawings()
    }

    private func forgetDrawings() {
        sketches.withLock { $0.removeAll() }
        borders.withLock { $0.removeAll() }
        knowledge.withLock { $0.removeAll() }
    }

    /// Whether a layer of a designation that the norms of an activity ask about cannot be read.
    public func hasFailedLayer(of activity: CompiledActivity) -> Bool {
        let asked = activity.norms.reduce(into: Set<String>()) { $0.formUnion($1.norm.designations) }
        return probes.values.contains { $0.failure != nil && asked.contains($0.description.designation) }
    }

    func search(_ probe: LayerProbe) -> Double { searchMetres[probe.description.designation] ?? 0 }

    /// All that the plane depends on, in words.
    private func cacheKey(_ source: PlaneSource) -> String {
        var parts = [
            "\(source)", "cell \(grid.cellMetres)", "\(grid.firstColumn) \(grid.firstRow) \(grid.columns) \(grid.rows)",
            footprint.key,
        ]
        if let layer = source.layer, let probe = probes[layer] {
            parts += [
                probe.hash, "width \(probe.widthMetres)", "\(probe.description.coverage)", "search \(search(probe))",
                "outline \(probe.isOutline)",
            ]
        } else {
            parts += probes.values.map { "\($0.description.id) \($0.hash)" }.sorted()
        }
        return parts.joined(separator: "\n")
    }
}

/// What is asked of the outline of the house for all layers that are complete within it: their answers are the same.
struct OutlineQuestion: Hashable {
    enum Subject: Hashable { case partlyOutside, searchCovered }
    var subject: Subject
    var searchMetres: Double
}

extension PlaneMaker {
    /// What planes ask of the outline, each question once.
    private func outlineQuestions(_ sources: [PlaneSource]) -> [OutlineQuestion] {
        var questions: [OutlineQuestion] = []
        for source in sources where known.withLock({ $0[source] == nil }) && !isKept(source) {
            guard let layer = source.layer, let probe = probes[layer], probe.isCompleteInHouse else { continue }
            let question: OutlineQuestion
            switch source {
            case .noData: question = OutlineQuestion(subject: .partlyOutside, searchMetres: 0)
            case .searchCovered:
                question = OutlineQuestion(subject: .searchCovered, searchMetres: search(probe))
            default: continue
            }
            if !questions.contains(question) { questions.append(question) }
        }
        return questions
    }

    private func isKept(_ source: PlaneSource) -> Bool { cache?.holds(cacheKey(source)) ?? false }

    /// The plane of a question about the outline, kept while planes are made.
    func answer(_ question: OutlineQuestion, work: Work) throws(OpportunityError) -> BitPlane {
        if let known = knowledge.withLock({ $0[question] }) { return known }
        let plane = try PlaneMaking(maker: self, work: work).make(question)
        knowledge.withLock { $0[question] = plane }
        return plane
    }

    /// A layer that is complete within the outline, to ask about the outline.
    var probeInHouse: LayerProbe? {
        probes.values.filter { $0.isCompleteInHouse && $0.failure == nil }
            .min { $0.description.id < $1.description.id }
    }

    /// The borders of features of a layer, or of the outline of the house; kept while planes are made.
    func borders(_ layer: String, _ subject: SketchKey.Subject) throws(OpportunityError) -> [BorderSegment] {
        let name = subject == .outline ? "" : layer
        if let known = borders.withLock({ $0[subject]?[name] }) { return known }
        let segments: [BorderSegment]
        if case .features(let features?) = subject {
            let wanted = Set(features)
            segments = try borders(layer, .features(nil)).filter { wanted.contains($0.feature) }
        } else {
            guard let probe = probes[layer] else { throw .layer(layer) }
            do throws(LayerFailure) {
                let pieces =
                    switch subject {
                    case .features: try probe.pieces()
                    case .outline: try probe.outlinePieces()
                    case .coverage: try probe.coveragePieces() ?? []
                    }
                segments = PieceBorders.segments(of: pieces)
            } catch {
                throw .layer(error.why)
            }
        }
        borders.withLock { $0[subject, default: [:]][name] = segments }
        return segments
    }
}

/// Which drawing of which layer.
struct SketchKey: Hashable {
    enum Subject: Hashable {
        case features([Int]?)
        case outline, coverage
    }
    var layer: String
    var subject: Subject
    var margin: Int
}

extension PlaneMaker {
    /// A grid with room around: the margin in columns is a number of whole words.
    func grid(marginMetres metres: Double) throws(OpportunityError) -> (grid: CellGrid, words: Int, rows: Int) {
        guard metres > 0 else { return (grid, 0, 0) }
        let cells = Int((metres / grid.cellMetres).rounded(.up)) + 2
        let words = (cells + 63) / 64
        let size = grid.cellMetres
        let box = BoundingBox(
            minX: (Double(grid.firstColumn - words * 64) + 0.25) * size,
            minY: (Double(grid.firstRow - cells) + 0.25) * size,
            maxX: (Double(grid.firstColumn + grid.columns + cells) - 0.25) * size,
            maxY: (Double(grid.firstRow + grid.rows + cells) - 0.25) * size)
        return (try CellGrid(cellMetres: size, covering: box), words, cells)
    }

    /// The drawing of features of a layer with so much room around, kept while planes are made.
    func sketch(
        _ layer: String, _ subject: SketchKey.Subject, marginMetres: Double
    ) throws(OpportunityError) -> Sketch {
        let (grid, _, rows) = try grid(marginMetres: marginMetres)
        // All layers share the outline of the house.
        let key = SketchKey(layer: subject == .outline ? "" : layer, subject: subject, margin: rows)
        if let known = sketches.withLock({ $0[key] }) { return known }
        guard let probe = probes[layer] else { throw .layer(layer) }
        let sketch = try draw(probe, subject, on: grid)
        sketches.withLock { $0[key] = sketch }
        return sketch
    }

    private func draw(
        _ probe: LayerProbe, _ subject: SketchKey.Subject, on grid: CellGrid
    ) throws(OpportunityError) -> Sketch {
        do throws(LayerFailure) {
            let reach = grid.box
            switch subject {
            case .features(let features):
                let wanted = features.map(Set.init)
                let pieces = try probe.pieces().enumerated().filter { number, piece in
                    (wanted?.contains(piece.feature) ?? true) && piece.box.intersects(reach)
                }
                return try drawn(pieces.map { ($0.offset, $0.element) }, grid) {
                    (piece, point) throws(LayerFailure) in try probe.piece(piece, holds: point)
                }
            case .outline:
                let pieces = try probe.outlinePieces().enumerated().filter { $0.element.box.intersects(reach) }
                return try drawn(pieces.map { ($0.offset, $0.element) }, grid) {
                    (piece, point) throws(LayerFailure) in try probe.outlinePiece(piece, holds: point)
                }
            case .coverage:
                let pieces = try (probe.coveragePieces() ?? []).filter { $0.dimension == 2 }
                // Centres on its border are asked of the coverage itself, so a doubt does no harm here.
                return try drawn(pieces.enumerated().map { ($0.offset, $0.element) }, grid) { _, _ in false }
            }
        } catch {
            throw .layer(error.why)
        }
    }

    private func drawn(
        _ pieces: [(Int, LayerProbe.PieceOutline)], _ grid: CellGrid,
        holds: (Int, Shape) throws(LayerFailure) -> Bool
    ) throws(LayerFailure) -> Sketch {
        do throws(OpportunityError) {
            return try Sketch.draw(pieces.map { (number: $0.0, piece: $0.1) }, on: grid, holds: holds)
        } catch {
            throw LayerFailure(why: error.description)
        }
    }
}
