/// The tile grid NetherlandsRDNewQuad: squares of 256 pixels, counted from the north-west corner; each level has half the
/// metres a pixel of the one before.
public enum RDTileGrid {
    public static let originX = -285_401.92
    public static let originY = 903_401.92
    public static let tilePixels = 256
    public static let levels = 0...16

    /// Metres a pixel; level 0 shows the whole grid in one tile.
    public static func metresPerPixel(level: Int) -> Double {
        var metres = 3_440.64
        for _ in 0..<max(0, level) { metres /= 2 }
        return metres
    }

    /// Whether there is such a tile.
    public static func holds(level: Int, column: Int, row: Int) -> Bool {
        guard levels.contains(level) else { return false }
        let count = 1 << level
        return (0..<count).contains(column) && (0..<count).contains(row)
    }
}

/// A part of a map that is asked for at once: a square of 6,144 pixels that begins at a multiple of 2,048 pixels from the
/// origin of RD. Views that lie in its middle third share it, so that what is made for one is kept for all.
public struct MapBlock: Sendable, Hashable {
    /// Levels of ``RDTileGrid`` at which layers are drawn.
    public static let levels = 3...13
    private static let stepPixels = 2_048.0
    private static let places = -(1 << 20)...(1 << 20)

    public var level: Int
    public var column: Int
    public var row: Int

    /// `nil` outside the levels, and so far away that nobody can mean it.
    public init?(level: Int, column: Int, row: Int) {
        guard Self.levels.contains(level), Self.places.contains(column), Self.places.contains(row) else { return nil }
        self.level = level
        self.column = column
        self.row = row
    }

    /// Reads `level/column/row`.
    public init?(_ text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let level = numbers[0], let column = numbers[1], let row = numbers[2] else {
            return nil
        }
        self.init(level: level, column: column, row: row)
    }

    /// `level/column/row`, written in the one way.
    public var text: String { "\(level)/\(column)/\(row)" }

    public var metresPerPixel: Double { RDTileGrid.metresPerPixel(level: level) }

    public var box: BoundingBox {
        let metres = Self.stepPixels * metresPerPixel
        return BoundingBox(
            minX: Double(column) * metres, minY: Double(row) * metres, maxX: Double(column + 3) * metres,
            maxY: Double(row + 3) * metres)
    }
}
