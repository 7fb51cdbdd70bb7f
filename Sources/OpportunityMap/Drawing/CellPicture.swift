public import Geometry
import PolicyModel

/// Cells with a colour and marks each, as tiles of the Dutch tiling in RD and as one picture. Sixteen bytes a class and one
/// a cell.
public struct CellPicture: Sendable {
    /// How cells of one kind look.
    public struct Look: Sendable, Hashable {
        public var colour: Palette.Colour
        public var texture: Texture

        public init(_ colour: Palette.Colour, _ texture: Texture) {
            self.colour = colour
            self.texture = texture
        }

        /// Marks are darker than their ground, on a dark ground lighter.
        var ink: Palette.Colour {
            let light = (299 * Int(colour.red) + 587 * Int(colour.green) + 114 * Int(colour.blue)) / 1000
            func shade(_ value: UInt8) -> UInt8 {
                light < 110
                    ? UInt8((Int(value) * 60 + 255 * 40) / 100) : UInt8(Int(value) * (light > 165 ? 84 : 70) / 100)
            }
            return Palette.Colour(shade(colour.red), shade(colour.green), shade(colour.blue), alpha: colour.alpha)
        }
    }

    /// More kinds do not fit in a picture of 256 colours.
    public static let mostLooks = 127

    public let grid: CellGrid
    private let cells: [UInt8]
    private let colours: [Palette.Colour]
    private let textures: [Texture]

    /// - Parameters:
    ///   - cells: per cell the number of its look, 255 for none; rows from the south.
    ///   - looks: at most ``mostLooks``.
    public init(grid: CellGrid, cells: [UInt8], looks: [Look]) {
        self.grid = grid
        self.cells = cells
        textures = looks.prefix(Self.mostLooks).map(\.texture)
        colours = [Palette().outside] + looks.prefix(Self.mostLooks).flatMap { [$0.colour, $0.ink] }
    }

    /// A map: each cell as the first of these classes that it is.
    public init(_ result: OpportunityResult, classes: [OpportunityClass], palette: Palette = Palette()) {
        let classes = Array(classes.prefix(Self.mostLooks - 1))
        self.init(
            grid: result.grid, cells: result.cells(by: classes),
            looks: [Look(palette.nothing, .plain)] + classes.map { Look(palette.colour(of: $0), Texture.of($0)) })
    }

    /// Planes, each with its look: a cell is drawn as the first plane that holds it.
    public init(_ planes: [(plane: BitPlane, look: Look)], within domain: BitPlane, palette: Palette = Palette()) {
        self.init(
            grid: domain.grid, cells: domain.cells(by: planes.map(\.plane)),
            looks: [Look(palette.nothing, .plain)] + planes.map(\.look))
    }

    /// Bytes in memory.
    public var byteCount: Int { cells.count }

    /// A tile; `nil` when it does not touch the map.
    public func tilePNG(zoom: Int, column: Int, row: Int) throws(OpportunityError) -> [UInt8]? {
        guard MapPainter.Tiling.zooms.contains(zoom) else { return nil }
        let metres = MapPainter.Tiling.metresPerPixel(zoom: zoom)
        let pixels = MapPainter.Tiling.pixels
        let west = MapPainter.Tiling.originX + Double(column * pixels) * metres
        let north = MapPainter.Tiling.originY - Double(row * pixels) * metres
        let side = Double(pixels) * metres
        let box = BoundingBox(minX: west, minY: north - side, maxX: west + side, maxY: north)
        guard box.intersects(grid.box) else { return nil }
        return try png(box, width: pixels, height: pixels)
    }

    /// The box of the grid, its longer side so many pixels.
    public func png(longest pixels: Int) throws(OpportunityError) -> [UInt8] {
        let box = grid.box
        let metres = max(box.width, box.height) / Double(pixels)
        return try png(
            box, width: max(1, Int((box.width / metres).rounded())),
            height: max(1, Int((box.height / metres).rounded())))
    }

    /// One look, to stand in a legend.
    public static func swatch(_ look: Look, width: Int, height: Int) throws(OpportunityError) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: width * height)
        for row in 0..<height {
            for column in 0..<width { pixels[row * width + column] = look.texture.isInk(column, row) ? 1 : 0 }
        }
        return try PNGWriter.png(width: width, height: height, palette: [look.colour, look.ink], pixels: pixels)
    }

    /// Every pixel is the cell under its centre.
    private func png(_ box: BoundingBox, width: Int, height: Int) throws(OpportunityError) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: width * height)
        let columns = (0..<width).map { pixel in
            Int(((box.minX + (Double(pixel) + 0.5) * box.width / Double(width)) / grid.cellMetres).rounded(.down))
                - grid.firstColumn
        }
        for line in 0..<height {
            let y = box.maxY - (Double(line) + 0.5) * box.height / Double(height)
            let row = Int((y / grid.cellMetres).rounded(.down)) - grid.firstRow
            guard (0..<grid.rows).contains(row) else { continue }
            for pixel in 0..<width where columns[pixel] >= 0 && columns[pixel] < grid.columns {
                let look = Int(cells[row * grid.columns + columns[pixel]])
                guard look < textures.count else { continue }
                pixels[line * width + pixel] = UInt8(2 * look + (textures[look].isInk(pixel, line) ? 2 : 1))
            }
        }
        return try PNGWriter.png(width: width, height: height, palette: colours, pixels: pixels)
    }
}

extension OpportunityResult {
    /// Per cell the place of the first of these classes that it is, from 1; 0 where it is none of them, 255 outside the house.
    /// Rows from south to north.
    public func cells(by order: [OpportunityClass]) -> [UInt8] {
        let empty = BitPlane(grid: grid)
        return domain.cells(by: order.map { plane($0)?.plane ?? empty })
    }
}

extension OpportunityResult {
    /// Per class of an order how many hectares are drawn as it: those that no class before it covers.
    public func drawnHectares(by order: [OpportunityClass]) -> [Double] {
        let planes = order.map { plane($0)?.plane }
        var counts = [Int](repeating: 0, count: order.count)
        for place in 0..<grid.wordCount {
            var rest = domain.word(place)
            for (number, plane) in planes.enumerated() where rest != 0 {
                guard let bits = plane?.word(place) else { continue }
                counts[number] += (bits & rest).nonzeroBitCount
                rest &= ~bits
            }
        }
        return counts.map { Double($0) * grid.cellHectares }
    }
}

extension BitPlane {
    /// Per cell of this plane the place of the first of others that holds it, from 1; 0 where none does, 255 elsewhere.
    func cells(by planes: [BitPlane]) -> [UInt8] {
        var cells = [UInt8](repeating: 255, count: grid.cellCount)
        for row in 0..<grid.rows {
            for word in 0..<grid.wordsPerRow {
                let place = grid.place(row: row, word: word)
                let start = row * grid.columns + word * 64
                var rest = self.word(place)
                for (number, plane) in planes.prefix(254).enumerated() where rest != 0 {
                    let bits = plane.word(place) & rest
                    Self.put(UInt8(number + 1), bits, &cells, start)
                    rest &= ~bits
                }
                Self.put(0, rest, &cells, start)
            }
        }
        return cells
    }

    private static func put(_ value: UInt8, _ bits: UInt64, _ cells: inout [UInt8], _ start: Int) {
        var rest = bits
        while rest != 0 {
            cells[start + rest.trailingZeroBitCount] = value
            rest &= rest - 1
        }
    }
}
