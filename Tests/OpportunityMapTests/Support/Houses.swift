import Foundation
import GeoImport
import Geometry
import KompasTesting
import MapLayers
import NormEngine
import OpportunityMap
import PolicyContent
import PolicyModel
import Testing

/// A house with layers, and maps of it.
struct MappedHouse {
    let index: HouseIndex
    let layers: MapLayers

    init(_ path: String, store: LayerStore? = nil) throws {
        let folder = PackageRoot.url(path)
        let loaded = HouseLoader(folder: folder, schemas: PackageRoot.url("content/schema")).load()
        try #require(!loaded.hasErrors, "\(loaded.findings.prefix(5))")
        let house = try #require(loaded.house)
        index = HouseIndex(house)
        layers = try MapLayers(house: house, folder: folder, store: store)
    }

    init(_ house: PolicyHouse, folder: URL) throws {
        index = HouseIndex(house)
        layers = try MapLayers(house: house, folder: folder)
    }

    /// The only house of the project, with its schematic layers.
    static func schematic() throws -> MappedHouse {
        let content = PackageRoot.url("content")
        let houses = try FileManager.default.contentsOfDirectory(atPath: content.path).sorted()
            .filter { FileManager.default.fileExists(atPath: content.appending(path: "\($0)/house.yaml").path) }
        return try MappedHouse("content/" + (try #require(houses.first)))
    }

    func maker(cell: Double, footprint: Footprint = .point) throws -> PlaneMaker {
        let box = try #require(MapExtent.box(of: layers))
        return PlaneMaker(
            layers: layers, needs: index.house.factNeeds, grid: try CellGrid(cellMetres: cell, covering: box),
            footprint: footprint)
    }

    /// A plan that tells its depth, and its height where the house asks for one; some tell no kind of change.
    func question(_ activity: String, change: ChangeKind? = .nieuw) throws -> OpportunityQuestion {
        OpportunityQuestion(
            part: PartInput(
                id: "1", activities: [activity], change: change, use: DepthInterval(from: 40, to: 90),
                reach: DepthInterval(from: 0, to: 90),
                properties: ["hoogte": .quantity(Quantity(value: 12, unit: "m"))], facts: SpatialFacts(layers: [:])),
            asOf: try #require(PolicyDate("2026-11-20")))
    }

    func map(_ question: OpportunityQuestion, _ maker: PlaneMaker) throws -> OpportunityResult {
        try OpportunityMapper(maker: maker).map(ActivityCompiler(index: index, layers: layers).compile(question))
    }

    /// Activities spread evenly over the vocabulary.
    func activities(_ count: Int) -> [String] {
        let ids = index.house.activities.map(\.id).sorted()
        return (0..<min(count, ids.count)).map { ids[$0 * ids.count / min(count, ids.count)] }
    }
}

/// Real layers of one province in a store: exact and indicative, complete in the house, around their features, or nowhere else.
enum RealStore {
    static func make(in folder: URL) throws -> LayerStore {
        let file = folder.appending(path: "lagen")
        let store = try LayerStore.openForWriting(file)
        let ordinance = "zeeland/omgevingsverordening_zeeland_2025.gpkg"
        func title(_ text: String) -> String { "gio_titel='\(text)'" }
        try add(
            "provinciegrens", "boundaries/pdok_cbs_provinces_nl_2025.json", "statnaam", "statnaam='Zeeland'",
            nil, #"{"house":true}"#, store)
        try add(
            "stiltegebied", ordinance, "locatie_naam", title("stiltegebied b"), nil, #"{"house":true}"#, store)
        try add(
            "ganzenrustgebied", ordinance, "locatie_naam", title("ganzenrustgebieden"), 300, #"{"house":true}"#, store)
        try add(
            "grondwaterbescherming", ordinance, "locatie_naam", title("grondwaterbeschermingszone"), nil,
            #"{"aroundFeaturesMetres":2000}"#, store)
        try add(
            "aardkundig-waardevol", ordinance, "locatie_naam", title("aardkundig waardevolle gebieden"), 100,
            #"{"aroundFeaturesMetres":0}"#, store)
        try add(
            "natura2000", "natura2000/natura2000_160_valid_rd.gpkg", "naam", nil, 150,
            #"{"aroundFeaturesMetres":5000}"#, store, attributes: [("badge", "soort")])
        try add(
            "kern", "boundaries/pdok_cbs_municipalities_nl_2025.json", "statnaam", "statnaam IN ('Goes','Veere')", 250,
            #"{"aroundFeaturesMetres":1500}"#, store)
        return try LayerStore.open(file)
    }

    private static func add(
        _ designation: String, _ file: String, _ name: String, _ filter: String?, _ width: Double?, _ coverage: String,
        _ store: LayerStore, attributes: [(field: String, name: String)] = []
    ) throws {
        let description = LayerDescription(
            id: designation, designation: designation, title: designation,
            precision: LayerPrecision(kind: width == nil ? .exact : .indicative, widthMetres: width),
            coverage: try JSONDecoder().decode(LayerCoverage.self, from: Data(coverage.utf8)), licence: "CC BY 4.0")
        var options = ImportOptions(
            source: SharedFolder.url().appending(path: "geodata/" + file), description: description)
        options.nameField = name
        options.filter = filter
        options.attributes = attributes
        try store.add(try LayerImporter(options: options).read().0)
    }
}
