import Geometry
import Testing

@Suite("The grid of maps") struct RDTileGridTests {
    @Test("a level has half the metres of the one before")
    func resolutions() {
        #expect(RDTileGrid.metresPerPixel(level: 0) == 3440.64)
        #expect(RDTileGrid.metresPerPixel(level: 9) == 6.72)
        #expect(RDTileGrid.metresPerPixel(level: 14) == 0.21)
    }

    @Test("the whole grid is one tile at level 0 and four at level 1")
    func tiles() {
        #expect(RDTileGrid.holds(level: 0, column: 0, row: 0))
        #expect(!RDTileGrid.holds(level: 0, column: 1, row: 0))
        #expect(RDTileGrid.holds(level: 1, column: 1, row: 1))
        #expect(!RDTileGrid.holds(level: 1, column: 2, row: 0) && !RDTileGrid.holds(level: 1, column: 0, row: -1))
        #expect(!RDTileGrid.holds(level: 17, column: 0, row: 0))
    }

    @Test("a block is three steps wide and begins at a step")
    func block() throws {
        // At level 9 a step is 2048 * 6.72 = 13762.56 m.
        let block = try #require(MapBlock("9/16/39"))
        #expect(block.box.minX == 16 * 13762.56 && block.box.maxX == 19 * 13762.56)
        #expect(block.box.minY == 39 * 13762.56 && block.box.maxY == 42 * 13762.56)
        #expect(block.metresPerPixel == 6.72)
    }

    @Test(
        "what is no block is refused",
        arguments: ["", "9/16", "9/16/39/1", "2/0/0", "14/0/0", "9/a/0", "9/9999999/0", "9//1", "-9/1/1"])
    func refused(_ text: String) { #expect(MapBlock(text) == nil) }
}
