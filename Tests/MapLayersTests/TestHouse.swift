import Foundation
import Geometry
import KompasTesting
import MapLayers
import PolicyModel

/// A house of squares in a folder of its own: outline from (0, 300000) to (10000, 310000).
struct TestHouse {
    let folder: URL
    /// Where a test may keep a store of layers; nothing is there yet.
    var storeFile: URL { folder.appending(path: "kaart.lagen") }
    var bindings: [LayerBinding] = []
    var designations: [Designation] = []

    init() throws {
        folder = try TemporaryFolder.make()
        try add("grens", kind: "outline", features: [Self.square("huis", 0, 0, 10_000)])
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func layers(store: LayerStore? = nil, demo: Bool = false) throws -> MapLayers {
        try MapLayers(
            designations: designations, bindings: bindings, outline: "grens", houseFolder: folder, store: store,
            includesDemonstration: demo)
    }

    /// Adds a designation with one layer.
    mutating func add(
        _ id: String, kind: String = "policy", precision: String = #"{"kind":"exact"}"#,
        coverage: String = #"{"house":true}"#, basis: String = "passage", demo: Bool = false, features: [String]
    ) throws {
        try declare(id, kind: kind)
        let file = "\(id).geojson"
        try Self.collection(features).write(to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
        try bind(id, file: file, precision: precision, coverage: coverage, basis: basis, demo: demo)
    }

    mutating func declare(_ id: String, kind: String = "policy") throws {
        let text = #"{"id":"\#(id)","title":"\#(id)","kind":"\#(kind)"}"#
        designations.append(try JSONDecoder().decode(Designation.self, from: Data(text.utf8)))
    }

    mutating func bind(
        _ id: String, file: String, precision: String = #"{"kind":"exact"}"#, coverage: String = #"{"house":true}"#,
        basis: String = "passage", demo: Bool = false
    ) throws {
        let text = """
            {"id":"laag-\(id)","designation":"\(id)","title":"\(id)","file":"\(file)","precision":\(precision),
            "coverage":\(coverage),"asOf":"2026-01-01","licence":"CC0","origin":"test","basis":"\(basis)","demo":\(demo)}
            """
        bindings.append(try JSONDecoder().decode(LayerBinding.self, from: Data(text.utf8)))
    }

    static func collection(_ features: [String]) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    static func feature(_ id: String, properties: String = "", type: String, coordinates: String) -> String {
        """
        {"type":"Feature","id":"\(id)","properties":{\(properties)},
        "geometry":{"type":"\(type)","coordinates":\(coordinates)}}
        """
    }

    /// A square whose corner lies so far from (0, 300000).
    static func square(_ id: String, _ x: Double, _ y: Double, _ side: Double, properties: String = "") -> String {
        feature(id, properties: properties, type: "Polygon", coordinates: "[\(ring(x, y, side))]")
    }

    static func ring(_ x: Double, _ y: Double, _ side: Double) -> String {
        let (left, low) = (x, y + 300_000)
        let corners = [(left, low), (left + side, low), (left + side, low + side), (left, low + side), (left, low)]
        return "[" + corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]"
    }

    static func place(_ x: Double, _ y: Double, _ side: Double) throws -> Shape {
        try .rectangle(BoundingBox(minX: x, minY: y + 300_000, maxX: x + side, maxY: y + 300_000 + side))
    }

    static func line(_ positions: [(Double, Double)]) throws -> Shape {
        try .line(positions.map { Position(x: $0.0, y: $0.1 + 300_000) })
    }

    static func point(_ x: Double, _ y: Double) throws -> Shape { try .point(x: x, y: y + 300_000) }
}
