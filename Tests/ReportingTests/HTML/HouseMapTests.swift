import Geometry
import Testing

@testable import Reporting

@Suite("The house as a drawing") struct HouseMapTests {
    private func map() throws -> HouseMap {
        let town = try OpenedTestHouse.meerstad()
        return try #require(HouseMap(index: town.index, layers: town.layers()))
    }

    @Test("the outline fills the drawing, and north is up")
    func outline() throws {
        let markup = try map().drawing(label: "Meerstad").markup
        #expect(markup.contains(#"viewBox="0 0 640 640" role="img" aria-label="Meerstad""#))
        // 10 km in 640 less two margins of 12: 0.0616 a metre.
        #expect(markup.contains(#"<path class="house-line" d="M"#))
        for corner in ["12 628", "12 12", "628 12", "628 628"] { #expect(markup.contains(corner)) }
    }

    @Test("towns are named above themselves, layers have their mark, and a chosen place has a cross")
    func details() throws {
        let map = try map()
        let markup = map.drawing(
            [HouseMap.Layer(id: "plas", mark: 1)], chosen: Position(x: 205_000, y: 505_000), label: "x"
        ).markup
        #expect(markup.contains(#"class="house-layer layer-2""#))
        // The middle of the town is 3.5 km from the left, its top 8 km from the bottom.
        #expect(markup.contains(#"<text class="house-name" x="227.6" y="128.2">Noordwijk</text>"#))
        #expect(markup.contains(#"<circle cx="320" cy="320" r="9">"#))
        #expect(!map.drawing(label: "x").markup.contains("house-chosen"))
        #expect(!map.drawing(towns: 0, label: "x").markup.contains("Noordwijk"))
    }
}
