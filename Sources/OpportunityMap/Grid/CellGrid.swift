public import Geometry

/// A grid of square cells in RD, aligned to multiples of the cell size. Row 0 lies in the south.
public struct CellGrid: Sendable, Hashable {
    /// More cells than these are refused: planes must fit in memory.
    public static let cellLimit = 400_000_000
    /// Sizes that make sense, in metres.
    public static let cellSizes = 1.0...5000.0

    /// Side of a cell in metres: a multiple of a centimetre, so that every centre stands on a whole millimetre.
    public let cellMetres: Double
    /// How many cells the first column lies east of the origin of RD, and the first row north of it.
    public let firstColumn: Int
    public let firstRow: Int
    public let columns: Int
    public let rows: Int

    /// The cells that a rectangle touches.
    public init(cellMetres: Double, covering box: BoundingBox) throws(OpportunityError) {
        guard Self.cellSizes.contains(cellMetres), abs(cellMetres * 100 - (cellMetres * 100).rounded()) < 1e-6 else {
            throw .cellSize(cellMetres)
        }
        guard !box.isEmpty else { throw .noOutline }
        self.cellMetres = (cellMetres * 100).rounded() / 100
        firstColumn = Int((box.minX / cellMetres).rounded(.down))
        firstRow = Int((box.minY / cellMetres).rounded(.down))
        columns = max(1, Int((box.maxX / cellMetres).rounded(.up)) - firstColumn)
        rows = max(1, Int((box.maxY / cellMetres).rounded(.up)) - firstRow)
        guard columns * rows <= Self.cellLimit else { throw .tooManyCells(columns * rows) }
    }

    public var cellCount: Int { columns * rows }
    public var cellHectares: Double { cellMetres * cellMetres / 10_000 }
    /// Half the diagonal of a cell: nothing in a cell lies farther from its centre.
    var halfDiagonal: Double { cellMetres * 0.5.squareRoot() }

    /// 64 cells stand in a word, and every row begins with a word of its own.
    public var wordsPerRow: Int { (columns + 63) / 64 }

    /// Words of a plane stand tile by tile: so many words across and rows up, about square. What is near on the map is
    /// near in memory, and most tiles are all alike in most planes.
    static let tileWords = 2
    static let tileRows = 128
    static let wordsPerTile = tileWords * tileRows
    var tilesAcross: Int { (wordsPerRow + Self.tileWords - 1) / Self.tileWords }
    var tilesUp: Int { (rows + Self.tileRows - 1) / Self.tileRows }
    /// Words of a plane, with those that fill up tiles at the edge.
    var wordCount: Int { tilesAcross * tilesUp * Self.wordsPerTile }

    /// Where a word of a row stands.
    @inline(__always)
    func place(row: Int, word: Int) -> Int {
        ((row / Self.tileRows) * tilesAcross + word / Self.tileWords) * Self.wordsPerTile
            + (row % Self.tileRows) * Self.tileWords + word % Self.tileWords
    }

    /// The bits of a word that are cells.
    @inline(__always)
    func mask(row: Int, word: Int) -> UInt64 {
        guard row < rows, word < wordsPerRow else { return 0 }
        return word == wordsPerRow - 1 ? lastWordMask : ~0
    }

    /// The same of the word at a place.
    func mask(at place: Int) -> UInt64 {
        let (tile, rest) = place.quotientAndRemainder(dividingBy: Self.wordsPerTile)
        return mask(
            row: tile / tilesAcross * Self.tileRows + rest / Self.tileWords,
            word: tile % tilesAcross * Self.tileWords + rest % Self.tileWords)
    }

    /// The bits of the last word of a row that are cells.
    var lastWordMask: UInt64 { columns % 64 == 0 ? ~0 : (1 << UInt64(columns % 64)) - 1 }

    /// The centre of a column or row, on the whole millimetre.
    @inline(__always)
    public func x(ofColumn column: Int) -> Double { Self.centre(firstColumn + column, cellMetres) }
    @inline(__always)
    public func y(ofRow row: Int) -> Double { Self.centre(firstRow + row, cellMetres) }

    @inline(__always)
    private static func centre(_ cell: Int, _ size: Double) -> Double {
        ((Double(cell) + 0.5) * size * 1000).rounded() / 1000
    }

    public func centre(of cell: Cell) -> Position { Position(x: x(ofColumn: cell.column), y: y(ofRow: cell.row)) }

    /// The cell that a position lies in; `nil` outside the grid.
    public func cell(at position: Position) -> Cell? {
        let column = Int((position.x / cellMetres).rounded(.down)) - firstColumn
        let row = Int((position.y / cellMetres).rounded(.down)) - firstRow
        guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
        return Cell(column: column, row: row)
    }

    /// The rectangle of all cells.
    public var box: BoundingBox {
        BoundingBox(
            minX: Double(firstColumn) * cellMetres, minY: Double(firstRow) * cellMetres,
            maxX: Double(firstColumn + columns) * cellMetres, maxY: Double(firstRow + rows) * cellMetres)
    }
}

/// One cell of a grid.
public struct Cell: Sendable, Hashable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
