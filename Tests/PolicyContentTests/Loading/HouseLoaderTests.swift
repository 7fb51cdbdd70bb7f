import Foundation
import PolicyContent
import PolicyModel
import Testing

@Suite("The test house")
struct HouseLoaderTests {
    private let result = HouseLoader(folder: HouseFixtures.testHouse, schemas: HouseFixtures.schemas).load()

    @Test("loads without any finding")
    func noFindings() {
        #expect(result.findings.map(\.description) == [])
        #expect(!result.hasErrors)
    }

    @Test("has two principles, four questions, two outcomes and no triggers")
    func frame() throws {
        let frame = try #require(result.house?.frames.first)
        #expect(frame.principles.count == 2)
        #expect(frame.questions.count == 4)
        #expect(frame.outcomes.count == 2)
        #expect(frame.triggers.isEmpty)
    }

    @Test("keeps records in the order of files and lines")
    func order() throws {
        let house = try #require(result.house)
        #expect(
            house.norms.map(\.id) == [
                "oevers.loods.geen-nieuwe", "oevers.steiger.vrije-vaarweg", "oevers.tuin.aanmoedigen",
                "diepte.boren.kleilaag", "diepte.lozen.warm-water", "haven.steiger.melden", "haven.tuin.zoeken",
            ])
        #expect(house.documents.map(\.id) == ["waterplan", "havenbrief", "keur"])
    }

    @Test("decodes a norm with all that it says")
    func norm() throws {
        let norm = try #require(result.house?.norms.first { $0.id == "diepte.lozen.warm-water" })
        #expect(norm.activities == .these(["lozen"]))
        #expect(norm.effect == .undesired)
        #expect(norm.source.path == ["3"])
        guard case .property(let test) = norm.when else {
            Issue.record("the condition is not a comparison")
            return
        }
        #expect(test.property == "watertemperatuur")
        #expect(test.is == .greater)
        #expect(test.value == .number(25))
        #expect(test.fuzzy == 1)
    }

    @Test("knows the passages that were verified")
    func verified() throws {
        let verified = try #require(result.house?.verified)
        #expect(verified["waterplan"]?.count == 8)
        #expect(verified["havenbrief"]?.count == 3)
    }
}
