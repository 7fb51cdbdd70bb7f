public import Geometry

/// Paints a map: tiles of the Dutch tiling in RD, and the whole of it.
public struct MapPainter: Sendable {
    /// The tiling NetherlandsRDNewQuad: 256 pixels a tile, origin in the north-west, every level half of the one before.
    public enum Tiling {
        public static let originX = -285_401.92
        public static let originY = 903_401.92
        public static let pixels = 256
        public static let zooms = 0...16
        public static func metresPerPixel(zoom: Int) -> Double { 3440.64 / Double(1 << zoom) }
    }

    public let grid: CellGrid
    /// Four bytes a cell class: outside and nothing first.
    private let colours: [Palette.Colour]
    private let drawn: [UInt8]

    /// - Parameter highlighted: only this class is drawn; otherwise the first of the classes that tell places apart.
    public init(_ result: OpportunityResult, palette: Palette = Palette(), highlighted: OpportunityClass? = nil) {
        grid = result.grid
        if let highlighted {
            let plane = result.plane(highlighted)?.plane
            drawn = Self.cells(result.grid, result.domain) { plane?[$0, $1] == true ? 1 : 0 }
            colours = [palette.nothing, palette.colour(of: highlighted)]
        } else {
            let order = TellingClasses(result).drawn
            drawn = result.drawn(in: order)
            colours = [palette.nothing] + order.map { palette.colour(of: $0) }
        }
        outside = palette.outside
    }

    /// A single plane in one colour, for differences and places that fit.
    public init(_ plane: BitPlane, colour: Palette.Colour) {
        grid = plane.grid
        drawn = Self.cells(plane.grid, plane) { _, _ in 0 }
        colours = [colour]
        outside = Palette().outside
    }

    private let outside: Palette.Colour

    private static func cells(_ grid: CellGrid, _ domain: BitPlane, _ value: (Int, Int) -> UInt8) -> [UInt8] {
        var cells = [UInt8](repeating: 255, count: grid.cellCount)
        for row in 0..<grid.rows {
            domain.forEach(inRow: row) { cells[row * grid.columns + $0] = value($0, row) }
        }
        return cells
    }

    /// RGBA of a tile, rows from the north; `nil` when the tile does not touch the map.
    public func tile(zoom: Int, column: Int, row: Int) -> [UInt8]? {
        guard Tiling.zooms.contains(zoom) else { return nil }
        let metres = Tiling.metresPerPixel(zoom: zoom)
        let west = Tiling.originX + Double(column * Tiling.pixels) * metres
        let north = Tiling.originY - Double(row * Tiling.pixels) * metres
        let side = Double(Tiling.pixels) * metres
        let box = BoundingBox(minX: west, minY: north - side, maxX: west + side, maxY: north)
        guard box.intersects(grid.box) else { return nil }
        return picture(box, width: Tiling.pixels, height: Tiling.pixels)
    }

    /// A tile as PNG; `nil` when it does not touch the map.
    public func tilePNG(zoom: Int, column: Int, row: Int) throws(OpportunityError) -> [UInt8]? {
        guard let pixels = tile(zoom: zoom, column: column, row: row) else { return nil }
        return try PNGWriter.png(width: Tiling.pixels, height: Tiling.pixels, rgba: pixels)
    }

    /// The whole map as PNG, at most so many pixels wide and high.
    public func png(atMost pixels: Int = 4000) throws(OpportunityError) -> [UInt8] {
        let scale = max(1, (max(grid.columns, grid.rows) + pixels - 1) / pixels)
        let (width, height) = ((grid.columns + scale - 1) / scale, (grid.rows + scale - 1) / scale)
        let size = grid.cellMetres * Double(scale)
        let box = BoundingBox(
            minX: grid.box.minX, minY: grid.box.maxY - Double(height) * size,
            maxX: grid.box.minX + Double(width) * size, maxY: grid.box.maxY)
        return try PNGWriter.png(width: width, height: height, rgba: picture(box, width: width, height: height))
    }

    /// RGBA of a rectangle: every pixel has the colour of the cell under its centre.
    public func picture(_ box: BoundingBox, width: Int, height: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        let columns = (0..<width).map { pixel in
            Int(((box.minX + (Double(pixel) + 0.5) * box.width / Double(width)) / grid.cellMetres).rounded(.down))
                - grid.firstColumn
        }
        for pixelRow in 0..<height {
            let y = box.maxY - (Double(pixelRow) + 0.5) * box.height / Double(height)
            let row = Int((y / grid.cellMetres).rounded(.down)) - grid.firstRow
            guard (0..<grid.rows).contains(row) else { continue }
            for pixel in 0..<width where (0..<grid.columns).contains(columns[pixel]) {
                let cell = drawn[row * grid.columns + columns[pixel]]
                let colour = cell == 255 ? outside : colours[min(Int(cell), colours.count - 1)]
                let place = (pixelRow * width + pixel) * 4
                pixels[place] = colour.red
                pixels[place + 1] = colour.green
                pixels[place + 2] = colour.blue
                pixels[place + 3] = colour.alpha
            }
        }
        return pixels
    }
}
