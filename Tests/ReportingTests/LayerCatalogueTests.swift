import Assessment
import Geometry
import NormEngine
import PolicyModel
import Testing

@testable import Reporting

@Suite("Layers as a legend") struct LayerCatalogueTests {
    private func catalogue(_ opened: OpenedTestHouse) throws -> LayerCatalogue {
        LayerCatalogue(index: opened.index, layers: try opened.layers(), strata: opened.assessor.strata)
    }

    @Test("policy goes before places, each designation has its layers, and one without is told")
    func groups() throws {
        let groups = try catalogue(.meerstad()).groups
        #expect(groups.map(\.title) == ["Overige kaartlagen", "Plaatsen en grenzen"])
        #expect(groups[0].layers.map(\.id) == ["plas", "oever", "vaarweg"])
        #expect(groups[0].missing.map(\.designation) == ["moeras"])
        #expect(groups[1].layers.map(\.id) == ["buren", "wijken"])
        let bank = groups[0].layers[1]
        #expect(bank.widthMetres == 50 && bank.features == 2 && bank.basis == "schets" && bank.version.count == 12)
    }

    @Test("in the real house legends stand together under their map, and every layer stands once")
    func real() throws {
        let opened = try OpenedTestHouse.pv22()
        let catalogue = try catalogue(opened)
        let maps = catalogue.groups.map(\.title)
        let first = maps.prefix(7)
        #expect(first == maps.filter { $0.contains("Kaart") }.prefix(7))
        #expect(maps.last == "Plaatsen en grenzen")
        #expect(Set(catalogue.items.map(\.id)).count == catalogue.items.count)
        let bound = opened.house.layers.filter { $0.demo != true && $0.designation != opened.house.outline }
        #expect(Set(catalogue.items.map(\.id)) == Set(bound.map(\.id)))
    }
}
