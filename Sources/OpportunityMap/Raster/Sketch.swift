import Geometry
import MapLayers

/// Some features of a layer drawn on a grid.
struct Sketch: Sendable {
    /// Cells whose centre the features hold. Exact.
    let inside: BitPlane
    /// Cells that the border of a feature touches.
    let border: BitPlane
    /// Every feature lies within these cells, and each of them holds a place of a feature.
    var touched: BitPlane { .combine(inside.grid) { inside.word($0) | border.word($0) } }
    /// Cells that lie wholly in one feature.
    var interior: BitPlane { .combine(inside.grid) { inside.word($0) & ~border.word($0) } }
    /// What lies a metre deep in a footprint surely counts there: no feature is so short that it might not.
    let countsWhenReached: Bool

    init(inside: BitPlane, border: BitPlane, countsWhenReached: Bool = false) {
        self.inside = inside
        self.border = border
        self.countsWhenReached = countsWhenReached
    }

    /// Draws pieces; `holds` tells of a doubtful centre whether a piece holds it.
    static func draw(
        _ pieces: [(number: Int, piece: LayerProbe.PieceOutline)], on grid: CellGrid,
        holds: (_ piece: Int, _ point: Shape) throws(LayerFailure) -> Bool
    ) throws(OpportunityError) -> Sketch {
        let drawing = PieceDrawing(grid: grid)
        let inside = try BitPlane(toDrawOn: grid)
        let border = try BitPlane(toDrawOn: grid)
        let doubts = drawing.centres(of: pieces, into: inside)
        do {
            for doubt in doubts where !inside[doubt.cell] {
                let centre = grid.centre(of: doubt.cell)
                if try holds(doubt.piece, .point(x: centre.x, y: centre.y)) { inside.set(doubt.cell) }
            }
        } catch {
            throw .layer("\(error)")
        }
        for segment in PieceBorders.segments(of: pieces.map(\.piece)) {
            drawing.touch(segment.from, segment.to, border)
        }
        inside.seal()
        border.seal()
        let shapes = pieces.map(\.piece)
        return Sketch(
            inside: inside, border: border,
            countsWhenReached: shapes.allSatisfy { $0.dimension == 0 || $0.dimension == 1 && $0.lengthMetres >= 2 })
    }
}
