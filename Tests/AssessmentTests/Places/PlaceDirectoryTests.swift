import Assessment
import Foundation
import Geometry
import MapLayers
import NormEngine
import PolicyModel
import Testing

@Suite("Places by name") struct PlaceDirectoryTests {
    private func directory() throws -> PlaceDirectory {
        let house = try Meerstad.house()
        return PlaceDirectory(
            index: HouseIndex(house), layers: try MapLayers(house: house, folder: Meerstad.folder))
    }

    @Test("every named feature is a place, with its kind; the outline is not")
    func entries() throws {
        let entries = try directory().entries
        #expect(
            entries.map(\.id) == [
                "buren/Oosterbuur", "plas/Grote plas", "oever/Westoever", "oever/Oostoever", "vaarweg/Vaarweg",
                "wijken/Noordwijk",
            ])
        #expect(entries.map(\.isTown) == [true, false, false, false, false, true])
    }

    @Test("a name is found whatever its case and spaces, and so is another name of the same place")
    func named() throws {
        let directory = try directory()
        #expect(directory.named("  noordWIJK ").map(\.id) == ["wijken/Noordwijk"])
        #expect(directory.named("plas van meerstad").map(\.name) == ["Grote plas"])
        #expect(directory.named("noord").isEmpty)
    }

    @Test(
        "beginnings, later words and slips of the pen are found",
        arguments: [
            ("noor", "Noordwijk"), ("plas", "Grote plas"), ("nordwijk", "Noordwijk"), ("Noordwjik", "Noordwijk"),
            ("Óostoever", "Oostoever"), ("vaarwg", "Vaarweg"), ("meerstad", "Grote plas"),
        ])
    func search(_ text: String, _ expected: String) throws {
        #expect(try directory().search(text).first?.entry.name == expected)
    }

    @Test("a beginning goes before a slip, an own name before another name, and nothing is found for nothing like it")
    func order() throws {
        let directory = try directory()
        #expect(directory.search("oostoever").map(\.entry.name) == ["Oostoever"])
        #expect(directory.search("oost").map(\.entry.name) == ["Oosterbuur", "Oostoever"].sorted { $0 > $1 })
        #expect(directory.search("plas").first?.alias == "Plas van Meerstad")
        #expect(directory.search("xyzzy").isEmpty)
        #expect(directory.search("").isEmpty)
        #expect(directory.search("o", limit: 1).count == 1)
    }

    @Test("the shape of a place is that of its feature")
    func shape() throws {
        let directory = try directory()
        let entry = try #require(directory.entry("wijken/Noordwijk"))
        #expect(try directory.shape(of: entry)?.areaSquareMetres == 1_000_000)
        #expect(directory.entry("wijken/Zuidwijk") == nil)
    }
}
