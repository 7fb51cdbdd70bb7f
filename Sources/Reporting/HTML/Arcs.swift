import Foundation

/// Places and paths around a centre. Angles in radians, from the top, clockwise.
struct Arcs {
    let centre: Double

    func place(_ radius: Double, _ angle: Double) -> (x: Double, y: Double) {
        (centre + radius * sin(angle), centre - radius * cos(angle))
    }

    private func point(_ radius: Double, _ angle: Double) -> String {
        let place = place(radius, angle)
        return SVG.point(place.x, place.y)
    }

    /// A piece of a ring between two radii; drawn in two halves, so that it may go all around.
    func ring(_ inner: Double, _ outer: Double, from: Double, to: Double) -> String {
        let middle = (from + to) / 2
        let (far, near) = (SVG.number(outer), SVG.number(inner))
        return "M\(point(inner, from))L\(point(outer, from))A\(far) \(far) 0 0 1 \(point(outer, middle))"
            + "A\(far) \(far) 0 0 1 \(point(outer, to))L\(point(inner, to))A\(near) \(near) 0 0 0 \(point(inner, middle))"
            + "A\(near) \(near) 0 0 0 \(point(inner, from))Z"
    }

    /// Whether a text around this angle must run the other way to stand upright.
    static func isBelow(_ angle: Double) -> Bool { cos(angle) < -0.01 }

    /// A line along the circle for a text to stand on, from left to right for the reader.
    func baseline(_ radius: Double, from: Double, to: Double) -> String {
        let middle = (from + to) / 2
        let half = min((to - from) / 2, 0.94 * Double.pi)
        let (start, end) = (middle - half, middle + half)
        let text = SVG.number(radius)
        if Self.isBelow(middle) {
            return
                "M\(point(radius, end))A\(text) \(text) 0 0 0 \(point(radius, middle))A\(text) \(text) 0 0 0 \(point(radius, start))"
        }
        return
            "M\(point(radius, start))A\(text) \(text) 0 0 1 \(point(radius, middle))A\(text) \(text) 0 0 1 \(point(radius, end))"
    }
}
