public import Foundation
internal import GRDB
internal import PolicyModel

/// A file with imported layers: SQLite with an R*Tree, written by the import and read by everything else.
///
/// A layer is added whole or not at all. Large features are cut into pieces when they are added. The file uses
/// SQLite's rollback journal, so that reading needs no right to write.
///
/// ## Topics
/// - Opening: ``open(_:)``, ``openForWriting(_:)``
/// - Looking: ``layers()``
/// - Changing: ``add(_:replacing:)``, ``remove(_:)``
public final class LayerStore: Sendable {
    /// The version of the tables, kept in SQLite's `user_version`.
    static let version = 1
    /// Marks the file as a layer store, in SQLite's `application_id`: "KpLS".
    static let applicationID = 0x4B70_4C53

    let queue: DatabaseQueue

    private init(queue: DatabaseQueue) { self.queue = queue }

    /// Opens an existing store for reading.
    public static func open(_ file: URL) throws(LayerStoreError) -> LayerStore {
        guard FileManager.default.fileExists(atPath: file.path) else { throw .notThere(file.path) }
        var configuration = Configuration()
        configuration.readonly = true
        return try opened(file, configuration) { _ in }
    }

    /// Opens a store for adding and removing layers; makes one when there is none.
    public static func openForWriting(_ file: URL) throws(LayerStoreError) -> LayerStore {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        return try opened(file, configuration) { database in
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            if tables == 0 { try LayerStoreSchema.create(in: database) }
            // Nothing is written into a file that is something else.
            if try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID {
                try LayerStoreSchema.addOverviews(in: database)
            }
        }
    }

    private static func opened(
        _ file: URL, _ configuration: Configuration, _ prepare: @escaping @Sendable (Database) throws -> Void
    ) throws(LayerStoreError) -> LayerStore {
        do {
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            let marks = try queue.inDatabase { database in
                try database.inTransaction(.immediate(ifWritable: !configuration.readonly)) {
                    try prepare(database)
                    return .commit
                }
                return try (
                    Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                    Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                )
            }
            guard marks.0 == applicationID else { throw LayerStoreError.notAStore(file.path) }
            guard marks.1 == version else { throw LayerStoreError.otherVersion(file.path, marks.1) }
            return LayerStore(queue: queue)
        } catch let error as LayerStoreError {
            throw error
        } catch {
            throw LayerStoreError(error, file: file.path)
        }
    }
}

extension Database.TransactionKind {
    fileprivate static func immediate(ifWritable isWritable: Bool) -> Self { isWritable ? .immediate : .deferred }
}

/// Why a layer store cannot be used.
public enum LayerStoreError: Error, Sendable, Hashable, CustomStringConvertible {
    case notThere(String)
    case notAStore(String)
    case otherVersion(String, Int)
    case layerExists(String)
    case noSuchLayer(String)
    case duplicateFeature(String)
    case unreadable(String, String)

    init(_ error: any Error, file: String) {
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_NOTADB {
            self = .notAStore(file)
        } else {
            self = .unreadable(file, (error as? DatabaseError)?.message ?? "\(error)")
        }
    }

    /// Plain Dutch: lower case, no final period.
    public var description: String {
        switch self {
        case .notThere(let file): "de kaartlagenopslag `\(file)` is er niet"
        case .notAStore(let file): "het bestand `\(file)` is geen kaartlagenopslag"
        case .otherVersion(let file, let version):
            "de kaartlagenopslag `\(file)` heeft versie \(version), maar dit programma leest versie \(LayerStore.version);"
                + " importeer de lagen opnieuw"
        case .layerExists(let name): "de laag `\(name)` bestaat al; vervang haar met --replace"
        case .noSuchLayer(let name): "de laag `\(name)` is er niet"
        case .duplicateFeature(let id): "het kenmerk `\(id)` komt meer dan eens voor als id van een gebied"
        case .unreadable(let file, let why): "de kaartlagenopslag `\(file)` kan niet worden gebruikt (\(why))"
        }
    }
}
