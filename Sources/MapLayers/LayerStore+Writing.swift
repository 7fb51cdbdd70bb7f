internal import CanonicalJSON
internal import Crypto
internal import Foundation
internal import GRDB
internal import Geometry
internal import PolicyModel

extension LayerStore {
    /// Adds a layer in one transaction: nothing of it is there when this throws.
    /// - Parameter progress: called with the number of features written so far.
    public func add(
        _ draft: LayerDraft, replacing: Bool = false, progress: ((Int) -> Void)? = nil
    ) throws(LayerStoreError) {
        do {
            var ids: Set<String> = []
            for (feature, _) in draft.features where !ids.insert(feature.id).inserted {
                throw LayerStoreError.duplicateFeature(feature.id)
            }
            // Cutting takes longest and needs no lock on the file.
            let cut = try draft.features.enumerated().map { number, item in
                let shapes = try PieceCutter.cut(item.shape)
                progress?(number + 1)
                return try CutFeature(item.feature, item.shape, shapes)
            }
            try queue.write { database in
                let id = draft.description.id
                if try Bool.fetchOne(database, sql: "SELECT 1 FROM layer WHERE id = ?", arguments: [id]) == true {
                    guard replacing else { throw LayerStoreError.layerExists(id) }
                    try database.execute(sql: "DELETE FROM layer WHERE id = ?", arguments: [id])
                }
                let layer = try insert(draft, hash: LayerHash.hash(of: cut, draft.coverage), in: database)
                for (number, feature) in cut.enumerated() {
                    try insert(feature, number: number, layer: layer, in: database)
                }
            }
        } catch {
            throw storeError(error)
        }
    }

    /// Removes a layer.
    public func remove(_ id: String) throws(LayerStoreError) {
        do {
            try queue.write { database in
                try database.execute(sql: "DELETE FROM layer WHERE id = ?", arguments: [id])
                guard database.changesCount > 0 else { throw LayerStoreError.noSuchLayer(id) }
            }
        } catch {
            throw storeError(error)
        }
    }

    func storeError(_ error: any Error) -> LayerStoreError {
        (error as? LayerStoreError) ?? LayerStoreError(error, file: queue.path)
    }

    private func insert(_ draft: LayerDraft, hash: String, in database: Database) throws -> Int64 {
        let description = draft.description
        try database.execute(
            sql: """
                INSERT INTO layer (id, designation, title, precision_kind, precision_width, coverage, coverage_shape,
                    as_of, licence, origin, basis, demo, hash, features)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                description.id, description.designation, description.title, description.precision.kind.rawValue,
                description.precision.widthMetres, CoverageText.text(description.coverage),
                try draft.coverage.map { Data(try $0.wkb()) }, description.asOf?.description, description.licence,
                description.origin, description.basis, description.isDemonstration, hash, draft.features.count,
            ])
        return database.lastInsertedRowID
    }

    private func insert(_ cut: CutFeature, number: Int, layer: Int64, in database: Database) throws {
        let (feature, box) = (cut.feature, cut.box)
        try database.cachedStatement(
            sql: "INSERT INTO feature VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            layer, number, feature.id, feature.name, cut.aliases, cut.attributes, feature.topMetres,
            feature.baseMetres, box.minX, box.minY, box.maxX, box.maxY,
        ])
        for (piece, wkb) in cut.pieces {
            try database.cachedStatement(
                sql: """
                    INSERT INTO piece (layer, feature, dimension, measure, is_full, min_x, min_y, max_x, max_y)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                layer, number, piece.dimension, piece.measure, piece.isFull, piece.box.minX, piece.box.minY,
                piece.box.maxX, piece.box.maxY,
            ])
            let row = database.lastInsertedRowID
            try database.cachedStatement(sql: "INSERT INTO piece_box VALUES (?, ?, ?, ?, ?)").execute(arguments: [
                row, piece.box.minX, piece.box.maxX, piece.box.minY, piece.box.maxY,
            ])
            try database.cachedStatement(sql: "INSERT INTO piece_geometry VALUES (?, ?)").execute(arguments: [row, wkb])
        }
        for (tolerance, wkb) in cut.overviews {
            try database.cachedStatement(sql: "INSERT INTO overview VALUES (?, ?, ?, ?)").execute(arguments: [
                layer, number, tolerance, wkb,
            ])
        }
    }
}

/// A feature with its pieces as they are written.
struct CutFeature {
    let feature: LayerFeature
    let box: BoundingBox
    let aliases: String
    let attributes: String
    let wkb: [UInt8]
    let pieces: [(piece: Piece, wkb: Data)]
    let overviews: [(toleranceMetres: Double, wkb: Data)]

    init(_ feature: LayerFeature, _ shape: Shape, _ shapes: [Shape]) throws {
        self.feature = feature
        box = shape.boundingBox
        wkb = try shape.wkb()
        aliases = try JSONValue.array(feature.aliases.map { .string($0) }).canonicalString
        attributes = try FeatureProperties.json(feature.attributes).canonicalString
        pieces = try shapes.map { (Piece($0, feature: 0), Data(try $0.wkb())) }
        overviews = try Overviews.make(of: shape).map { ($0.toleranceMetres, Data(try $0.shape.wkb())) }
    }
}

/// The hash by which a receipt names what a layer held: over features and shapes, not over titles.
enum LayerHash {
    static func hash(of features: [CutFeature], _ coverage: Shape?) throws -> String {
        var hash = SHA256()
        for feature in features {
            let line: JSONValue = [
                "id": .string(feature.feature.id), "name": feature.feature.name.map { .string($0) } ?? .null,
                "aliases": .string(feature.aliases), "attributes": .string(feature.attributes),
                "top": feature.feature.topMetres.map { .number($0) } ?? .null,
                "base": feature.feature.baseMetres.map { .number($0) } ?? .null,
                "bytes": .number(Double(feature.wkb.count)),
            ]
            hash.update(data: try line.canonical())
            hash.update(data: feature.wkb)
        }
        if let coverage { hash.update(data: try coverage.wkb()) }
        return hexadecimal(hash.finalize())
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
