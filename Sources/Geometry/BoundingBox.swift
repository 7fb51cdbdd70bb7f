/// A rectangle along the axes, in metres RD. An empty box has `minX > maxX`.
public struct BoundingBox: Sendable, Hashable {
    public var minX: Double
    public var minY: Double
    public var maxX: Double
    public var maxY: Double

    public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    public static let empty = BoundingBox(
        minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

    public var isEmpty: Bool { minX > maxX }
    public var width: Double { isEmpty ? 0 : maxX - minX }
    public var height: Double { isEmpty ? 0 : maxY - minY }
    public var areaSquareMetres: Double { width * height }

    /// Whether they share a point; borders count.
    public func intersects(_ other: BoundingBox) -> Bool {
        minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
    }

    /// Whether the other lies inside; borders count.
    public func contains(_ other: BoundingBox) -> Bool {
        minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
    }

    /// Metres between the two; 0 when they share a point.
    public func distance(to other: BoundingBox) -> Double {
        let horizontal = max(0, max(other.minX - maxX, minX - other.maxX))
        let vertical = max(0, max(other.minY - maxY, minY - other.maxY))
        return (horizontal * horizontal + vertical * vertical).squareRoot()
    }

    public func grown(by metres: Double) -> BoundingBox {
        isEmpty
            ? self
            : BoundingBox(minX: minX - metres, minY: minY - metres, maxX: maxX + metres, maxY: maxY + metres)
    }

    public func union(_ other: BoundingBox) -> BoundingBox {
        BoundingBox(
            minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
            maxY: max(maxY, other.maxY))
    }
}
