import Assessment
import CanonicalJSON
import Foundation
import KompasTesting
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Testing

/// A house of the project with its layers, opened once.
struct OpenedTestHouse: Sendable {
    let house: PolicyHouse
    let assessor: Assessor
    /// Where its layers are, from the root of the project.
    let folder: String

    /// - Parameter path: from the root of the project.
    init(_ path: String) throws {
        let loader = HouseLoader(folder: PackageRoot.url(path), schemas: PackageRoot.url("content/schema"))
        try self.init(house: try #require(loader.load().house), folder: path)
    }

    /// - Parameter folder: where the layers of the house are, from the root of the project.
    init(house: PolicyHouse, folder: String) throws {
        self.house = house
        self.folder = folder
        let folder = PackageRoot.url(folder)
        assessor = Assessor(
            index: HouseIndex(house), houseHash: "0123456789abcdef", normaliser: "1",
            facts: HouseLayers(try MapLayers(house: house, folder: folder)))
    }

    private static let invented = Result { try OpenedTestHouse("Tests/Fixtures/house-test") }
    private static let real = Result { try OpenedTestHouse("content/pv22") }

    /// The invented water town.
    static func meerstad() throws -> OpenedTestHouse { try invented.get() }
    static func pv22() throws -> OpenedTestHouse { try real.get() }

    var index: HouseIndex { assessor.index }

    /// Its layers, opened anew.
    func layers() throws -> MapLayers { try MapLayers(house: house, folder: PackageRoot.url(folder)) }

    func report(_ json: String, crs: String? = nil, on day: String = "2026-11-20") throws -> AssessmentReport {
        try assessor.assess(
            AssessmentRequest(input: try JSONValue.parse(json), crs: crs), on: try #require(PolicyDate(day)))
    }
}

/// The examples that the project brings.
enum Examples {
    static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: PackageRoot.url("Examples").path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: PackageRoot.url("Examples/\(name)"), encoding: .utf8)
    }
}

/// An initiative in the water town in which something of everything happens: a pier half on the fairway, a boathouse on
/// the edge of the bank, a floating garden where little is known, and sailing into the neighbours.
let everythingInMeerstad = """
    {"type":"FeatureCollection","title":"Nieuwe haven","crs":"EPSG:28992","features":[
    {"type":"Feature","id":"steiger","geometry":{"type":"Polygon","coordinates":[[[203000,503850],[203100,503850],
    [203100,503950],[203000,503950],[203000,503850]]]},"properties":{"activities":["steiger"],"phase":"aanleg",
    "depth":{"use":[0,2]},"lengte":{"value":12.5,"unit":"m"},"ligplaats":"vast",
    "declaredShares":[{"function":"water","value":0.5,"unit":"har","source":"eigen meting"}]}},
    {"type":"Feature","id":"loods","geometry":{"type":"Polygon","coordinates":[[[201810,503000],[201830,503000],
    [201830,503020],[201810,503020],[201810,503000]]]},"properties":{"activities":["botenloods"],"change":"nieuw"}},
    {"type":"Feature","id":"tuin","geometry":{"type":"Polygon","coordinates":[[[203000,502000],[203100,502000],
    [203100,502100],[203000,502100],[203000,502000]]]},"properties":{"activities":["drijvende-tuin"],
    "depth":{"use":[0,2]}}},
    {"type":"Feature","id":"vaart","geometry":{"type":"Polygon","coordinates":[[[209900,503000],[210100,503000],
    [210100,503020],[209900,503020],[209900,503000]]]},"properties":{"activities":["varen"],"lente":1}}]}
    """
