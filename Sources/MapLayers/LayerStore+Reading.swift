internal import CanonicalJSON
internal import Foundation
internal import GRDB
internal import Geometry
internal import PolicyModel

extension LayerStore {
    /// All layers, in the order of their ids.
    public func layers() throws(LayerStoreError) -> [LayerDescription] {
        do {
            return try queue.read { database in
                try Row.fetchAll(database, sql: "SELECT * FROM layer ORDER BY id").map { try Self.description($0) }
            }
        } catch {
            throw storeError(error)
        }
    }

    private static func description(_ row: Row) throws -> LayerDescription {
        let id: String = row["id"]
        guard let kind = LayerPrecision.Kind(rawValue: row["precision_kind"]),
            let coverage = CoverageText.coverage(row["coverage"])
        else { throw LayerStoreError.unreadable(id, "de beschrijving is beschadigd") }
        return LayerDescription(
            id: id, designation: row["designation"], title: row["title"],
            precision: LayerPrecision(kind: kind, widthMetres: row["precision_width"]), coverage: coverage,
            asOf: (row["as_of"] as String?).flatMap { PolicyDate($0) }, licence: row["licence"],
            origin: row["origin"], basis: row["basis"], isDemonstration: row["demo"], home: .store)
    }

    /// Reads features and boxes of a layer; geometry comes when it is needed.
    func contents(of id: String) throws(LayerFailure) -> LayerContents {
        do {
            let queue = self.queue
            return try queue.read { database in
                guard
                    let row = try Row.fetchOne(
                        database, sql: "SELECT number, hash, coverage_shape, features FROM layer WHERE id = ?",
                        arguments: [id])
                else { throw LayerFailure(why: "de laag `\(id)` is niet meer in de opslag") }
                let layer: Int64 = row["number"]
                let features = try Self.features(of: layer, in: database)
                guard features.count == row["features"] else { throw LayerFailure(why: "de laag mist gebieden") }
                let (rows, pieces) = try Self.pieces(of: layer, in: database)
                guard pieces.allSatisfy({ features.indices.contains($0.feature) }),
                    Set(pieces.map(\.feature)).count == features.count
                else { throw LayerFailure(why: "de laag mist geometrie") }
                let coverage = try (row["coverage_shape"] as Data?).map { try Shape(wkb: $0) }
                return LayerContents(
                    features: features, pieces: pieces, hash: row["hash"], coverage: coverage,
                    fetchOverview: { (feature, tolerance) throws(LayerFailure) in
                        try Self.overview(of: feature, in: layer, tolerance, from: queue)
                    },
                    fetch: { (numbers) throws(LayerFailure) in
                        try Self.shapes(numbers.map { rows[$0] }, from: queue)
                    })
            }
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> LayerFailure {
        switch error {
        case let failure as LayerFailure: failure
        case let error as DatabaseError:
            LayerFailure(
                why: "de kaartlagenopslag is beschadigd of onvolledig (\(error.message ?? "\(error.resultCode)"))")
        default: LayerFailure(why: "de kaartlagenopslag is beschadigd (\(error))")
        }
    }

    private static func features(of layer: Int64, in database: Database) throws -> [LayerFeature] {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT id, name, aliases, attributes, top, base FROM feature WHERE layer = ? ORDER BY number",
            arguments: [layer])
        var features: [LayerFeature] = []
        while let row = try rows.next() {
            let aliases = try JSONValue.parse(row[2] as String).array ?? []
            let attributes = try JSONValue.parse(row[3] as String).object ?? JSONObject()
            var values: [String: PropertyValue] = [:]
            for (key, value) in attributes.members { values[key] = FeatureProperties.propertyValue(value) }
            features.append(
                LayerFeature(
                    id: row[0], name: row[1], aliases: aliases.compactMap(\.string), attributes: values,
                    topMetres: row[4], baseMetres: row[5]))
        }
        return features
    }

    private static func pieces(of layer: Int64, in database: Database) throws -> ([Int64], [Piece]) {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT number, feature, dimension, measure, is_full, min_x, min_y, max_x, max_y FROM piece
                WHERE layer = ? ORDER BY number
                """,
            arguments: [layer])
        var numbers: [Int64] = []
        var pieces: [Piece] = []
        while let row = try rows.next() {
            numbers.append(row[0])
            pieces.append(
                Piece(
                    feature: row[1], dimension: row[2],
                    box: BoundingBox(minX: row[5], minY: row[6], maxX: row[7], maxY: row[8]), measure: row[3],
                    isFull: row[4]))
        }
        return (numbers, pieces)
    }

    /// `nil` for a feature that is not large, and in a store from before there were overviews.
    private static func overview(
        of feature: Int, in layer: Int64, _ tolerance: Double, from queue: DatabaseQueue
    ) throws(LayerFailure) -> Shape? {
        do {
            return try queue.read { database in
                guard try database.tableExists("overview") else { return nil }
                let statement = try database.cachedStatement(
                    sql: "SELECT wkb FROM overview WHERE layer = ? AND feature = ? AND tolerance = ?")
                return try Data.fetchOne(statement, arguments: [layer, feature, tolerance]).map { try Shape(wkb: $0) }
            }
        } catch {
            throw failure(error)
        }
    }

    private static func shapes(_ rows: [Int64], from queue: DatabaseQueue) throws(LayerFailure) -> [Shape] {
        do {
            return try queue.read { database in
                let statement = try database.cachedStatement(sql: "SELECT wkb FROM piece_geometry WHERE piece = ?")
                return try rows.map { row in
                    guard let wkb = try Data.fetchOne(statement, arguments: [row]) else {
                        throw LayerFailure(why: "de laag mist geometrie")
                    }
                    return try Shape(wkb: wkb)
                }
            }
        } catch {
            throw failure(error)
        }
    }
}

/// A coverage as it is kept in the store.
enum CoverageText {
    static func text(_ coverage: LayerCoverage) -> String {
        var object = JSONObject()
        object["house"] = coverage.house.map { .bool($0) }
        object["aroundFeaturesMetres"] = coverage.aroundFeaturesMetres.map { .number($0) }
        object["file"] = coverage.file.map { .string($0) }
        return JSONValue.object(object).compact()
    }

    static func coverage(_ text: String) -> LayerCoverage? {
        try? JSONDecoder().decode(LayerCoverage.self, from: Data(text.utf8))
    }
}
