import Foundation

/// One bit a cell: 64 cells a word, tile by tile.
///
/// Every tile is a chunk of ``chunkWords``. Of every chunk it is known whether all its cells are zero, all are one, or some
/// of both; only mixed chunks need be read, and those of a plane that a program wrote hold words only then.
public final class BitPlane: @unchecked Sendable {
    // Written by its maker only; after that it never changes, so threads may share it.
    static let chunkWords = CellGrid.wordsPerTile
    enum Chunk { static let zeros: UInt8 = 0, ones: UInt8 = 1, mixed: UInt8 = 2 }

    public let grid: CellGrid
    let words: UnsafeMutablePointer<UInt64>
    /// What was allocated; words may start a little further, on a line of the cache.
    private let memory: UnsafeMutableRawPointer
    /// States tell at every moment which chunks were drawn on.
    private let tracksDrawing: Bool
    let states: UnsafeMutablePointer<UInt8>
    let chunkCount: Int

    /// - Parameter zeroed: whether words may be read at once; otherwise the maker writes them all, or says that it did not.
    init(grid: CellGrid, zeroed: Bool = true) {
        self.grid = grid
        chunkCount = grid.wordCount / Self.chunkWords
        words = Self.allocate(grid.wordCount)
        memory = UnsafeMutableRawPointer(words)
        tracksDrawing = false
        states = .allocate(capacity: chunkCount)
        states.initialize(repeating: Chunk.mixed, count: chunkCount)
        if zeroed { words.initialize(repeating: 0, count: grid.wordCount) }
    }

    /// A plane of zeros to draw on by one thread: memory where nothing is drawn is never touched.
    init(toDrawOn grid: CellGrid) throws(OpportunityError) {
        self.grid = grid
        chunkCount = grid.wordCount / Self.chunkWords
        guard let zeros = calloc(grid.wordCount * 8 + 64, 1) else { throw .layer("er is te weinig geheugen") }
        memory = zeros
        tracksDrawing = true
        words = (zeros + (64 - Int(bitPattern: zeros) % 64) % 64).bindMemory(
            to: UInt64.self, capacity: grid.wordCount)
        states = .allocate(capacity: chunkCount)
        states.initialize(repeating: Chunk.zeros, count: chunkCount)
    }

    /// Room for words, on whole lines of the cache.
    static func allocate(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 64).bindMemory(
            to: UInt64.self, capacity: count)
    }

    deinit {
        memory.deallocate()
        states.deallocate()
    }

    /// Looks up which chunks are all alike. Bits behind the last column count as what is around them.
    func seal() {
        for chunk in 0..<chunkCount where !tracksDrawing || states[chunk] != Chunk.zeros {
            var (any, missing): (UInt64, UInt64) = (0, 0)
            let start = chunk * Self.chunkWords
            if grid.isWhole(tile: chunk) {
                for place in start..<(start + Self.chunkWords) {
                    any |= words[place]
                    missing |= ~words[place]
                }
            } else {
                for place in start..<(start + Self.chunkWords) {
                    any |= words[place]
                    missing |= ~words[place] & grid.mask(at: place)
                }
            }
            states[chunk] = any == 0 ? Chunk.zeros : missing == 0 ? Chunk.ones : Chunk.mixed
        }
    }

    /// A word with all its cells.
    @inline(__always)
    func word(_ place: Int) -> UInt64 {
        switch states[place / Self.chunkWords] {
        case Chunk.zeros: 0
        case Chunk.ones: grid.mask(at: place)
        default: words[place]
        }
    }

    public subscript(cell: Cell) -> Bool { self[cell.column, cell.row] }

    @inline(__always)
    public subscript(column: Int, row: Int) -> Bool {
        word(grid.place(row: row, word: column / 64)) >> UInt64(column % 64) & 1 == 1
    }

    /// How many cells are one.
    public var count: Int {
        var count = 0
        for chunk in 0..<chunkCount where states[chunk] != Chunk.zeros {
            let start = chunk * Self.chunkWords
            for place in start..<(start + Self.chunkWords) {
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
            for place in start..<(start + Self.chunkWords) {
                count += (word(place) & other.word(place)).nonzeroBitCount
            }
        }
        return count
    }

    /// How many cells are one here and zero there.
    public func count(without other: BitPlane) -> Int { count - count(and: other) }

    /// Bytes that it holds in memory, when all its words are there.
    public var byteCount: Int { chunkCount * (Self.chunkWords * 8 + 1) }

    /// A plane made word by word from others, by the places of their words.
    static func combine(_ grid: CellGrid, _ word: (Int) -> UInt64) -> BitPlane {
        let plane = BitPlane(grid: grid, zeroed: false)
        for chunk in 0..<plane.chunkCount {
            let start = chunk * chunkWords
            if grid.isWhole(tile: chunk) {
                for place in start..<(start + chunkWords) { plane.words[place] = word(place) }
            } else {
                for place in start..<(start + chunkWords) { plane.words[place] = word(place) & grid.mask(at: place) }
            }
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
        let (firstWord, lastWord) = (first >> 6, last >> 6)
        let head: UInt64 = ~0 << UInt64(first & 63)
        let tail: UInt64 = ~0 >> UInt64(63 - (last & 63))
        if firstWord == lastWord {
            add(head & tail, at: grid.place(row: row, word: firstWord))
            return
        }
        add(head, at: grid.place(row: row, word: firstWord))
        var word = firstWord + 1
        while word < lastWord {
            add(~0, at: grid.place(row: row, word: word))
            word += 1
        }
        add(tail, at: grid.place(row: row, word: lastWord))
    }

    @inline(__always)
    private func add(_ bits: UInt64, at place: Int) {
        words[place] |= bits
        if tracksDrawing { states[place / Self.chunkWords] = Chunk.mixed }
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
        for number in 0..<grid.wordsPerRow {
            var rest = word(grid.place(row: row, word: number))
            while rest != 0 {
                body(number * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}

extension CellGrid {
    /// Whether all words of a tile are cells.
    @inline(__always)
    func isWhole(tile: Int) -> Bool {
        let (up, across) = tile.quotientAndRemainder(dividingBy: tilesAcross)
        return (up + 1) * Self.tileRows <= rows
            && (across + 1) * Self.tileWords <= (columns % 64 == 0 ? wordsPerRow : wordsPerRow - 1)
    }
}
