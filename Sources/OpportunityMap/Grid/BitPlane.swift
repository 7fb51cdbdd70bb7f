/// One bit a cell: 64 cells a word, row after row, each row beginning with a word of its own.
///
/// Words stand in chunks of ``chunkWords``. Of every chunk it is known whether all its cells are zero, all are one, or some
/// of both; only mixed chunks need be read, and those of a plane that a program wrote hold words only then.
public final class BitPlane: @unchecked Sendable {
    // Written by its maker only; after that it never changes, so threads may share it.
    static let chunkWords = 256
    enum Chunk { static let zeros: UInt8 = 0, ones: UInt8 = 1, mixed: UInt8 = 2 }

    public let grid: CellGrid
    let words: UnsafeMutablePointer<UInt64>
    let states: UnsafeMutablePointer<UInt8>
    let chunkCount: Int

    /// - Parameter zeroed: whether words may be read at once; otherwise the maker writes them all, or says that it did not.
    init(grid: CellGrid, zeroed: Bool = true) {
        self.grid = grid
        let padded = Self.paddedWords(grid)
        chunkCount = padded / Self.chunkWords
        words = .allocate(capacity: padded)
        states = .allocate(capacity: chunkCount)
        states.initialize(repeating: Chunk.mixed, count: chunkCount)
        if zeroed { words.initialize(repeating: 0, count: padded) }
    }

    deinit {
        words.deallocate()
        states.deallocate()
    }

    private static func paddedWords(_ grid: CellGrid) -> Int {
        max(1, (grid.wordCount + chunkWords - 1) / chunkWords) * chunkWords
    }

    /// Looks up which chunks are all alike. Bits behind the last column count as what is around them.
    func seal() {
        let (perRow, mask, count) = (grid.wordsPerRow, grid.lastWordMask, grid.wordCount)
        for chunk in 0..<chunkCount {
            var (any, all): (UInt64, UInt64) = (0, ~0)
            let start = chunk * Self.chunkWords
            let end = min(start + Self.chunkWords, count)
            var column = start % perRow
            for place in start..<max(start, end) {
                let isLast = column == perRow - 1
                any |= words[place]
                all &= isLast ? words[place] | ~mask : words[place]
                column = isLast ? 0 : column + 1
            }
            states[chunk] = any == 0 ? Chunk.zeros : all == ~0 && start < count ? Chunk.ones : Chunk.mixed
        }
    }

    /// A word with all its cells.
    @inline(__always)
    func word(_ place: Int) -> UInt64 {
        switch states[place / Self.chunkWords] {
        case Chunk.zeros: 0
        case Chunk.ones: place % grid.wordsPerRow == grid.wordsPerRow - 1 ? grid.lastWordMask : ~0
        default: words[place]
        }
    }

    public subscript(cell: Cell) -> Bool { self[cell.column, cell.row] }

    @inline(__always)
    public subscript(column: Int, row: Int) -> Bool {
        word(row * grid.wordsPerRow + column / 64) >> UInt64(column % 64) & 1 == 1
    }

    /// How many cells are one.
    public var count: Int {
        var count = 0
        for chunk in 0..<chunkCount where states[chunk] != Chunk.zeros {
            let start = chunk * Self.chunkWords
            for place in start..<max(start, min(start + Self.chunkWords, grid.wordCount)) {
                count += word(place).nonzeroBitCount
            }
        }
        return count
    }

    /// How many cells are one in both.
    public func count(and other: BitPlane) -> Int {
        var count = 0
        for chunk in 0..<chunkCount where states[chunk] != Chunk.zeros && other.states[chunk] != Chunk.zeros {
            let start = chunk * Self.chunkWords
            for place in start..<max(start, min(start + Self.chunkWords, grid.wordCount)) {
                count += (word(place) & other.word(place)).nonzeroBitCount
            }
        }
        return count
    }

    /// How many cells are one here and zero there.
    public func count(without other: BitPlane) -> Int { count - count(and: other) }

    /// Bytes that it holds in memory, when all its words are there.
    public var byteCount: Int { chunkCount * (Self.chunkWords * 8 + 1) }

    /// A plane made word by word from others.
    static func combine(_ grid: CellGrid, _ word: (Int) -> UInt64) -> BitPlane {
        let plane = BitPlane(grid: grid)
        let mask = grid.lastWordMask
        for place in 0..<grid.wordCount {
            let isLast = place % grid.wordsPerRow == grid.wordsPerRow - 1
            plane.words[place] = isLast ? word(place) & mask : word(place)
        }
        plane.seal()
        return plane
    }

    /// A plane with every cell the same.
    static func constant(_ grid: CellGrid, _ value: Bool) -> BitPlane { combine(grid) { _ in value ? ~0 : 0 } }
}

extension BitPlane {
    /// Sets the cells from one column to another, both included.
    @inline(__always)
    func set(row: Int, from first: Int, through last: Int) {
        let first = max(0, first)
        let last = min(grid.columns - 1, last)
        guard first <= last else { return }
        let base = row * grid.wordsPerRow
        let (firstWord, lastWord) = (first >> 6, last >> 6)
        let head: UInt64 = ~0 << UInt64(first & 63)
        let tail: UInt64 = ~0 >> UInt64(63 - (last & 63))
        if firstWord == lastWord {
            words[base + firstWord] |= head & tail
            return
        }
        words[base + firstWord] |= head
        var place = firstWord + 1
        while place < lastWord {
            words[base + place] = ~0
            place += 1
        }
        words[base + lastWord] |= tail
    }

    func set(_ cell: Cell) { set(row: cell.row, from: cell.column, through: cell.column) }

    /// The cells that are one, row after row.
    public func cells() -> [Cell] {
        var cells: [Cell] = []
        for row in 0..<grid.rows { forEach(inRow: row) { cells.append(Cell(column: $0, row: row)) } }
        return cells
    }

    @inline(__always)
    func forEach(inRow row: Int, _ body: (Int) -> Void) {
        for place in 0..<grid.wordsPerRow {
            var rest = word(row * grid.wordsPerRow + place)
            while rest != 0 {
                body(place * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
