import Geometry
import MapLayers

/// The true border of features that were cut into pieces: edges along a cut, where two pieces of one feature meet, are left
/// out. Cuts run along the axes, so both sides of a cut lie on the same line.
struct PieceBorders {
    private struct Line: Hashable {
        var feature: Int
        var isVertical: Bool
        /// In millionths of a metre: where GEOS cuts, corners are a rounding error off.
        var at: Int64
    }

    private struct End {
        var at: Double
        /// 1 where an edge running up or right begins or one running down or left ends on its way; -1 the other way.
        var change: Int
    }

    private static let scale = 1e6

    static func segments(of pieces: [LayerProbe.PieceOutline]) -> [BorderSegment] {
        var segments: [BorderSegment] = []
        var lines: [Line: [End]] = [:]
        for piece in pieces {
            for (ring, sequence) in piece.sequences.enumerated() {
                if piece.dimension == 0 {
                    for position in sequence {
                        segments.append(BorderSegment(feature: piece.feature, from: position, to: position))
                    }
                    continue
                }
                let turn = piece.dimension == 2 ? Self.turn(sequence, isShell: ring == 0) : 1
                for (one, other) in zip(sequence, sequence.dropFirst()) {
                    let isVertical = abs(one.x - other.x) * scale < 1
                    let isLevel = abs(one.y - other.y) * scale < 1
                    guard piece.dimension == 2, isVertical != isLevel else {
                        if !isVertical || !isLevel {
                            segments.append(BorderSegment(feature: piece.feature, from: one, to: other))
                        }
                        continue
                    }
                    let at = isVertical ? one.x : one.y
                    let line = Line(
                        feature: piece.feature, isVertical: isVertical, at: Int64((at * scale).rounded()))
                    let (from, to) = isVertical ? (one.y, other.y) : (one.x, other.x)
                    lines[line, default: []] += [End(at: from, change: turn), End(at: to, change: -turn)]
                }
            }
        }
        for (line, ends) in lines { append(line, ends, to: &segments) }
        return segments
    }

    /// 1 for a ring with its inside on the left, -1 for one with its inside on the right.
    private static func turn(_ ring: [Position], isShell: Bool) -> Int {
        guard let origin = ring.first else { return 1 }
        var doubled = 0.0
        for (one, next) in zip(ring, ring.dropFirst()) {
            doubled += (one.x - origin.x) * (next.y - origin.y) - (next.x - origin.x) * (one.y - origin.y)
        }
        return (doubled > 0) == isShell ? 1 : -1
    }

    /// Edges of both directions cancel each other where they lie on one another.
    private static func append(_ line: Line, _ ends: [End], to segments: inout [BorderSegment]) {
        let at = Double(line.at) / scale
        let sorted = ends.sorted { $0.at < $1.at }
        var sum = 0
        var start = 0.0
        for end in sorted {
            if sum != 0, (end.at - start) * scale >= 1 {
                let (from, to) =
                    line.isVertical
                    ? (Position(x: at, y: start), Position(x: at, y: end.at))
                    : (Position(x: start, y: at), Position(x: end.at, y: at))
                segments.append(BorderSegment(feature: line.feature, from: from, to: to))
            }
            sum += end.change
            start = end.at
        }
    }
}
